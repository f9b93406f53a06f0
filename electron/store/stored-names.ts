import type { Database } from 'better-sqlite3';
import { readNames } from './members.ts';
import { readMerges, type Merge } from './merges.ts';
import { shownDictionary, shownNames, type ShownDictionary } from './shown-names.ts';

/** Dictionaries and merges as they stand, each read when it is first asked for. */
export class StoredNames {
  readonly #db: Database;
  readonly #lastImport: () => number;
  readonly #dictionaries = new Map<string, ShownDictionary>();
  readonly #shown = new Map<string, ReadonlyMap<string, string>>();
  #merges: readonly Merge[] | null = null;

  /** `lastImport`: what an import under way brings is on the same connection and not there yet. */
  constructor(db: Database, lastImport: () => number) {
    this.#db = db;
    this.#lastImport = lastImport;
  }

  /** In the order they were made. */
  merges(): readonly Merge[] {
    this.#merges ??= readMerges(this.#db);
    return this.#merges;
  }

  /** The name shown for every merged name of a dimension. */
  merged(dimension: string): ReadonlyMap<string, string> {
    const known = this.#shown.get(dimension);
    if (known !== undefined) return known;
    const shown = shownNames(this.merges().filter((merge) => merge.dimension === dimension));
    this.#shown.set(dimension, shown);
    return shown;
  }

  /** By code, as the files have them. */
  written(dimension: string): readonly string[] {
    return readNames(this.#db, dimension, this.#lastImport());
  }

  dictionary(dimension: string): ShownDictionary {
    const known = this.#dictionaries.get(dimension);
    if (known !== undefined) return known;
    const dictionary = shownDictionary(this.written(dimension), this.merged(dimension));
    this.#dictionaries.set(dimension, dictionary);
    return dictionary;
  }

  /** After any change of members or merges. */
  forget(): void {
    this.#dictionaries.clear();
    this.#shown.clear();
    this.#merges = null;
  }
}

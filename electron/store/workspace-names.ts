import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { KindColumns } from './kind-columns.ts';
import { deleteMerge, insertMerge, readApart, writeApart, type KeptApart, type Merge } from './merges.ts';
import { finishChange } from './meta.ts';
import type { StoredNames } from './stored-names.ts';

/** The store whose names these are. */
export interface NamesOwner {
  run<T>(action: () => T): T;
  /** Runs the action in a transaction of its own. */
  change(action: () => void): void;
  tables(): readonly KindColumns[];
}

/** Which names are shown as one. Rows keep the names their files have, so that every merge can be undone. */
export class WorkspaceNames {
  readonly #db: Database;
  readonly #stored: StoredNames;
  readonly #owner: NamesOwner;

  constructor(db: Database, stored: StoredNames, owner: NamesOwner) {
    this.#db = db;
    this.#stored = stored;
    this.#owner = owner;
  }

  /**
   * Shows names of a dimension as one from now on, also in imports to come; `into` may be a new name.
   * E_NOT_FOUND for a name that is not shown now.
   */
  merge({ dimension, names, into }: Omit<Merge, 'id'>): Merge {
    const target = into.trim();
    const others = [...new Set(names)].filter((name) => name !== target).toSorted();
    if (target === '' || others.length === 0) {
      throw new AppError('E_BAD_REQUEST', 'There is nothing to merge.', { problem: 'names' });
    }
    const shown = new Set(this.#owner.run(() => this.#stored.dictionary(dimension).names));
    if (others.some((name) => name === '' || !shown.has(name))) {
      throw new AppError('E_NOT_FOUND', 'There is no such name.', { dimension });
    }
    const merge = { dimension, names: others, into: target };
    let id = 0;
    this.#change(dimension, () => {
      id = insertMerge(this.#db, merge);
    });
    return { id, ...merge };
  }

  /** Everything is shown as if the merge had never been made. */
  undoMerge(id: number): void {
    const merge = this.merges().find((candidate) => candidate.id === id);
    if (merge === undefined) throw new AppError('E_NOT_FOUND', 'There is no such merge.', { id });
    this.#change(merge.dimension, () => deleteMerge(this.#db, id));
  }

  /** In the order they were made. */
  merges(): readonly Merge[] {
    return this.#owner.run(() => this.#stored.merges());
  }

  /** Remembers that two names are not the same, or forgets it. */
  keepApart(names: KeptApart, apart: boolean): void {
    this.#change(names.dimension, () => writeApart(this.#db, names, apart));
  }

  keptApart(): readonly KeptApart[] {
    return this.#owner.run(() => readApart(this.#db));
  }

  /** Rows by name as the files have it, over all kinds, whatever is merged. */
  rowsByWrittenName(dimension: string): ReadonlyMap<string, number> {
    return this.#owner.run(() => {
      const names = this.#stored.written(dimension);
      const counts = new Int32Array(names.length);
      for (const table of this.#owner.tables()) table.countCodes(dimension, counts);
      return new Map(names.flatMap((name, code) => (name === '' ? [] : [[name, counts[code] ?? 0]])));
    });
  }

  #change(dimension: string, action: () => void): void {
    this.#owner.change(() => {
      action();
      finishChange(this.#db);
    });
    this.#stored.forget();
    for (const table of this.#owner.tables()) table.forget(dimension);
  }
}

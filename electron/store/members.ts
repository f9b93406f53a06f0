import type { Database } from 'better-sqlite3';
import { mayStop } from '#engine/stoppable.ts';
import { NameCodes } from './name-codes.ts';

const LETTERS_AT_ONCE = 10_000;

const NAMES_AT_ONCE = 131_072;

/**
 * Names of a dimension by code; index 0 is unknown, codes no longer used are empty. Names that only imports after
 * `lastImport` brought are left out.
 */
export function readNames(db: Database, dimension: string, lastImport = Number.MAX_SAFE_INTEGER): string[] {
  const last = db
    .prepare<[string, number], number>(
      'SELECT code FROM member WHERE dimension = ? AND import_id <= ? ORDER BY code DESC LIMIT 1',
    )
    .pluck()
    .get(dimension, lastImport);
  const names = Array<string>((last ?? 0) + 1).fill('');
  // Values of one column at a time are four times as quick to read as pairs, and codes only tell something where there are gaps.
  const column = <T>(name: string) =>
    db
      .prepare<[string, number, number, number], T>(
        `SELECT ${name} FROM member WHERE dimension = ? AND import_id <= ? AND code BETWEEN ? AND ? ORDER BY code`,
      )
      .pluck();
  const [namesIn, codesIn] = [column<string>('name'), column<number>('code')];
  for (let first = 1; first < names.length; first += NAMES_AT_ONCE) {
    mayStop();
    const range = [dimension, lastImport, first, first + NAMES_AT_ONCE - 1] as const;
    const found = namesIn.all(...range);
    const codes = first + found.length >= Math.min(names.length, first + NAMES_AT_ONCE) ? null : codesIn.all(...range);
    for (const [place, name] of found.entries()) names[codes?.[place] ?? first + place] = name;
  }
  return names;
}

/** A dimension's dictionary while an import adds to it. */
export class Dictionary {
  readonly dimension: string;
  readonly names: string[];
  readonly #codes: NameCodes;
  #stored: number;

  constructor(db: Database, dimension: string) {
    this.dimension = dimension;
    this.names = readNames(db, dimension);
    this.#stored = this.names.length;
    this.#codes = new NameCodes(this.names);
    for (let code = 1; code < this.names.length; code++) if (this.names[code] !== '') this.#codes.add(code);
  }

  /** The workspace's code of a name, a new one when it has none; null for the empty name. */
  codeOf(text: string): number | null {
    if (text === '') return null;
    // A lone surrogate would come back from the file as another character.
    const name = text.toWellFormed();
    const known = this.#codes.codeOf(name);
    if (known !== 0) return known;
    const code = this.names.push(name) - 1;
    this.#codes.add(code);
    return code;
  }

  /** Stores the names added since the last call: as JSON they arrive in two thirds of the time that binding each takes. */
  flush(db: Database, importId: number): void {
    if (this.#stored === this.names.length) return;
    const insert = db.prepare(
      `INSERT INTO member (dimension, code, name, import_id)
       SELECT :dimension, :first + key, value, :importId FROM json_each(:names)`,
    );
    while (this.#stored < this.names.length) {
      const first = this.#stored;
      for (let letters = 0; this.#stored < this.names.length && letters < LETTERS_AT_ONCE; this.#stored++)
        letters += this.names[this.#stored]?.length ?? 0;
      const names = JSON.stringify(this.names.slice(first, this.#stored));
      insert.run({ dimension: this.dimension, importId, first, names });
    }
  }
}

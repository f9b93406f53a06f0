import type { Database } from 'better-sqlite3';
import { NameCodes } from './name-codes.ts';

const ROWS_PER_STATEMENT = 50;

/**
 * Names of a dimension by code; index 0 is unknown, codes no longer used are empty. Names that only imports after
 * `lastImport` brought are left out.
 */
export function readNames(db: Database, dimension: string, lastImport = Number.MAX_SAFE_INTEGER): string[] {
  const column = <T>(name: string): T[] =>
    db
      .prepare<[string, number], T>(`SELECT ${name} FROM member WHERE dimension = ? AND import_id <= ? ORDER BY code`)
      .pluck()
      .all(dimension, lastImport);
  const found = column<string>('name');
  // Values of one column at a time are four times as quick to read as pairs, and codes only tell something where there are gaps.
  const last = db
    .prepare<[string, number], number>(
      'SELECT code FROM member WHERE dimension = ? AND import_id <= ? ORDER BY code DESC LIMIT 1',
    )
    .pluck()
    .get(dimension, lastImport);
  if (last === undefined || last === found.length) return ['', ...found];
  const names = Array<string>(last + 1).fill('');
  column<number>('code').forEach((code, place) => (names[code] = found[place] ?? ''));
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

  /** Stores the names added since the last call. */
  flush(db: Database, importId: number): void {
    const named = { dimension: this.dimension, importId };
    const statement = (rows: number) =>
      db.prepare(
        `INSERT INTO member (dimension, code, name, import_id)
         VALUES ${Array<string>(rows).fill('(:dimension, ?, ?, :importId)').join(', ')}`,
      );
    const full = this.names.length - this.#stored >= ROWS_PER_STATEMENT ? statement(ROWS_PER_STATEMENT) : null;
    while (this.#stored < this.names.length) {
      const count = Math.min(ROWS_PER_STATEMENT, this.names.length - this.#stored);
      const bound: (number | string)[] = [];
      for (let code = this.#stored; code < this.#stored + count; code++) bound.push(code, this.names[code] ?? '');
      if (count === ROWS_PER_STATEMENT && full !== null) full.run(bound, named);
      else statement(count).run(bound, named);
      this.#stored += count;
    }
  }
}

import type { Database } from 'better-sqlite3';

/** Names of a dimension shown as one; the rows keep the names their files have. */
export interface Merge {
  readonly id: number;
  readonly dimension: string;
  /** As they were shown when they were merged, in order. */
  readonly names: readonly string[];
  readonly into: string;
}

/** Two names that somebody has said are not the same, in order. */
export interface KeptApart {
  readonly dimension: string;
  readonly names: readonly [string, string];
}

/** Ids are never used twice. */
export function insertMerge(db: Database, { dimension, names, into }: Omit<Merge, 'id'>): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO merge (dimension, target) VALUES (?, ?)')
    .run(dimension, into.toWellFormed());
  const id = Number(lastInsertRowid);
  const insert = db.prepare('INSERT INTO merged_name (merge_id, name) VALUES (?, ?)');
  for (const name of new Set(names.map((each) => each.toWellFormed()))) insert.run(id, name);
  return id;
}

export function deleteMerge(db: Database, id: number): void {
  db.prepare('DELETE FROM merged_name WHERE merge_id = ?').run(id);
  db.prepare('DELETE FROM merge WHERE id = ?').run(id);
}

/** In the order they were made. */
export function readMerges(db: Database): readonly Merge[] {
  const names = db
    .prepare<[number], string>('SELECT name FROM merged_name WHERE merge_id = ? ORDER BY name COLLATE BINARY')
    .pluck();
  return db
    .prepare<[], Omit<Merge, 'names'>>('SELECT id, dimension, target AS "into" FROM merge ORDER BY id')
    .all()
    .map((merge) => ({ ...merge, names: names.all(merge.id) }));
}

export function writeApart(db: Database, { dimension, names }: KeptApart, apart: boolean): void {
  const [a, b] = names.map((name) => name.toWellFormed()).toSorted();
  db.prepare(
    apart
      ? 'INSERT OR IGNORE INTO kept_apart (dimension, a, b) VALUES (?, ?, ?)'
      : 'DELETE FROM kept_apart WHERE dimension = ? AND a = ? AND b = ?',
  ).run(dimension, a, b);
}

export function readApart(db: Database): readonly KeptApart[] {
  return db
    .prepare<[], { dimension: string; a: string; b: string }>(
      'SELECT dimension, a, b FROM kept_apart ORDER BY dimension, a, b',
    )
    .all()
    .map(({ dimension, a, b }) => ({ dimension, names: [a, b] }));
}

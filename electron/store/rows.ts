import type { Database, Statement } from 'better-sqlite3';
import type { RecordKind } from '#shared/record-kinds.ts';
import { CHUNK_ROWS, type Chunk } from './chunk.ts';
import { columnName, type StoredField } from './fields.ts';
import { rowTable } from './schema.ts';
import { encodeSegment } from './segment-codec.ts';

/** Measured: 50 rows a statement are twice as fast as one, more gain nothing. */
const ROWS_PER_STATEMENT = 50;
/** SQLite's limit of bound values is 32 766. */
const VALUES_PER_STATEMENT = 32_000;

/** Where the rows of one import stand. */
export interface RowRange {
  readonly importId: number;
  readonly kind: RecordKind;
  readonly firstRowId: number;
  readonly rows: number;
}

export function nextRowId(db: Database, kind: RecordKind): number {
  const row = db.prepare<[], { next: number }>(`SELECT coalesce(max(id), 0) + 1 AS next FROM ${rowTable(kind)}`).get();
  return row?.next ?? 1;
}

function insertStatement(db: Database, kind: RecordKind, chunk: Chunk, rows: number): Statement {
  const names = chunk.columns.map(({ field }) => `, ${columnName(field)}`).join('');
  const row = `(:importId, ?${', ?'.repeat(chunk.columns.length)})`;
  const values = Array<string>(rows).fill(row).join(', ');
  return db.prepare(`INSERT INTO ${rowTable(kind)} (import_id, file_row${names}) VALUES ${values}`);
}

/** Appends the chunk's rows; ids follow the highest one. */
export function insertRows(db: Database, importId: number, kind: RecordKind, chunk: Chunk): void {
  const width = chunk.columns.length + 1;
  const step = Math.max(1, Math.min(ROWS_PER_STATEMENT, Math.floor(VALUES_PER_STATEMENT / width)));
  const named = { importId };
  const columns = chunk.columns.map(({ values }) => values);
  const full = chunk.rows >= step ? insertStatement(db, kind, chunk, step) : null;
  const bound = Array<number | null>(step * width).fill(0);
  for (let from = 0; from < chunk.rows; from += step) {
    const count = Math.min(step, chunk.rows - from);
    let slot = 0;
    for (let row = from; row < from + count; row++) {
      bound[slot++] = chunk.fileRows[row] ?? 0;
      for (const values of columns) {
        const value = values[row] ?? NaN;
        bound[slot++] = value === value ? value : null;
      }
    }
    if (count === step && full !== null) full.run(bound, named);
    else insertStatement(db, kind, chunk, count).run(bound.slice(0, slot), named);
  }
}

export function deleteRows(db: Database, { kind, firstRowId, rows }: RowRange): void {
  db.prepare(`DELETE FROM ${rowTable(kind)} WHERE id >= ? AND id < ?`).run(firstRowId, firstRowId + rows);
}

/** An import's rows again, as they were written: from the rows, not from the segments. `fields` are those of its kind. */
export function* readChunks(db: Database, range: RowRange, fields: readonly StoredField[]): Generator<Chunk> {
  const names = fields.map((field) => `, ${columnName(field)}`).join('');
  const select = db
    .prepare<[number, number, number], readonly (number | null)[]>(
      `SELECT file_row${names} FROM ${rowTable(range.kind)}
       WHERE id >= ? AND id < ? AND import_id = ? ORDER BY id`,
    )
    .raw();
  const size = Math.min(CHUNK_ROWS, range.rows);
  const fileRows = new Int32Array(size);
  const columns = fields.map((field) => ({ field, values: new Float64Array(size) }));
  for (let no = 0; no * CHUNK_ROWS < range.rows; no++) {
    const from = range.firstRowId + no * CHUNK_ROWS;
    const to = Math.min(from + CHUNK_ROWS, range.firstRowId + range.rows);
    let rows = 0;
    for (const row of select.iterate(from, to, range.importId)) {
      fileRows[rows] = row[0] ?? 0;
      for (let i = 0; i < columns.length; i++) {
        const column = columns[i];
        if (column !== undefined) column.values[rows] = row[i + 1] ?? NaN;
      }
      rows++;
    }
    yield {
      no,
      rows,
      fileRows,
      columns: columns.flatMap((column) => {
        const segment = encodeSegment(column.values, rows, column.field.dimension !== null);
        return segment === null ? [] : [{ ...column, segment }];
      }),
    };
  }
}

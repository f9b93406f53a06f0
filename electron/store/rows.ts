import type { Database, Statement } from 'better-sqlite3';
import type { RecordKind } from '#shared/record-kinds.ts';
import { CHUNK_ROWS, type Chunk } from './chunk.ts';
import { columnName, type StoredField } from './fields.ts';
import { packedNumbers, packedSegment, Packing } from './packed-values.ts';
import { rowTable } from './schema.ts';
import { encodeSegment } from './segment-codec.ts';

const ROWS_PER_STATEMENT = 300;
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

/** Appends the chunk's rows; ids follow the highest one. */
export function insertRows(db: Database, importId: number, kind: RecordKind, chunk: Chunk): void {
  const { rows, columns } = chunk;
  const packed = [packedNumbers(chunk.fileRows, rows), ...columns.map(({ segment }) => packedSegment(segment))];
  const packing = new Packing(packed, ROWS_PER_STATEMENT);
  // With the id named, and in the table's order, SQLite spares itself a copy of every value.
  const names = ['id', 'import_id', 'file_row', ...columns.map(({ field }) => columnName(field))];
  const row = `(?${', ?'.repeat(packing.words - 1)})`;
  const insert = (count: number): Statement =>
    db.prepare(
      `INSERT INTO ${rowTable(kind)} (${names.join(', ')})
       SELECT NULL, :importId, ${packing.sql.join(', ')} FROM (VALUES ${Array<string>(count).fill(row).join(', ')})`,
    );
  const step = Math.min(rows, ROWS_PER_STATEMENT, Math.floor(VALUES_PER_STATEMENT / packing.words));
  const named = { importId };
  const full = insert(step);
  const bound = Array<number | null>(step * packing.words).fill(0);
  for (let from = 0; from < rows; from += step) {
    const count = Math.min(step, rows - from);
    packing.fill(bound, from, count);
    if (count === step) full.run(bound, named);
    else insert(count).run(bound.slice(0, count * packing.words), named);
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

import { fileRow, tagAt, valueAt } from '../cells.ts';
import { BLOCK_ROWS, EMPTY, TEXT, type RawBlock, type RawColumn, type RawTable } from '../raw-table.ts';

/**
 * Some rows and columns of a table as a table of its own; every row keeps its number in the file. Rows and columns are
 * 0-based and in order. Example: `cutTable(table, rowsBetween(1, 13), [10, 11])` is what stands in K2:L14.
 */
export function cutTable(table: RawTable, rows: Int32Array, columns: readonly number[]): RawTable {
  const fileRows = rows.map((row) => fileRow(table, row));
  const cut = columns.map((index) => pickRows(table.columns[index], rows));
  const places = new Map(columns.map((index, place) => [index, place]));
  const merges = table.merges.flatMap(({ top, left, bottom, right }) => {
    const inside = columns.filter((index) => index >= left && index <= right);
    const [first, last] = [places.get(inside[0] ?? -1), places.get(inside.at(-1) ?? -1)];
    const above = rows.findIndex((row) => row >= top);
    const below = rows.findLastIndex((row) => row <= bottom);
    if (first === undefined || last === undefined || above < 0 || below < above) return [];
    return [{ top: above, left: first, bottom: below, right: last }];
  });
  const isPlain = fileRows.every((row, index) => row === index + 1);
  return { ...table, rows: rows.length, fileRows: isPlain ? null : fileRows, columns: cut, merges };
}

function pickRows(column: RawColumn | undefined, rows: Int32Array): RawColumn {
  const tags = new Uint8Array(rows.length);
  const values = new Float64Array(rows.length);
  let any = false;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const block = column?.blocks[Math.floor(row / BLOCK_ROWS)];
    const tag = block?.tags[row % BLOCK_ROWS] ?? EMPTY;
    if (tag === EMPTY) continue;
    tags[i] = tag;
    values[i] = block?.values[row % BLOCK_ROWS] ?? 0;
    any = true;
  }
  return any ? sameCurrencies(columnOf(tags, values, column?.texts ?? []), [column]) : emptyColumn(rows.length);
}

/** Tags and values of all rows as a column in blocks. */
export function columnOf(tags: Uint8Array, values: Float64Array, texts: readonly string[]): RawColumn {
  const blocks: RawBlock[] = [];
  for (let at = 0; at < tags.length; at += BLOCK_ROWS) {
    blocks.push({ tags: tags.slice(at, at + BLOCK_ROWS), values: values.slice(at, at + BLOCK_ROWS) });
  }
  return { blocks, texts };
}

/** A column made of others keeps the currencies of their number formats. */
export function sameCurrencies(column: RawColumn, from: readonly (RawColumn | undefined)[]): RawColumn {
  const currencies = [...new Set(from.flatMap((each) => each?.currencies ?? []))];
  return currencies.length === 0 ? column : { ...column, currencies };
}

function emptyColumn(rows: number): RawColumn {
  return { blocks: Array.from({ length: Math.ceil(rows / BLOCK_ROWS) }, () => null), texts: [] };
}

/** A column of texts, '' for nothing. Example: `textColumn(['Blad', 'Store 1'])`. */
export function textColumn(cells: readonly string[]): RawColumn {
  const codes = new Map<string, number>();
  const tags = new Uint8Array(cells.length);
  const values = new Float64Array(cells.length);
  cells.forEach((cell, row) => {
    if (cell === '') return;
    const code = codes.get(cell) ?? codes.size;
    codes.set(cell, code);
    tags[row] = TEXT;
    values[row] = code;
  });
  return columnOf(tags, values, [...codes.keys()]);
}

/** All rows of a column, to be changed and made a column again with `columnOf`. */
export function columnCells(
  table: RawTable,
  column: number,
): { readonly tags: Uint8Array; readonly values: Float64Array } {
  const tags = new Uint8Array(table.rows);
  const values = new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    tags[row] = tagAt(table, row, column);
    values[row] = valueAt(table, row, column);
  }
  return { tags, values };
}

/** Rows `first` to `last`, both included. */
export function rowsBetween(first: number, last: number): Int32Array {
  const rows = new Int32Array(Math.max(0, last - first + 1));
  for (let i = 0; i < rows.length; i++) rows[i] = first + i;
  return rows;
}

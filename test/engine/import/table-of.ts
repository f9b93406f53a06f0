import {
  BLOCK_ROWS,
  BOOLEAN,
  COMMA,
  DATE,
  DOT,
  EMPTY,
  ERROR,
  NO_CACHED_VALUE,
  TEXT,
  type RawTable,
} from '#engine/import/raw-table.ts';

/** A cell of a test table: text as it stands in a CSV, a workbook's number or date, an error, a formula without value. */
export type Cell =
  | string
  | boolean
  | null
  | { readonly number: string }
  | { readonly serial: number }
  | { readonly error: string }
  | { readonly formula: 'no value' };

/** A table as a text file gives it, read the slow and simple way: plain numbers are numbers, all else is text. */
export function textTable(rows: readonly (readonly Cell[])[], extra: Partial<RawTable> = {}): RawTable {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, c) => {
    const texts: string[] = [];
    const codes = new Map<string, number>();
    const code = (text: string): number => {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, texts.length);
      return texts.push(text) - 1;
    };
    const cells = rows.map((row) => encode(row[c] ?? null, code));
    const blocks = [];
    for (let at = 0; at < rows.length; at += BLOCK_ROWS) {
      const part = cells.slice(at, at + BLOCK_ROWS);
      blocks.push({
        tags: Uint8Array.from(part, ([tag]) => tag),
        values: Float64Array.from(part, ([, value]) => value),
      });
    }
    return { blocks, texts };
  });
  return { rows: rows.length, fileRows: null, columns, dateSystem: 1900, merges: [], ragged: 0, ...extra };
}

function encode(cell: Cell, code: (text: string) => number): readonly [number, number] {
  if (cell === null || cell === '') return [EMPTY, 0];
  if (typeof cell === 'boolean') return [BOOLEAN, cell ? 1 : 0];
  if (typeof cell === 'object') {
    if ('serial' in cell) return [DATE, cell.serial];
    if ('formula' in cell) return [NO_CACHED_VALUE, 0];
    if ('error' in cell) return [ERROR, code(cell.error)];
    return encode(cell.number, code);
  }
  const plain = /^(-?)(0|[1-9]\d*)(?:([.,])(\d+))?$/.exec(cell);
  if (plain === null || cell === '-0') return [TEXT, code(cell)];
  const [, sign = '', whole = '', mark = '.', decimals = ''] = plain;
  if ((whole + decimals).length > 15) return [TEXT, code(cell)];
  const value = Number(whole + decimals) * (sign === '-' ? -1 : 1);
  if (value === 0 && sign === '-') return [TEXT, code(cell)];
  return [(mark === ',' ? COMMA : DOT) + decimals.length, value];
}

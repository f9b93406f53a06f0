import type { RawTable } from '#engine/import/raw-table.ts';

const FIRST_ROWS = 50;

type Ranges = RawTable['merges'];

/** Merged ranges as a sheet names them, `B2:D3`, in places of the table. */
export function mergedRanges(references: readonly string[], fileRows: Int32Array): Ranges {
  const ranges: Ranges[number][] = [];
  for (const reference of references) {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
    if (match === null) continue;
    const [, left = '', top, right = '', bottom] = match;
    ranges.push({ top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) });
  }
  return rangesInTable(ranges, fileRows);
}

/**
 * Ranges whose rows are the sheet's (1-based) in rows of the table, which are those with content; only the ones that touch
 * the table's first 50 rows.
 */
export function rangesInTable(ranges: Ranges, fileRows: Int32Array): Ranges {
  const head = fileRows.subarray(0, FIRST_ROWS);
  const kept: Ranges[number][] = [];
  for (const range of ranges) {
    const top = head.findIndex((row) => row >= range.top);
    const below = head.findIndex((row) => row > range.bottom);
    const bottom = below < 0 ? head.length - 1 : below - 1;
    if (top >= 0 && bottom >= top) kept.push({ ...range, top, bottom });
  }
  return kept;
}

/** `A` is 0, `AA` is 26. */
function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

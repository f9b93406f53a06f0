import { cellText } from '#engine/import/cells.ts';
import type { ImportPlan } from '#engine/import/import-plan.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import type { RejectedRow } from '#shared/importing.ts';

/** Row of the table, from `from` on, with a row number of the file and the value at fault: both can come more than once. */
function tableRow(table: RawTable, { row, value }: RejectedRow, column: number, from: number): number {
  if (table.fileRows === null) return row - 1;
  let first = -1;
  for (let at = from; at < table.rows; at++) {
    if (table.fileRows[at] !== row) continue;
    if (cellText(table, at, column) === value) return at;
    if (first < 0) first = at;
  }
  return Math.max(first, from);
}

/** Whole rows under the file's own header, as text: corrected, they are read as the file was. */
export function wholeRows(
  plan: ImportPlan,
  table: RawTable,
  rejected: readonly RejectedRow[],
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  let from = 0;
  return {
    header: plan.header.names,
    rows: rejected.map((one) => {
      const at = tableRow(table, one, plan.header.names.indexOf(one.column), from);
      // In the order of the table.
      from = at + 1;
      return table.columns.map((_, column) => cellText(table, at, column));
    }),
  };
}

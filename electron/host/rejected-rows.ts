import { cellText } from '#engine/import/cells.ts';
import type { ImportPlan } from '#engine/import/import-plan.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import type { RejectedRow } from '#shared/importing.ts';

/** Row of the table that stands at a row number of the file. */
function tableRow({ fileRows }: RawTable, fileRow: number): number {
  if (fileRows === null) return fileRow - 1;
  let [low, high] = [0, fileRows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fileRows[middle] ?? 0) < fileRow) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whole rows under the file's own header, as text: corrected, they are read as the file was. */
export function wholeRows(
  plan: ImportPlan,
  table: RawTable,
  rejected: readonly RejectedRow[],
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    header: plan.header.names,
    rows: rejected.map(({ row }) => {
      const at = tableRow(table, row);
      return table.columns.map((_, column) => cellText(table, at, column));
    }),
  };
}

import type { Grid, GridLine, GridViewInput } from '#shared/grid.ts';
import type { HostBridge } from '../../transport/host-bridge.ts';
import { valueOf } from '../../transport/host-failure.ts';

const MOST_LINES = 2000;
const CELLS_AT_ONCE = 60_000;

/** All of a table at once, for the clipboard. */
export interface WholeTable {
  readonly rows: readonly GridLine[];
  readonly columns: readonly GridLine[];
  /** Row by row. */
  readonly cells: readonly { readonly value: number | null; readonly hasReason: boolean }[];
}

/** Fetches a whole table, block by block; null where it has more cells than `most`. */
export async function wholeTable(host: HostBridge, view: GridViewInput, most: number): Promise<WholeTable | null> {
  const grid = async (rows: Stretch, columns: Stretch): Promise<Grid> =>
    valueOf(await host.call('question.grid', { view, window: { rows, columns } }));
  const { rowCount, columnCount } = await grid({ from: 0, count: 1 }, { from: 0, count: 1 });
  if (rowCount * columnCount > most || columnCount > MOST_LINES) return null;
  const step = Math.max(1, Math.min(MOST_LINES, Math.floor(CELLS_AT_ONCE / Math.max(1, columnCount))));
  const rows: GridLine[] = [];
  const cells: { readonly value: number | null; readonly hasReason: boolean }[] = [];
  let columns: readonly GridLine[] = [];
  for (let from = 0; from < rowCount; from += step) {
    const block = await grid({ from, count: step }, { from: 0, count: columnCount });
    columns = block.columns;
    rows.push(...block.rows);
    block.cells.forEach((value, index) => cells.push({ value, hasReason: block.reasons[index] !== undefined }));
  }
  return { rows, columns, cells };
}

type Stretch = { readonly from: number; readonly count: number };

import { NO_INT, type DecimalColumn } from '#engine/ports/workspace-columns.ts';
import type { FinerCells, PlacedRows } from './cell-rows.ts';
import type { RowsInCells } from './placing.ts';
import { numberAt } from './quantile.ts';
import { remembered } from './remembered.ts';
import type { RowMask } from './row-mask.ts';

/**
 * Exact quantiles without sorting: values are counted in bins of equal width, cell by cell; the bin that holds the one sought is
 * then the only one whose values are put in order. Bins of larger cells are sums of those of the cells they are made of.
 */
const BINS = 2048;
const MOST_COUNTS = 2 ** 22;

export function fitsBins(cellCount: number): boolean {
  return (cellCount + 1) * BINS <= MOST_COUNTS;
}

/** By cell id, in ten-thousandths, NaN for a cell without a row. */
export function quantileByBins(rows: PlacedRows, values: DecimalColumn, mask: RowMask, q: number): Float64Array {
  const { cellCount } = rows;
  const bins = binsOf(rows, values, mask);
  const sought = Array.from({ length: cellCount }, (_, cell) => soughtIn(bins, cell, q));
  const collected = collect(rows.rows(), values, mask, binning(values), sought);
  return Float64Array.from(sought, (one, cell) => {
    const among = collected[cell];
    return one === null || among === undefined ? NaN : numberAt(among, one.place, one.between);
  });
}

/** Where the values around a quantile lie: bins from `low` to `high`, the lower value at a place among theirs, the share of the way to the next. */
interface Sought {
  readonly low: number;
  readonly high: number;
  readonly place: number;
  readonly between: number;
  readonly count: number;
}

function soughtIn(bins: Int32Array, cell: number, q: number): Sought | null {
  const first = cell * BINS;
  let rows = 0;
  for (let bin = 0; bin < BINS; bin++) rows += bins[first + bin] ?? 0;
  if (rows === 0) return null;
  const exact = q * (rows - 1);
  const lower = Math.floor(exact);
  const upper = Math.min(rows - 1, lower + 1);
  let [before, low] = [0, 0];
  while (before + (bins[first + low] ?? 0) <= lower) before += bins[first + low++] ?? 0;
  let [high, count] = [low, bins[first + low] ?? 0];
  while (before + count <= upper) count += bins[first + ++high] ?? 0;
  return { low, high, place: lower - before, between: exact - lower, count };
}

interface Binning {
  readonly least: number;
  readonly scale: number;
}

const known = new WeakMap<DecimalColumn, Binning>();

/** From the least to the greatest value of the column. A row whose value is missing passes no mask. */
function binning(values: DecimalColumn): Binning {
  return remembered(known, values, () => {
    let [least, greatest] = [Infinity, -Infinity];
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? NaN;
      if (value === NO_INT) continue;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    return { least, scale: greatest > least ? (BINS - 1) / (greatest - least) : 0 };
  });
}

/** Never falls as values rise, so that bins keep their order. */
const binOf = (value: number, { least, scale }: Binning): number => ((value - least) * scale) | 0;

function binsOf(rows: PlacedRows, values: DecimalColumn, mask: RowMask): Int32Array {
  const byMask = remembered(rows.known.bins, values, () => new Map<RowMask, Int32Array>());
  return remembered(byMask, mask, () => {
    const bins = new Int32Array((rows.cellCount + 1) * BINS);
    const { finer } = rows;
    if (finer !== null && fitsBins(finer.rows.cellCount)) addBins(bins, binsOf(finer.rows, values, mask), finer);
    else countBins(bins, rows.rows(), values, mask, binning(values));
    return bins;
  });
}

function countBins(
  bins: Int32Array,
  { positions, first, cells }: RowsInCells,
  values: DecimalColumn,
  mask: RowMask,
  by: Binning,
): void {
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    if (mask !== null && mask[row] !== 1) continue;
    const at = (cells[i] ?? 0) * BINS + binOf(values[row] ?? 0, by);
    bins[at] = (bins[at] ?? 0) + 1;
  }
}

function addBins(bins: Int32Array, smaller: Int32Array, { cells }: FinerCells): void {
  for (let id = 0; id + 1 < cells.length; id++) {
    const [from, to] = [id * BINS, (cells[id] ?? 0) * BINS];
    for (let bin = 0; bin < BINS; bin++) bins[to + bin] = (bins[to + bin] ?? 0) + (smaller[from + bin] ?? 0);
  }
}

/** The values of the sought bins, cell by cell. */
function collect(
  { positions, first, cells }: RowsInCells,
  values: DecimalColumn,
  mask: RowMask,
  by: Binning,
  sought: readonly (Sought | null)[],
): readonly Float64Array[] {
  // Bins of none lie between these.
  const low = new Int32Array(sought.length + 1).fill(BINS);
  const high = new Int32Array(sought.length + 1).fill(-1);
  const next = new Int32Array(sought.length + 1);
  let length = 0;
  for (const [cell, one] of sought.entries()) {
    next[cell] = length;
    if (one === null) continue;
    low[cell] = one.low;
    high[cell] = one.high;
    length += one.count;
  }
  const starts = next.slice();
  const found = new Float64Array(length);
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    if (mask !== null && mask[row] !== 1) continue;
    const cell = cells[i] ?? 0;
    const value = values[row] ?? 0;
    const bin = binOf(value, by);
    if (bin < (low[cell] ?? 0) || bin > (high[cell] ?? 0)) continue;
    const at = next[cell] ?? 0;
    found[at] = value;
    next[cell] = at + 1;
  }
  return sought.map((one, cell) => found.subarray(starts[cell] ?? 0, (starts[cell] ?? 0) + (one?.count ?? 0)));
}

import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import { eachRow, type AskedRows } from './each-row.ts';

/** Bins a cell: as many as half of the room holds, each with how many values lie in it, its least and its greatest. */
const MOST_BINS = 2048;
const LEAST_BINS = 4;
const BYTES_A_BIN = 4 + 8 + 8;
const SHARE = 2;

/** By cell: between which two of its values the one sought lies, its place among those, and the value that follows them. */
interface Sought {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly place: Float64Array;
  readonly count: Float64Array;
  readonly next: Float64Array;
}

/**
 * Exact quantiles by cell id as `quantileOf` has them, NaN for a cell without a row, without holding the values: each pass over the
 * rows counts those between two bounds in bins and takes the bounds of the bin that holds the one sought, until they are one value.
 */
export function streamedQuantile(rows: AskedRows<DecimalColumn>, q: number, room: number): Float64Array {
  const { ids } = rows.cells;
  const counts = rows.cells.counts(rows.conditions);
  const size = ids.size();
  const sought: Sought = {
    low: new Float64Array(size).fill(Infinity),
    high: new Float64Array(size).fill(-Infinity),
    place: new Float64Array(size),
    count: Float64Array.from({ length: size }, (_, id) => counts.at(id)),
    next: new Float64Array(size).fill(NaN),
  };
  const { low, high, place, count, next } = sought;
  eachRow(rows, ids, (id, values, row) => {
    const value = values[row] ?? NaN;
    if (value < (low[id] ?? 0)) low[id] = value;
    if (value > (high[id] ?? 0)) high[id] = value;
  });
  const exact = count.map((all) => q * (all - 1));
  exact.forEach((at, id) => (place[id] = Math.floor(at)));
  const bins = Math.min(MOST_BINS, Math.max(LEAST_BINS, Math.floor(room / SHARE / BYTES_A_BIN / Math.max(1, size))));
  while (low.some((bound, id) => bound < (high[id] ?? 0))) narrow(rows, sought, bins);
  return exact.map((at, id) => {
    if (count[id] === 0 || !Number.isFinite(low[id])) return NaN;
    const lower = low[id] ?? NaN;
    const isAmong = (place[id] ?? 0) + 1 < (count[id] ?? 0);
    const after = next[id] ?? NaN;
    const upper = isAmong || Number.isNaN(after) ? lower : after;
    return lower + (at - Math.floor(at)) * (upper - lower);
  });
}

function narrow(rows: AskedRows<DecimalColumn>, { low, high, place, count, next }: Sought, bins: number): void {
  mayStop();
  const tallies = new Int32Array(low.length * bins);
  const least = new Float64Array(tallies.length).fill(Infinity);
  const greatest = new Float64Array(tallies.length).fill(-Infinity);
  eachRow(rows, rows.cells.ids, (id, values, row) => {
    const [from, to] = [low[id] ?? 0, high[id] ?? 0];
    const value = values[row] ?? NaN;
    if (from >= to || !(value >= from && value <= to)) return;
    const at = id * bins + Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins));
    tallies[at] = (tallies[at] ?? 0) + 1;
    if (value < (least[at] ?? 0)) least[at] = value;
    if (value > (greatest[at] ?? 0)) greatest[at] = value;
  });
  for (let id = 0; id < low.length; id++) {
    if ((low[id] ?? 0) >= (high[id] ?? 0)) continue;
    const end = (id + 1) * bins;
    let at = id * bins;
    while ((place[id] ?? 0) >= (tallies[at] ?? 0)) place[id] = (place[id] ?? 0) - (tallies[at++] ?? 0);
    [low[id], high[id], count[id]] = [least[at] ?? NaN, greatest[at] ?? NaN, tallies[at] ?? 0];
    let after = at + 1;
    while (after < end && tallies[after] === 0) after++;
    if (after < end) next[id] = least[after] ?? NaN;
  }
}

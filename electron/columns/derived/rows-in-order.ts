import { NO_DAY, type DayColumn } from '#engine/ports/workspace-columns.ts';
import { mayStop, mayStopAmong, STEPS } from '#engine/stoppable.ts';
import type { Codes } from '../fields.ts';

/**
 * Rows by key, the earliest first, those of a day as they stand: key k's are from `starts[k]` to before `starts[k + 1]`.
 * Rows without key or day are in none.
 */
export interface OrderedRows {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** Aligned with `rows`. */
  readonly days: Int32Array;
}

/** Two counting sorts, by day and then by key: linear in rows, keys and days. */
export function rowsInOrder({ codes, members }: Codes, days: DayColumn): OrderedRows {
  const isPlaced = (row: number): boolean => codes[row] !== 0 && days[row] !== NO_DAY;
  const byDay = rowsByDay(days, isPlaced);
  const starts = new Int32Array(members + 1);
  for (let i = 0; i < byDay.length; i++) {
    if ((i & STEPS) === 0) mayStop();
    const next = (codes[byDay[i] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let key = 0; key < members; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice(0, members);
  const [rows, daysOfRows] = [new Int32Array(byDay.length), new Int32Array(byDay.length)];
  for (let i = 0; i < byDay.length; i++) {
    if ((i & STEPS) === 0) mayStop();
    const row = byDay[i] ?? 0;
    const key = codes[row] ?? 0;
    const at = next[key] ?? 0;
    rows[at] = row;
    daysOfRows[at] = days[row] ?? NO_DAY;
    next[key] = at + 1;
  }
  return { starts, rows, days: daysOfRows };
}

function rowsByDay(days: DayColumn, isPlaced: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(days.length);
  let [count, inOrder, first, last] = [0, true, NO_DAY, NO_DAY];
  for (let row = 0; row < days.length; row++) {
    if ((row & STEPS) === 0) mayStop();
    if (!isPlaced(row)) continue;
    const day = days[row] ?? NO_DAY;
    if (day < last) inOrder = false;
    else last = day;
    if (count === 0 || day < first) first = day;
    rows[count] = row;
    count += 1;
  }
  const placed = rows.slice(0, count);
  if (inOrder) return placed;
  const starts = new Int32Array(last - first + 2);
  for (let i = 0; i < count; i++) {
    if ((i & STEPS) === 0) mayStop();
    const next = (days[placed[i] ?? 0] ?? 0) - first + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let day = 1; day < starts.length; day++) starts[day] = (starts[day] ?? 0) + (starts[day - 1] ?? 0);
  for (let i = 0; i < count; i++) {
    if ((i & STEPS) === 0) mayStop();
    const row = placed[i] ?? 0;
    const day = (days[row] ?? 0) - first;
    const at = starts[day] ?? 0;
    rows[at] = row;
    starts[day] = at + 1;
  }
  return rows.subarray(0, count);
}

/** Only the rows that count, in the same order. */
export function onlyRows(ordered: OrderedRows, counts: (row: number) => boolean): OrderedRows {
  const { length } = ordered.rows;
  const [rows, days] = [new Int32Array(length), new Int32Array(length)];
  const starts = new Int32Array(ordered.starts.length);
  let count = 0;
  for (let key = 0; key + 1 < starts.length; key++) {
    mayStopAmong();
    const end = ordered.starts[key + 1] ?? 0;
    for (let i = ordered.starts[key] ?? 0; i < end; i++) {
      const row = ordered.rows[i] ?? 0;
      if (!counts(row)) continue;
      rows[count] = row;
      days[count] = ordered.days[i] ?? NO_DAY;
      count += 1;
    }
    starts[key + 1] = count;
  }
  return count === length ? ordered : { starts, rows: rows.slice(0, count), days: days.slice(0, count) };
}

import { NO_DAY, type CodeColumn, type DayColumn } from '#engine/ports/workspace-columns.ts';
import type { Codes, Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';
import { rowsInOrder, type OrderedRows } from './rows-in-order.ts';

/** Rows that are one subscription over time. */
export interface SubscriptionChains {
  /** By row, the row that continues it; −1 for none. */
  readonly next: Int32Array;
  readonly keys: Codes;
}

interface Rows {
  readonly customers: Codes;
  readonly starts: DayColumn;
  readonly ends: DayColumn | null;
  readonly ids: Codes | null;
}

/**
 * A row continues one that ended on the day it starts or the day before: of the same number, else of the same customer where it calls itself an upgrade or downgrade.
 * Two that merely meet are two. A chain has the number of its first row; without a number every chain is its own.
 */
export function subscriptionChains(fields: Fields): SubscriptionChains | null {
  const customers = fields.codes('subscription', 'customer');
  const starts = fields.days('subscription', 'start');
  if (customers === null || starts === null) return null;
  const ids = fields.codes('subscription', 'id');
  const rows = { customers, starts, ends: fields.days('subscription', 'end'), ids };
  const next = new Int32Array(starts.length).fill(-1);
  const before = new Int32Array(starts.length).fill(-1);
  const link = (from: number, to: number): void => {
    next[from] = to;
    before[to] = from;
  };
  if (ids !== null) linkWhere(rows, rowsInOrder(ids, starts), next, before, link, () => true);
  const changes = changesOf(fields);
  if (changes !== null) linkWhere(rows, rowsInOrder(customers, starts), next, before, link, changes);
  return { next, keys: keysOf(rows, before) };
}

/** Links the rows of a group that may continue another to the first of the group that ended then and that nothing continues. */
function linkWhere(
  { starts, ends }: Rows,
  groups: OrderedRows,
  next: Int32Array,
  before: Int32Array,
  link: (from: number, to: number) => void,
  mayContinue: (row: number) => boolean,
): void {
  if (ends === null) return;
  for (let key = 1; key + 1 < groups.starts.length; key++) {
    const rows = groups.rows.subarray(groups.starts[key], groups.starts[key + 1]);
    if (rows.length < 2) continue;
    const byEnd = Map.groupBy(rows, (row) => ends[row] ?? NO_DAY);
    byEnd.delete(NO_DAY);
    for (const row of rows) {
      const start = starts[row] ?? NO_DAY;
      if (before[row] !== -1 || !mayContinue(row)) continue;
      const ended = [...(byEnd.get(start) ?? []), ...(byEnd.get(start - 1) ?? [])];
      const from = ended.find((one) => one !== row && next[one] === -1 && (starts[one] ?? NO_DAY) < start);
      if (from !== undefined) link(from, row);
    }
  }
}

function changesOf(fields: Fields): ((row: number) => boolean) | null {
  const types = fields.codes('subscription', 'type')?.codes ?? null;
  if (types === null) return null;
  const isChange = fields.names('subscription', 'type').map((name) => name === 'upgrade' || name === 'downgrade');
  return (row) => isChange[types[row] ?? 0] === true;
}

function keysOf({ customers, starts, ids }: Rows, before: Int32Array): Codes {
  const known = ids?.members ?? 1;
  const keys = new Int32Array(starts.length);
  const inTime = rowsInOrder({ codes: everyRow(customers.codes), members: 2 }, starts).rows;
  for (const row of inTime) {
    const id = ids?.codes[row] ?? 0;
    const from = before[row] ?? -1;
    keys[row] = from !== -1 ? (keys[from] ?? 0) : id !== 0 ? id : known + row;
  }
  return { codes: keys, members: known + starts.length };
}

const everyRow = (codes: CodeColumn): Uint8Array => new Uint8Array(codes.length).fill(1);

/** `end`, or the start of the row that continues this one; missing while it stands. */
export function ended(fields: Fields): DerivedColumn | null {
  const days = fields.once(endDays);
  return days === null ? null : { type: 'days', days: fields.picked(days) };
}

function endDays(fields: Fields): DayColumn | null {
  const chains = fields.once(subscriptionChains);
  const starts = fields.days('subscription', 'start');
  const ends = fields.days('subscription', 'end');
  if (chains === null || starts === null) return null;
  return chains.next.map((next, row) => (next === -1 ? (ends?.[row] ?? NO_DAY) : (starts[next] ?? NO_DAY)));
}

/** The same for a row and all that continue it. */
export function subscriptionKey(fields: Fields): DerivedColumn | null {
  const keys = fields.once(subscriptionChains)?.keys ?? null;
  return keys === null ? null : { type: 'codes', codes: fields.picked(keys.codes), members: keys.members };
}

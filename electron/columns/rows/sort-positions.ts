import type { KindTable, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { compareLabels } from '#engine/question/member-order.ts';
import { AppError } from '#shared/errors.ts';
import type { RowSort } from '#shared/stored-rows.ts';
import { missingIn } from './row-filter.ts';

const BITS = 16;
const BUCKETS = 2 ** BITS;

/**
 * The positions in the order of a column, rows without a value last either way, equal ones as they stood.
 * Throws E_UNKNOWN_DIMENSION where the kind has no such field.
 */
export function sortPositions(
  positions: Int32Array,
  { field, descending }: RowSort,
  table: KindTable,
  columns: WorkspaceColumns,
): Int32Array {
  const info = table.fields.find(({ key }) => key === field);
  if (info === undefined)
    throw new AppError('E_UNKNOWN_DIMENSION', `There is no field "${field}".`, { dimension: field });
  const values =
    info.type === 'decimal' ? table.decimals(field) : info.type === 'flag' ? table.flags(field) : table.days(field);
  const ranks = info.dimension === null ? null : labelRanks(columns.members(info.dimension));
  const codes = ranks === null ? null : table.codes(field);
  const isMissing = missingIn(table, info);
  const keys = Float64Array.from(positions, (row) =>
    isMissing(row) ? NaN : ranks === null ? (values?.[row] ?? NaN) : (ranks[codes?.[row] ?? 0] ?? 0),
  );
  let [low, high] = [Infinity, -Infinity];
  for (const key of keys) {
    if (key < low) low = key;
    if (key > high) high = key;
  }
  const span = high < low ? 0 : high - low + 1;
  return radixSorted(
    positions,
    keys.map((key) => (Number.isNaN(key) ? span : descending ? high - key : key - low)),
    span,
  );
}

/** Place of each name among all, in the order people read. */
function labelRanks(names: readonly string[]): Int32Array {
  const ranks = new Int32Array(names.length);
  const order = [...names.keys()].sort((a, b) => compareLabels(names[a] ?? '', names[b] ?? ''));
  order.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return ranks;
}

/** By whole keys from 0 to `highest`, sixteen bits at a time. */
function radixSorted(positions: Int32Array, keys: Float64Array, highest: number): Int32Array {
  let [now, next] = [
    { positions: positions.slice(), keys: keys.slice() },
    { positions: new Int32Array(keys.length), keys: new Float64Array(keys.length) },
  ];
  for (let scale = 1; scale <= highest; scale *= BUCKETS) {
    const digits = Uint16Array.from(now.keys, (key) => Math.floor(key / scale) % BUCKETS);
    const starts = new Int32Array(BUCKETS + 1);
    for (const digit of digits) starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
    for (let bucket = 1; bucket <= BUCKETS; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    for (let i = 0; i < digits.length; i++) {
      const at = starts[digits[i] ?? 0] ?? 0;
      starts[digits[i] ?? 0] = at + 1;
      next.positions[at] = now.positions[i] ?? 0;
      next.keys[at] = now.keys[i] ?? 0;
    }
    [now, next] = [next, now];
  }
  return now.positions;
}

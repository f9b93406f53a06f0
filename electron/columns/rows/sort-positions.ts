import { NO_DAY, NO_INT, type KindTable } from '#engine/ports/workspace-columns.ts';
import { AppError } from '#shared/errors.ts';
import type { RowSort } from '#shared/stored-rows.ts';

/** Place of each name of a dimension among all, in the order people read. */
export type LabelRanks = (dimension: string) => Int32Array;

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
  ranksOf: LabelRanks,
): Int32Array {
  const values = sortValues(field, table, ranksOf);
  const keys = new Float64Array(positions.length);
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < keys.length; i++) {
    const value = values.at[positions[i] ?? 0] ?? NaN;
    const key = value === values.missing ? NaN : (values.ranks?.[value] ?? value);
    keys[i] = key;
    if (key < low) low = key;
    if (key > high) high = key;
  }
  const span = high < low ? 0 : high - low + 1;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? NaN;
    keys[i] = key === key ? (descending ? high - key : key - low) : span;
  }
  return radixSorted(positions, keys, span);
}

/** Numbers in the order of a field's values; of texts the place of their names. */
interface SortValues {
  readonly at: Int32Array | Float64Array | Uint8Array | Uint16Array;
  readonly missing: number;
  readonly ranks: Int32Array | null;
}

function sortValues(field: string, table: KindTable, ranksOf: LabelRanks): SortValues {
  const info = table.fields.find(({ key }) => key === field);
  const ranks = info?.dimension == null ? null : ranksOf(info.dimension);
  const decimals = table.decimals(field);
  const values: readonly (SortValues | null)[] = [
    sorted(table.codes(field), 0, ranks),
    sorted(decimals, decimals instanceof Int32Array ? NO_INT : NaN, null),
    sorted(table.days(field), NO_DAY, null),
    sorted(table.flags(field), 2, null),
  ];
  const found = values.find((each) => each !== null);
  if (found != null) return found;
  throw new AppError('E_UNKNOWN_DIMENSION', `There is no field "${field}".`, { dimension: field });
}

function sorted(at: SortValues['at'] | null, missing: number, ranks: Int32Array | null): SortValues | null {
  return at === null ? null : { at, missing, ranks };
}

/** By whole keys from 0 to `highest`, sixteen bits at a time. */
function radixSorted(positions: Int32Array, keys: Float64Array<ArrayBuffer>, highest: number): Int32Array {
  let [now, next] = [
    { positions: positions.slice(), keys },
    { positions: new Int32Array(keys.length), keys: new Float64Array(keys.length) },
  ];
  for (let scale = 1; scale <= highest; scale *= BUCKETS) {
    const starts = new Int32Array(BUCKETS + 1);
    for (let i = 0; i < keys.length; i++) {
      const after = (Math.floor((now.keys[i] ?? 0) / scale) % BUCKETS) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let bucket = 1; bucket <= BUCKETS; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    for (let i = 0; i < keys.length; i++) {
      const key = now.keys[i] ?? 0;
      const bucket = Math.floor(key / scale) % BUCKETS;
      const at = starts[bucket] ?? 0;
      starts[bucket] = at + 1;
      next.positions[at] = now.positions[i] ?? 0;
      next.keys[at] = key;
    }
    [now, next] = [next, now];
  }
  return now.positions;
}

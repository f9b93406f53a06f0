import type { CellRequest, CellRows, CellSlot, DayRange } from '#engine/ports/column-queries.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import type { RowGroups } from './breakdown.ts';
import type { Fields } from './fields.ts';
import type { RowMask } from './row-mask.ts';
import { slotTables, type SlotTable } from './slot-lookup.ts';

/** Rows with the cell each lies in; a row stands once for every slot that holds it. */
export interface PlacedRows extends CellRows {
  readonly positions: Int32Array;
  /** Cell ids, aligned with `positions`. */
  readonly cells: Int32Array;
  readonly cellCount: number;
  /** Rows by cell id, as they have been counted under a mask. */
  readonly counts: Map<RowMask, Int32Array>;
  /** Id of a cell's key, −1 where it has no row. */
  idOf(key: number): number;
  keyOf(id: number): number;
}

interface Placed {
  readonly positions: Int32Array;
  readonly keys: Int32Array | Float64Array;
}

/** Above this many cells a row, ids are handed out to the cells met instead of being the keys. */
const CELLS_A_ROW = 4;
const ALWAYS_DENSE = 65_536;

export function placeRows(
  fields: Fields,
  request: CellRequest,
  breakdown: RowGroups,
  selected: Int32Array | null,
  data: DayRange | null,
): PlacedRows {
  const groups = breakdown.groups(request.kind);
  const keyCount = breakdown.size() * request.slots.length;
  const Keys = keyCount > 2 ** 31 ? Float64Array : Int32Array;
  const rows = selected?.length ?? fields.rows(request.kind);
  const days = fields.days(request.kind, request.date);
  const parts =
    days === null || data === null
      ? []
      : request.nature === 'flow'
        ? slotTables(request.slots.map(daysOf), data).map((table) =>
            placeFlow(days, groups, selected, rows, table, request.slots.length, Keys),
          )
        : request.slots
            .map(daysOf)
            .flatMap((range, slot) =>
              range === null ? [] : [placeBalance(fields, request, days, groups, selected, rows, slot, range.to, Keys)],
            );
  const { positions, keys } = joined(parts, Keys);
  if (keyCount <= ALWAYS_DENSE + CELLS_A_ROW * fields.rows(request.kind) && keys instanceof Int32Array)
    return {
      request,
      positions,
      cells: keys,
      cellCount: keyCount,
      counts: new Map(),
      idOf: (key) => (key < keyCount ? key : -1),
      keyOf: (id) => id,
    };
  const ids = new Map<number, number>();
  const cells = Int32Array.from(keys, (key) => {
    const known = ids.get(key) ?? ids.size;
    ids.set(key, known);
    return known;
  });
  const keyOf = [...ids.keys()];
  return {
    request,
    positions,
    cells,
    cellCount: ids.size,
    counts: new Map(),
    idOf: (key) => ids.get(key) ?? -1,
    keyOf: (id) => keyOf[id] ?? -1,
  };
}

const daysOf = (slot: CellSlot): DayRange | null => (slot === 'undated' ? null : slot);

type KeyArray = Int32ArrayConstructor | Float64ArrayConstructor;

function placeFlow(
  days: Int32Array,
  groups: Int32Array | null,
  selected: Int32Array | null,
  rows: number,
  { first, slots }: SlotTable,
  slotCount: number,
  Keys: KeyArray,
): Placed {
  const positions = new Int32Array(rows);
  const keys = new Keys(rows);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const row = selected === null ? i : (selected[i] ?? 0);
    const slot = slots[(days[row] ?? NO_DAY) - first] ?? -1;
    if (slot < 0) continue;
    positions[count] = row;
    keys[count] = groups === null ? slot : (groups[row] ?? 0) * slotCount + slot;
    count += 1;
  }
  return { positions: positions.subarray(0, count), keys: keys.subarray(0, count) };
}

function placeBalance(
  fields: Fields,
  { kind, until, slots }: CellRequest,
  days: Int32Array,
  groups: Int32Array | null,
  selected: Int32Array | null,
  rows: number,
  slot: number,
  day: number,
  Keys: KeyArray,
): Placed {
  const ends = until === null ? null : fields.days(kind, until);
  const positions = new Int32Array(rows);
  const keys = new Keys(rows);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const row = selected === null ? i : (selected[i] ?? 0);
    const start = days[row] ?? NO_DAY;
    const end = ends?.[row] ?? NO_DAY;
    if (start === NO_DAY || start > day || (end !== NO_DAY && end <= day)) continue;
    positions[count] = row;
    keys[count] = (groups?.[row] ?? 0) * slots.length + slot;
    count += 1;
  }
  return { positions: positions.subarray(0, count), keys: keys.subarray(0, count) };
}

function joined(parts: readonly Placed[], Keys: KeyArray): Placed {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return only;
  const length = parts.reduce((sum, part) => sum + part.positions.length, 0);
  const positions = new Int32Array(length);
  const keys = new Keys(length);
  let at = 0;
  for (const part of parts) {
    positions.set(part.positions, at);
    keys.set(part.keys, at);
    at += part.positions.length;
  }
  return { positions, keys };
}

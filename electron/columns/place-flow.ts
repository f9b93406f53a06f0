import type { CellRequest, CellSlot, DayRange } from '#engine/ports/column-queries.ts';
import { NO_DAY, type CodeColumn, type DayColumn } from '#engine/ports/workspace-columns.ts';
import { arrayFor } from './breakdown.ts';
import { rowsWithin } from './day-blocks.ts';
import type { Placed, Placing, RowsInCells } from './placing.ts';
import { slotTables, type SlotTable } from './slot-lookup.ts';

/** The cell of every row of a flow whose slots share no day, in one pass and without a list of rows; null for what is placed otherwise. */
export function placeInOneSlot(placing: Placing, cellCount: number, data: DayRange | null): RowsInCells | null {
  const { fields, request, groups, selected } = placing;
  const { kind, date, nature, slots, standing } = request;
  const days = fields.days(kind, date);
  if (nature !== 'flow' || standing !== null || days === null || data === null || slots.some(takesUndated)) return null;
  const [table, ...others] = slotTables(slots.map(daysIn), data);
  if (others.length > 0) return null;
  if (table === undefined) return { positions: null, first: 0, cells: new Uint8Array(0), shares: null };
  const within = rowsWithin(days, { from: table.first, to: table.first + table.slots.length - 1 });
  const rows = within.end - within.first;
  const chosen = selected === null ? null : among(selected, within);
  // Where most rows pass the filters, reading all in their order is quicker than looking up those that do.
  const positions = chosen !== null && chosen.length * 2 > rows ? null : chosen;
  const cells = arrayFor(cellCount + 1, positions?.length ?? rows);
  const place = { cells, days, first: within.first, none: cellCount };
  if (positions !== null) fillSelected(place, positions, groups, table, slots.length);
  else if (groups !== null) fillCells(place, groups, table, slots.length);
  else fillSlots(place, table);
  if (positions === null && chosen !== null) leaveOut(place, chosen);
  return { positions, first: within.first, cells, shares: null };
}

/** The rows between those that were chosen are in no cell. */
function leaveOut({ cells, first, none }: Filled, chosen: Int32Array): void {
  let next = 0;
  for (let i = 0; i < chosen.length; i++) {
    const at = (chosen[i] ?? 0) - first;
    while (next < at) cells[next++] = none;
    next = at + 1;
  }
  cells.fill(none, next);
}

/** Of ascending positions those from the first row to before the end. */
function among(selected: Int32Array, { first, end }: { readonly first: number; readonly end: number }): Int32Array {
  return selected.subarray(placeOf(selected, first), placeOf(selected, end));
}

function placeOf(ascending: Int32Array, row: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cells to fill for the rows from `first`, with `none` for a row in no slot. */
interface Filled {
  readonly cells: CodeColumn;
  readonly days: DayColumn;
  readonly first: number;
  readonly none: number;
}

function fillSlots({ cells, days, first, none }: Filled, table: SlotTable): void {
  const { slots, first: start } = table;
  for (let i = 0; i < cells.length; i++) {
    const slot = slots[(days[first + i] ?? NO_DAY) - start] ?? -1;
    cells[i] = slot < 0 ? none : slot;
  }
}

function fillCells(
  { cells, days, first, none }: Filled,
  groups: CodeColumn,
  table: SlotTable,
  slotCount: number,
): void {
  const { slots, first: start } = table;
  for (let i = 0; i < cells.length; i++) {
    const slot = slots[(days[first + i] ?? NO_DAY) - start] ?? -1;
    cells[i] = slot < 0 ? none : (groups[first + i] ?? 0) * slotCount + slot;
  }
}

function fillSelected(
  { cells, days, none }: Filled,
  positions: Int32Array,
  groups: CodeColumn | null,
  table: SlotTable,
  slotCount: number,
): void {
  const { slots, first: start } = table;
  for (let i = 0; i < cells.length; i++) {
    const row = positions[i] ?? 0;
    const slot = slots[(days[row] ?? NO_DAY) - start] ?? -1;
    cells[i] = slot < 0 ? none : (groups === null ? 0 : (groups[row] ?? 0) * slotCount) + slot;
  }
}

/** Rows in the slots that hold their date, and those without one in the slots that ask for them. */
export function placeFlow(placing: Placing, days: DayColumn | null, data: DayRange | null): readonly Placed[] {
  const { fields, request } = placing;
  const { kind, slots, standing } = request;
  const dated =
    days === null || data === null
      ? []
      : slotTables(slots.map(daysIn), data).map((table) => placeDated(placing, days, table));
  if (standing === null) return [...dated, ...placeUndated(placing, days)];
  const others = fields.days(kind, standing.field);
  return dated.map((placed) => onlyStanding(placed, standing.kind, others, slots));
}

const daysIn = (slot: CellSlot): DayRange | null => (slot === 'undated' ? null : slot);

function placeDated(
  { request, groups, selected, rows, Keys }: Placing,
  days: DayColumn,
  { first, slots }: SlotTable,
): Placed {
  const slotCount = request.slots.length;
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

/** Of the rows placed by one end, those whose other end lies before the slot, or not within or before it. */
function onlyStanding(
  { positions, keys }: Placed,
  when: NonNullable<CellRequest['standing']>['kind'],
  others: DayColumn | null,
  slots: readonly CellSlot[],
): Placed {
  const [firsts, lasts] = [new Int32Array(slots.length), new Int32Array(slots.length)];
  for (const [i, slot] of slots.entries()) {
    firsts[i] = daysIn(slot)?.from ?? NO_DAY;
    lasts[i] = daysIn(slot)?.to ?? NO_DAY;
  }
  let count = 0;
  for (let i = 0; i < positions.length; i++) {
    const key = keys[i] ?? 0;
    const other = others?.[positions[i] ?? 0] ?? NO_DAY;
    const slot = key % slots.length;
    const stands =
      when === 'at-start'
        ? other !== NO_DAY && other < (firsts[slot] ?? NO_DAY)
        : other === NO_DAY || other > (lasts[slot] ?? NO_DAY);
    if (!stands) continue;
    positions[count] = positions[i] ?? 0;
    keys[count] = key;
    count += 1;
  }
  return { positions: positions.subarray(0, count), keys: keys.subarray(0, count) };
}

function placeUndated({ request, groups, selected, rows, Keys }: Placing, days: DayColumn | null): readonly Placed[] {
  const { slots } = request;
  if (!slots.some(takesUndated)) return [];
  const found = new Int32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const row = selected === null ? i : (selected[i] ?? 0);
    found[count] = row;
    count += Number(days === null || days[row] === NO_DAY);
  }
  const positions = found.subarray(0, count);
  return slots.flatMap((slot, i) => {
    if (!takesUndated(slot)) return [];
    const keys = new Keys(positions.length);
    for (let at = 0; at < keys.length; at++) keys[at] = (groups?.[positions[at] ?? 0] ?? 0) * slots.length + i;
    return [{ positions, keys }];
  });
}

/** Whether the rows without a date are in a slot. */
export function takesUndated(slot: CellSlot): boolean {
  return slot === 'undated' || slot?.undated === true;
}

import type { CellRequest, CellSlot, DayRange } from '#engine/ports/column-queries.ts';
import { NO_DAY, type CodeColumn, type DayColumn } from '#engine/ports/workspace-columns.ts';
import { inBlocks } from '#engine/stoppable.ts';
import { arrayFor } from './breakdown.ts';
import { allWithin, rowsWithin } from './day-blocks.ts';
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
  const [only, ...more] = slots;
  const isWhole = more.length === 0 && only != null && only !== 'undated' && allWithin(days, only);
  // Rows that are all in one slot lie where their group says.
  if (isWhole && selected === null && groups !== null)
    return { positions: null, first: 0, cells: groups, shares: null };
  const within = rowsWithin(days, { from: table.first, to: table.first + table.slots.length - 1 });
  const rows = within.end - within.first;
  const chosen = selected === null ? null : among(selected, within);
  // Where most rows pass the filters, reading all in their order is quicker than looking up those that do.
  const positions = chosen !== null && chosen.length * 2 > rows ? null : chosen;
  const cells = arrayFor(cellCount + 1, positions?.length ?? rows);
  const place = { cells, days, first: within.first, none: cellCount };
  if (chosen !== null) {
    // The rows between those that were chosen are in no cell.
    if (positions === null) cells.fill(cellCount);
    const slotTable = isWhole ? null : table;
    inBlocks(chosen.length, (from, to) => {
      fillSelected(place, chosen, positions === null, groups, slotTable, slots.length, from, to);
    });
  } else {
    inBlocks(cells.length, (from, to) => {
      if (groups !== null) fillCells(place, groups, table, slots.length, from, to);
      else fillSlots(place, table, from, to);
    });
  }
  return { positions, first: within.first, cells, shares: null };
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

function fillSlots({ cells, days, first, none }: Filled, table: SlotTable, from: number, to: number): void {
  const { slots, first: start } = table;
  for (let i = from; i < to; i++) {
    const slot = slots[(days[first + i] ?? NO_DAY) - start] ?? -1;
    cells[i] = slot < 0 ? none : slot;
  }
}

function fillCells(
  { cells, days, first, none }: Filled,
  groups: CodeColumn,
  table: SlotTable,
  slotCount: number,
  from: number,
  to: number,
): void {
  const { slots, first: start } = table;
  for (let i = from; i < to; i++) {
    const slot = slots[(days[first + i] ?? NO_DAY) - start] ?? -1;
    cells[i] = slot < 0 ? none : (groups[first + i] ?? 0) * slotCount + slot;
  }
}

/** The rows at some positions, each in its own place or one after the other; without a table in the only slot. */
function fillSelected(
  { cells, days, first, none }: Filled,
  positions: Int32Array,
  inPlace: boolean,
  groups: CodeColumn | null,
  table: SlotTable | null,
  slotCount: number,
  from: number,
  to: number,
): void {
  if (table === null) {
    for (let i = from; i < to; i++) {
      const row = positions[i] ?? 0;
      cells[inPlace ? row - first : i] = groups === null ? 0 : (groups[row] ?? 0);
    }
    return;
  }
  const { slots, first: start } = table;
  for (let i = from; i < to; i++) {
    const row = positions[i] ?? 0;
    const slot = slots[(days[row] ?? NO_DAY) - start] ?? -1;
    cells[inPlace ? row - first : i] = slot < 0 ? none : (groups === null ? 0 : (groups[row] ?? 0) * slotCount) + slot;
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

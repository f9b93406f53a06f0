import type { CellRequest, CellSlot, DayRange } from '#engine/ports/column-queries.ts';
import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import type { RowGroups } from './breakdown.ts';
import type { FinerCells, PlacedRows } from './cell-rows.ts';
import { takesUndated } from './place-flow.ts';
import type { FieldsWithUnited } from './united-codes.ts';

/**
 * How a request's cells are put together from those of another one of the same rows; null where they are not. Then whatever adds up
 * need not be counted again: six levels of subtotals cost one pass over the rows.
 */
export function finerCells(
  unites: FieldsWithUnited['unites'],
  finer: PlacedRows,
  request: CellRequest,
  breakdown: RowGroups,
  data: DayRange | null,
): FinerCells | null {
  const groups = groupsAmong(unites, finer.breakdown, breakdown);
  const slots = groups === null ? null : slotsAmong(finer.request, request, data);
  if (groups === null || slots === null) return null;
  const slotCount = finer.request.slots.length;
  const own = request.slots.length;
  const none = breakdown.size() * own;
  const cells = new Int32Array(finer.cellCount + 1).fill(none);
  for (let id = 0; id < finer.cellCount; id++) {
    const key = finer.keyOf(id);
    const at = Math.floor(key / slotCount);
    const slot = slots[key - at * slotCount] ?? -1;
    if (slot >= 0) cells[id] = (groups[at] ?? 0) * own + slot;
  }
  return { rows: finer, cells };
}

/** By group of the finer breakdown the group that holds it; null where it does not tell apart all that the other does. */
function groupsAmong(unites: FieldsWithUnited['unites'], finer: RowGroups, own: RowGroups): CodeColumn | null {
  const sources = own.dimensions.map((key) => {
    const place = finer.dimensions.indexOf(key);
    const united = place < 0 ? unites(key) : null;
    return { place: united === null ? place : finer.dimensions.indexOf(united.dimension), united };
  });
  if (sources.some(({ place }) => place < 0)) return null;
  const codes = finer.codesByDepth();
  const columns = sources.flatMap(({ place, united }) => {
    const column = codes[place];
    if (column === undefined || united === null) return column ?? [];
    const { codes: kept } = united;
    return Int32Array.from(column, (code) => kept[code] ?? 0);
  });
  return own.among(columns, finer.size());
}

/** By slot of the finer request the slot that holds it, −1 for none; null where slots are not made of whole others. */
function slotsAmong(finer: CellRequest, own: CellRequest, data: DayRange | null): Int32Array | null {
  if (sameSlots(finer.slots, own.slots)) return Int32Array.from(own.slots, (_, slot) => slot);
  if (own.nature !== 'flow' || own.standing !== null) return null;
  const smaller = finer.slots.map((slot) => within(slot, data));
  if (overlap(smaller)) return null;
  const into = new Int32Array(smaller.length).fill(-1);
  for (const [at, slot] of own.slots.entries()) {
    const { from, to, undated } = within(slot, data);
    let days = 0;
    let withUndated = false;
    for (const [i, one] of smaller.entries()) {
      const isIn = one.from <= one.to && one.from >= from && one.to <= to;
      const isUndatedIn = undated && one.undated;
      if (!isIn && !isUndatedIn) continue;
      // Another slot has it already, or it is in this one by half.
      if (into[i] !== -1 || (one.undated && !undated) || (isUndatedIn && one.from <= one.to && !isIn)) return null;
      into[i] = at;
      days += isIn ? one.to - one.from + 1 : 0;
      withUndated ||= isUndatedIn;
    }
    if (days !== Math.max(0, to - from + 1) || withUndated !== undated) return null;
  }
  return into;
}

interface SlotDays extends DayRange {
  readonly undated: boolean;
}

/** A slot's days among those that hold data. */
function within(slot: CellSlot, data: DayRange | null): SlotDays {
  const undated = takesUndated(slot);
  if (slot === null || slot === 'undated' || data === null) return { from: 1, to: 0, undated };
  return { from: Math.max(slot.from, data.from), to: Math.min(slot.to, data.to), undated };
}

function overlap(slots: readonly SlotDays[]): boolean {
  const inOrder = slots.filter(({ from, to }) => from <= to).toSorted((a, b) => a.from - b.from);
  const meet = inOrder.some(({ from }, i) => from <= (inOrder[i - 1]?.to ?? -Infinity));
  return meet || slots.filter(({ undated }) => undated).length > 1;
}

function sameSlots(a: readonly CellSlot[], b: readonly CellSlot[]): boolean {
  return (
    a.length === b.length &&
    a.every((slot, i) => {
      const other = b[i] ?? null;
      if (slot === null || other === null || slot === 'undated' || other === 'undated') return slot === other;
      return slot.from === other.from && slot.to === other.to && slot.undated === other.undated;
    })
  );
}

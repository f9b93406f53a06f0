import { NO_DAY, type DayColumn } from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import { takesUndated } from './place-flow.ts';
import type { Placed, Placing } from './placing.ts';

/**
 * Rows that stand on the last day of a slot: begun on or before it and not ended by then. Rows without a beginning stand, until
 * they end, in the slots that ask for them; such rows alone are seen on the last day of all slots.
 */
export function placeBalance(placing: Placing, days: DayColumn | null): readonly Placed[] {
  const { fields, request } = placing;
  const { kind, until, slots } = request;
  const ends = until === null ? null : fields.days(kind, until);
  const latest = Math.max(NO_DAY, ...slots.map((slot) => (slot === null || slot === 'undated' ? NO_DAY : slot.to)));
  const room: Placed = { positions: new Int32Array(placing.rows), keys: new placing.Keys(placing.rows) };
  return slots.flatMap((slot, i) => {
    if (slot === null) return [];
    mayStop();
    const at = slot === 'undated' ? { first: Infinity, day: latest } : { first: NO_DAY + 1, day: slot.to };
    return [placeStanding(placing, room, days, ends, { ...at, slot: i, undated: takesUndated(slot) })];
  });
}

/** Rows that begin from the day `first` to `day` and have not ended by then. */
interface Standing {
  readonly slot: number;
  readonly first: number;
  readonly day: number;
  readonly undated: boolean;
}

/** The room is one for all slots; what is placed is a copy as large as it needs to be. */
function placeStanding(
  { request, groups, selected, rows }: Placing,
  { positions, keys }: Placed,
  days: DayColumn | null,
  ends: DayColumn | null,
  { slot, first, day, undated }: Standing,
): Placed {
  const slotCount = request.slots.length;
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const row = selected === null ? i : (selected[i] ?? 0);
    const start = days?.[row] ?? NO_DAY;
    const end = ends?.[row] ?? NO_DAY;
    const begun = start === NO_DAY ? undated : start >= first && start <= day;
    if (!begun || (end !== NO_DAY && end <= day)) continue;
    positions[count] = row;
    keys[count] = (groups?.[row] ?? 0) * slotCount + slot;
    count += 1;
  }
  return { positions: positions.slice(0, count), keys: keys.slice(0, count) };
}

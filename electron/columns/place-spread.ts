import { NO_DAY, type DayColumn } from '#engine/ports/workspace-columns.ts';
import { mayStop, STEPS } from '#engine/stoppable.ts';
import type { Day } from '#shared/calendar.ts';
import type { WorkingCalendar } from '#shared/working-days.ts';
import { takesUndated } from './place-flow.ts';
import type { Placed, Placing, Shares } from './placing.ts';
import { slotLayers, type SlotRange } from './slot-lookup.ts';

/**
 * Rows in all the slots that their days meet, each with its share of the row's working days; of its days where none of them is a
 * working day or there is no calendar. A row without an end, or that ends before it begins, lasts a day; without a beginning it is whole
 * in the slots that ask for such rows.
 */
export function placeSpread(placing: Placing, days: DayColumn | null): Placed & { readonly shares: Shares } {
  const { fields, request, groups, selected, rows, Keys } = placing;
  const { kind, until, slots } = request;
  const ends = until === null ? null : fields.days(kind, until);
  const layers = slotLayers(slots.map((slot) => (slot === 'undated' ? null : slot)));
  const undated = slots.flatMap((slot, i) => (takesUndated(slot) ? [i] : []));
  const workingDays = workingDaysBefore(fields.columns.rules().calendar);
  const [positions, keys]: [number[], number[]] = [[], []];
  const [before, through, whole]: [number[], number[], number[]] = [[], [], []];

  const add = (row: number, slot: number, from: number, to: number, all: number): void => {
    positions.push(row);
    keys.push((groups?.[row] ?? 0) * slots.length + slot);
    before.push(from);
    through.push(to);
    whole.push(all);
  };
  for (let i = 0; i < rows; i++) {
    if ((i & STEPS) === 0) mayStop();
    const row = selected === null ? i : (selected[i] ?? 0);
    const start = days?.[row] ?? NO_DAY;
    if (start === NO_DAY) {
      for (const slot of undated) add(row, slot, 0, 1, 1);
      continue;
    }
    const end = Math.max(start, ends?.[row] ?? NO_DAY);
    const hasWork = workingDays(end + 1) > workingDays(start);
    const countTo = hasWork ? workingDays : (day: Day) => day;
    const first = countTo(start);
    for (const layer of layers)
      for (let at = firstMeeting(layer, start); at < layer.length; at++) {
        const range = layer[at];
        if (range === undefined || range.from > end) break;
        const from = countTo(Math.max(start, range.from)) - first;
        const to = countTo(Math.min(end, range.to) + 1) - first;
        add(row, range.slot, from, to, countTo(end + 1) - first);
      }
  }
  const shares = {
    before: Float64Array.from(before),
    through: Float64Array.from(through),
    whole: Float64Array.from(whole),
  };
  return { positions: Int32Array.from(positions), keys: Keys.from(keys), shares };
}

/** Many rows begin and end on the same days: each is looked up once. */
function workingDaysBefore(calendar: WorkingCalendar | null): (day: Day) => number {
  if (calendar === null) return (day) => day;
  const known = new Map<Day, number>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const count = calendar.before(day);
    known.set(day, count);
    return count;
  };
}

/** The first range of a layer that ends on the day or after it. */
function firstMeeting(layer: readonly SlotRange[], day: Day): number {
  let [low, high] = [0, layer.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layer[middle]?.to ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { DayRange } from '#engine/ports/column-queries.ts';

/** Slots that share no day, as a table over days: entry `day - first` is the slot of a day, −1 for none. */
export interface SlotTable {
  readonly first: number;
  readonly slots: Int32Array;
}

/**
 * As few tables as the overlap of the ranges allows (one when none overlap), over the days that hold data.
 * Each range joins the first table whose last range has ended.
 */
export function slotTables(ranges: readonly (DayRange | null)[], data: DayRange): readonly SlotTable[] {
  const cut = ranges
    .flatMap((range, slot) =>
      range === null ? [] : [{ slot, from: Math.max(range.from, data.from), to: Math.min(range.to, data.to) }],
    )
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const layers: (typeof cut)[] = [];
  for (const range of cut) {
    const free = layers.find((layer) => (layer.at(-1)?.to ?? -Infinity) < range.from);
    if (free === undefined) layers.push([range]);
    else free.push(range);
  }
  return layers.map((layer) => {
    const first = layer[0]?.from ?? 0;
    const slots = new Int32Array((layer.at(-1)?.to ?? first) - first + 1).fill(-1);
    for (const { slot, from, to } of layer) slots.fill(slot, from - first, to - first + 1);
    return { first, slots };
  });
}

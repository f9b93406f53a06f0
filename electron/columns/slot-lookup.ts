import type { DayRange } from '#engine/ports/column-queries.ts';

/** A range with its place among the slots. */
export interface SlotRange extends DayRange {
  readonly slot: number;
}

/** Slots that share no day, as a table over days: entry `day - first` is the slot of a day, −1 for none. */
export interface SlotTable {
  readonly first: number;
  readonly slots: Int32Array;
}

/**
 * As few layers as the overlap of the ranges allows (one when none overlap), each in order and without a shared day.
 * Each range joins the first layer whose last range has ended.
 */
export function slotLayers(ranges: readonly (DayRange | null)[]): readonly (readonly SlotRange[])[] {
  const inOrder = ranges
    .flatMap((range, slot) => (range === null || range.from > range.to ? [] : [{ ...range, slot }]))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const layers: SlotRange[][] = [];
  for (const range of inOrder) {
    const free = layers.find((layer) => (layer.at(-1)?.to ?? -Infinity) < range.from);
    if (free === undefined) layers.push([range]);
    else free.push(range);
  }
  return layers;
}

/** A table a layer, over the days that hold data. */
export function slotTables(ranges: readonly (DayRange | null)[], data: DayRange): readonly SlotTable[] {
  const cut = ranges.map(
    (range) => range && { from: Math.max(range.from, data.from), to: Math.min(range.to, data.to) },
  );
  return slotLayers(cut).map((layer) => {
    const first = layer[0]?.from ?? 0;
    const slots = new Int32Array((layer.at(-1)?.to ?? first) - first + 1).fill(-1);
    for (const { slot, from, to } of layer) slots.fill(slot, from - first, to - first + 1);
    return { first, slots };
  });
}

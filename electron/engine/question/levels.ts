import type { Breakdown, ColumnQueries } from '../ports/column-queries.ts';
import type { Plan, PlannedDimension, TextDimension } from './plan.ts';
import { slotsOf, type Slot } from './slots.ts';

/** One depth of rows against one depth of columns: every cell of a level has the same dimensions. */
export interface Level {
  readonly rowDepth: number;
  readonly columnDepth: number;
  readonly dimensions: readonly PlannedDimension[];
  /** Those of the breakdown, in its order. */
  readonly texts: readonly TextDimension[];
  readonly breakdown: Breakdown;
  readonly slots: readonly Slot[];
  /** Places of slots by their buckets. */
  readonly slotAt: ReadonlyMap<string, number>;
}

/** The level with the first dimensions of rows and of columns. */
export function levelOf(
  plan: Pick<Plan, 'rows' | 'columns' | 'period' | 'compare'>,
  queries: ColumnQueries,
  rowDepth: number,
  columnDepth: number,
): Level {
  const dimensions = [...plan.rows.slice(0, rowDepth), ...plan.columns.slice(0, columnDepth)];
  const texts = dimensions.flatMap((one) => (one.type === 'text' ? [one] : []));
  const axes = dimensions.flatMap((one) => (one.type === 'date' ? [one.axis] : []));
  const breakdown = queries.breakdown(texts.map(keyOf));
  const slots = slotsOf(plan.period, plan.compare, axes);
  const slotAt = new Map(slots.map(({ buckets }, place) => [buckets.join(), place]));
  return { rowDepth, columnDepth, dimensions, texts, breakdown, slots, slotAt };
}

/** What a breakdown knows a dimension by. */
export function keyOf({ dimension, top }: TextDimension): string {
  return top?.key ?? dimension;
}

/** A cell of a level, or one member in it. */
export interface CellAt extends Partial<MemberAt> {
  readonly group: number;
  readonly slot: number;
}

/** A member of the dimension that a reading is `over`. */
export interface MemberAt {
  readonly member: number;
  /** Its group among those of the level and this dimension more. */
  readonly memberGroup: number;
}

/** One number a dimension: the member's code, or the bucket's index. */
export function pathOf(level: Level, { group, slot }: CellAt): readonly number[] {
  const codes = level.breakdown.codes(group);
  const buckets = level.slots[slot]?.buckets ?? [];
  let [text, date] = [0, 0];
  return level.dimensions.map(({ type }) => (type === 'text' ? codes[text++] : buckets[date++]) ?? 0);
}

/** The cell of a level at a path, its group −1 where no row has met the members together; null where its dates share no day. */
export function cellAt(level: Level, path: readonly number[]): CellAt | null {
  const pick = (type: PlannedDimension['type']): readonly number[] =>
    path.filter((_, depth) => level.dimensions[depth]?.type === type);
  const group = level.breakdown.find(pick('text'));
  const slot = level.slotAt.get(pick('date').join());
  return slot === undefined ? null : { group: group ?? -1, slot };
}

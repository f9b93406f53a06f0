import type { Breakdown, ColumnQueries, TopMembers } from '../ports/column-queries.ts';
import type { Plan, PlannedDimension } from './plan.ts';
import { slotsOf, type Slot } from './slots.ts';

/** One depth of rows against one depth of columns: every cell of a level has the same dimensions. */
export interface Level {
  readonly rowDepth: number;
  readonly columnDepth: number;
  readonly dimensions: readonly PlannedDimension[];
  readonly breakdown: Breakdown;
  /** What the breakdown unites into "Other". */
  readonly top: TopMembers | null;
  readonly slots: readonly Slot[];
}

/** The level with the first dimensions of rows and of columns. `top` unites members of the last row dimension. */
export function levelOf(
  plan: Plan,
  queries: ColumnQueries,
  rowDepth: number,
  columnDepth: number,
  top: TopMembers | null,
): Level {
  const dimensions = [...plan.rows.slice(0, rowDepth), ...plan.columns.slice(0, columnDepth)];
  const texts = dimensions.flatMap((one) => (one.type === 'text' ? [one.dimension] : []));
  const axes = dimensions.flatMap((one) => (one.type === 'date' ? [one.axis] : []));
  const ranked = rowDepth === plan.rows.length ? top : null;
  const breakdown = ranked === null ? queries.breakdown(texts) : queries.breakdown(texts, ranked);
  const slots = slotsOf(plan.period, plan.compare, axes);
  return { rowDepth, columnDepth, dimensions, breakdown, top: ranked, slots };
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

import type { Breakdown, ColumnQueries } from '../ports/column-queries.ts';
import { mayStop } from '../stoppable.ts';
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

/** Paths of the cells with these keys, a column a dimension: members' codes, buckets' indexes. */
export function pathsOf({ dimensions, texts, breakdown, slots }: Level, keys: Float64Array): readonly Steps[] {
  mayStop();
  const groups = new Int32Array(keys.length);
  const slotOf = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const group = Math.floor(key / slots.length);
    groups[i] = group;
    slotOf[i] = key - group * slots.length;
  }
  const codes = texts.length === 0 ? [] : breakdown.columns(groups);
  let [text, date] = [0, 0];
  return dimensions.map(({ type }) => {
    if (type === 'text') return codes[text++] ?? [];
    const place = date++;
    const buckets = Int32Array.from(slots, (slot) => slot.buckets[place] ?? 0);
    return slotOf.map((slot) => buckets[slot] ?? 0);
  });
}

/** One step of many paths. */
export type Steps = ArrayLike<number>;

/** The cell of a level at a path, its group −1 where no row has met the members together; null where its dates share no day. */
export function cellAt(level: Level, path: readonly number[]): CellAt | null {
  const codes: number[] = [];
  const buckets: number[] = [];
  for (let depth = 0; depth < path.length; depth++)
    (level.dimensions[depth]?.type === 'text' ? codes : buckets).push(path[depth] ?? 0);
  const group = level.breakdown.find(codes);
  const slot = level.slotAt.get(buckets.join());
  return slot === undefined ? null : { group: group ?? -1, slot };
}

import type { Reading } from '../formula/expression.ts';
import type { Breakdown, ColumnQueries } from '../ports/column-queries.ts';
import type { CellAt, Level } from './levels.ts';

/** The groups that the rows of a reading lie in at a level. */
export interface Groups {
  readonly breakdown: Breakdown;
  /** They tell apart all that the level and the reading do. */
  readonly isWhole: boolean;
  /** The group of a cell; −1 where no row has met it, null where these groups have none for it. */
  of(cell: CellAt): number | null;
}

/** Whether a measure that is blind to some dimensions is so to this one; to `age` in whatever unit. */
export function isBlindTo(blindTo: readonly string[], dimension: string): boolean {
  return blindTo.some((one) => dimension === one || dimension.startsWith(`${one}:`));
}

/**
 * The level's own groups; over all members one; those of a dimension more for `over`; fewer for a measure that does not split by
 * some of the dimensions: one of its groups then stands behind several of the level's. The united rest of `top` is a group of such
 * a measure only where it is split by all that leads to it.
 */
export function groupsOf(
  level: Level,
  queries: ColumnQueries,
  { total, over }: Pick<Reading, 'total' | 'over'>,
  blindTo: readonly string[],
): Groups {
  const own = total ? [] : level.breakdown.dimensions;
  const all = over === null ? own : [...own, over];
  const isWhole = !all.some((dimension) => isBlindTo(blindTo, dimension));
  if (isWhole && all === level.breakdown.dimensions)
    return { breakdown: level.breakdown, isWhole, of: ({ group }) => group };
  if (all.length === 0) return { breakdown: queries.breakdown([]), isWhole, of: () => 0 };
  // Of a dimension met twice the later, the member's own, says it all.
  const kept = [...all.keys()].filter(
    (i) => isWhole || (!isBlindTo(blindTo, all[i] ?? '') && all.lastIndexOf(all[i] ?? '') === i),
  );
  const top = total ? null : level.top;
  const hasRest = top !== null && kept.slice(0, top.depth + 1).every((at, i) => at === i);
  const losesRest = top !== null && !hasRest && kept.includes(top.depth);
  const dimensions = kept.flatMap((i) => all[i] ?? []);
  const breakdown = hasRest ? queries.breakdown(dimensions, top) : queries.breakdown(dimensions);
  return {
    breakdown,
    isWhole,
    of: ({ group, member, memberGroup }) => {
      if (isWhole && over !== null && memberGroup !== undefined) return memberGroup;
      // Nobody's: read to know whether there could be somebody.
      if (over !== null && member === undefined) return -1;
      const codes = [...(total ? [] : level.breakdown.codes(group)), ...(over === null ? [] : [member ?? 0])];
      if (losesRest && codes[top.depth] === level.breakdown.otherCode) return null;
      return breakdown.find(kept.map((i) => codes[i] ?? 0)) ?? -1;
    },
  };
}

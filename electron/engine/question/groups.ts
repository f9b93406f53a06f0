import type { Reading } from '../formula/expression.ts';
import type { Breakdown, ColumnQueries } from '../ports/column-queries.ts';
import { keyOf, type CellAt, type Level } from './levels.ts';
import type { TextDimension } from './plan.ts';

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
 * some of the dimensions: one of its groups then stands behind several of the level's. The united rest of a `top` is a group of
 * such a measure only where it is split by all that leads to it.
 */
export function groupsOf(
  level: Level,
  queries: ColumnQueries,
  { total, over }: Pick<Reading, 'total' | 'over'>,
  blindTo: readonly string[],
): Groups {
  const own = total ? [] : level.texts;
  const all: readonly TextDimension[] = over === null ? own : [...own, { type: 'text', dimension: over, top: null }];
  const isBlind = (dimension: string): boolean => isBlindTo(blindTo, dimension);
  const isWhole = !all.some(({ dimension }) => isBlind(dimension));
  if (isWhole && all === level.texts) return { breakdown: level.breakdown, isWhole, of: ({ group }) => group };
  if (all.length === 0) return { breakdown: queries.breakdown([]), isWhole, of: () => 0 };
  // Of a dimension met twice the later, the member's own, says it all.
  const isLast = (i: number): boolean => all.findLastIndex(({ dimension }) => dimension === all[i]?.dimension) === i;
  const kept = [...all.keys()].filter((i) => isWhole || (!isBlind(all[i]?.dimension ?? '') && isLast(i)));
  const lost = new Map<number, number>();
  const keys = kept.map((i) => {
    const text = all[i] ?? { type: 'text', dimension: '', top: null };
    if (text.top === null || !text.top.under.some(isBlind)) return keyOf(text);
    lost.set(i, text.top.otherCode);
    return text.dimension;
  });
  const breakdown = queries.breakdown(keys);
  return {
    breakdown,
    isWhole,
    of: ({ group, member, memberGroup }) => {
      if (isWhole && over !== null && memberGroup !== undefined) return memberGroup;
      // Nobody's: read to know whether there could be somebody.
      if (over !== null && member === undefined) return -1;
      const codes = [...(total ? [] : level.breakdown.codes(group)), ...(over === null ? [] : [member ?? 0])];
      for (const [i, otherCode] of lost) if (codes[i] === otherCode) return null;
      return breakdown.find(kept.map((i) => codes[i] ?? 0)) ?? -1;
    },
  };
}

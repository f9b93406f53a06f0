import type { RfmSegment } from '#shared/rfm.ts';

export type Quintile = 1 | 2 | 3 | 4 | 5;

/**
 * In which fifth each value lies, 5 for the highest. Equal values get the same fifth, that of the lowest of them: of those who have all
 * bought once nobody is better than another. Example: 10, 20, 20, 20, 50 gives 1, 2, 2, 2, 5.
 * Source: Hughes 1994, Strategic Database Marketing; ties as said here.
 */
export function quintiles(values: readonly number[]): readonly Quintile[] {
  const sorted = values.toSorted((a, b) => a - b);
  const below = new Map<number, number>();
  sorted.forEach((value, at) => {
    if (!below.has(value)) below.set(value, at);
  });
  return values.map((value) => FIFTHS[Math.floor((5 * (below.get(value) ?? 0)) / values.length)] ?? 5);
}

const FIFTHS = [1, 2, 3, 4, 5] as const;

/** By recency (rows, 1 first) and frequency (columns). */
const GRID: Readonly<Record<Quintile, readonly [RfmSegment, RfmSegment, RfmSegment, RfmSegment, RfmSegment]>> = {
  1: ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  2: ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  3: ['fading', 'fading', 'attention', 'loyal', 'loyal'],
  4: ['promising', 'potential', 'potential', 'loyal', 'loyal'],
  5: ['new', 'potential', 'potential', 'champions', 'champions'],
};

/**
 * What a customer is called by his fifths of recency and frequency; money is shown beside them and plays no part.
 * Example: recency 5 and frequency 5 is `champions`, recency 1 and frequency 5 `cannot-lose`.
 */
export function rfmSegment(recency: Quintile, frequency: Quintile): RfmSegment {
  return GRID[recency][frequency - 1] ?? 'hibernating';
}

import { carryOn, intervalsOf, type ForecastPoint } from './automatic.ts';

/** Where something will stand at the end of a period. */
export interface Projection extends ForecastPoint {
  /** Chance (0 to 1) to end at this value or above; null where the history is too short to tell. */
  chanceOf(atLeast: number): number | null;
}

/**
 * What stands so far and what a series of closed periods, `period` of them a year, promises for the rest: `ahead` says which share of
 * each coming period, the one after the last closed one first, is still to come (0.5 for half of an open month, 1 for a whole one,
 * 0 for one that does not count). Spread and chance come from the same ways that the series may go, summed over the periods, so good and bad
 * months are not taken to cancel out. Unit of the series. Same input, same output.
 * Example: 120 so far in a month that is half gone, after a history of 200 a month: 120 + 0.5 · 200 = 220.
 */
export function projectToEnd(
  closed: readonly number[],
  period: number,
  ahead: readonly number[],
  soFar: number,
): Projection {
  const { values, outcomes } = carryOn(closed, period, ahead.length);
  const sum = (of: (h: number) => number): number => ahead.reduce((all, share, h) => all + share * of(h), soFar);
  const ends =
    outcomes === null ? null : Float64Array.from(outcomes[0] ?? [], (_, way) => sum((h) => outcomes[h]?.[way] ?? 0));
  return {
    value: sum((h) => values[h] ?? 0),
    intervals: ahead.length === 0 ? null : intervalsOf(ends),
    chanceOf: (atLeast) => {
      if (ahead.every((share) => share === 0)) return soFar >= atLeast ? 1 : 0;
      return ends === null ? null : ends.reduce((reached, end) => reached + (end >= atLeast ? 1 : 0), 0) / ends.length;
    },
  };
}

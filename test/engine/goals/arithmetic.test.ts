import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRung, raisedLevel } from '#engine/goals/ladder.ts';
import { normalBelow } from '#engine/goals/normal.ts';
import { projectionOf, type ProjectionFacts } from '#engine/goals/projection.ts';
import { numeratorNeeded, requiredOf } from '#engine/goals/required.ts';
import { sameFilters } from '#engine/goals/same-filters.ts';
import { splitTarget } from '#engine/goals/split.ts';

describe('what the days that are left need', () => {
  it.each([
    ['60 more in 12 days', 100, 40, 'higher', 12, 5],
    ['nothing yet', 100, null, 'higher', 20, 5],
    ['reached', 100, 130, 'higher', 12, 0],
    ['20 may still come', 100, 80, 'lower', 10, 2],
    ['10 too many', 100, 110, 'lower', 10, -1],
  ] as const)('%s', (_, target, actual, better, days, value) => {
    expect(requiredOf({ target, actual }, better, days)).toEqual({ value, days });
  });

  it('says nothing when no day is left or no target is known', () => {
    expect(requiredOf({ target: 100, actual: 40 }, 'higher', 0)).toBeNull();
    expect(requiredOf({ target: null, actual: 40 }, 'higher', 9)).toBeNull();
  });

  it('tells the numerator that a ratio still needs', () => {
    // 0.3 × 150 = 45, and 41 are won.
    expect(numeratorNeeded(0.3, 41, 150)).toBeCloseTo(4, 12);
    // 0.05 × 200 = 10 may be lost, and 14 are.
    expect(numeratorNeeded(0.05, 14, 200)).toBeCloseTo(-4, 12);
    expect(numeratorNeeded(0.3, 0, 0)).toBeNull();
  });
});

describe('the ladder of targets', () => {
  it('goes 10, 12, 15, 20 % and on in every power of ten', () => {
    let value = 0.1;
    const climbed = Array.from({ length: 6 }, () => (value = nextRung(value, 'higher')));
    expect(climbed).toEqual([0.12, 0.15, 0.2, 0.25, 0.3, 0.4]);
    expect([nextRung(0.11, 'higher'), nextRung(8, 'higher'), nextRung(0.05, 'lower'), nextRung(0.1, 'lower')]).toEqual([
      0.12, 10, 0.04, 0.08,
    ]);
    // Ten per cent fewer is followed by twelve per cent fewer.
    expect(nextRung(-0.1, 'lower')).toBe(-0.12);
  });

  it('raises a level by 10, 12 and then 15 %, to three figures', () => {
    expect([1, 2, 3, 4].map((times) => raisedLevel(160, times, 'higher'))).toEqual([176, 179, 184, 184]);
    expect(raisedLevel(20, 1, 'lower')).toBe(18);
    expect(raisedLevel(25_600_000, 1, 'higher')).toBe(28_200_000);
  });
});

describe('a goal split over its parts', () => {
  it('shares out ten-thousandths by the largest remainder', () => {
    expect(splitTarget(100, [1, 1, 1], true)).toEqual([33.3334, 33.3333, 33.3333]);
    expect(splitTarget(300, [20, 40], true)).toEqual([100, 200]);
    expect(splitTarget(90, [0, -5, 0], true)).toEqual([30, 30, 30]);
  });

  it('adds up to the goal for what adds up, and is the same ratio for each part', () => {
    const weights = fc.array(fc.integer({ min: -100, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (tenThousandths, by) => {
        const target = tenThousandths / 10_000;
        const parts = splitTarget(target, by, true).map((part) => Math.round(part * 10_000));
        expect(parts.reduce((a, b) => a + b, 0)).toBe(tenThousandths);
        // Recomputed: parts at the ratio with any denominators make a whole at the ratio.
        const sizes = by.map((size) => Math.abs(size) + 1);
        const ratios = splitTarget(0.3, by, false);
        const above = ratios.reduce((sum, ratio, i) => sum + ratio * (sizes[i] ?? 0), 0);
        expect(above / sizes.reduce((a, b) => a + b, 0)).toBeCloseTo(0.3, 12);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('the projection', () => {
  const FACTS: ProjectionFacts = {
    over: 'adds',
    better: 'higher',
    target: 100,
    upTo: null,
    actual: 40,
    opening: null,
    weight: 0.4,
    ahead: [{ left: 1, share: 0.6 }],
    forecast: null,
  };
  /** A spread of 1 to each side of eight outcomes of ten. */
  const months = (values: readonly number[], halves: readonly number[]): ProjectionFacts['forecast'] => ({
    method: 'ets',
    model: 'A,N,N',
    points: values.map((value, h) => {
      const interval = {
        low: value - (halves[h] ?? 0) * 1.281_551_565_544_6,
        high: value + (halves[h] ?? 0) * 1.281_551_565_544_6,
      };
      return { value, intervals: [interval, interval] as const };
    }),
  });

  it('lets the pace go on without a forecast, and says no chance', () => {
    expect(projectionOf(FACTS)).toEqual({ value: 100, low: null, high: null, chance: null, method: 'run-rate' });
    // 240 from 200 with 0.4 of the way gone is 300 at the end.
    expect(projectionOf({ ...FACTS, over: 'stands', actual: 240, opening: 200 })?.value).toBeCloseTo(300, 12);
    expect(projectionOf({ ...FACTS, over: 'averages', actual: 0.27 })?.value).toBe(0.27);
  });

  it('adds what the months ahead bring', () => {
    // Half a month left of 30, then 30: 40 + 15 + 30.
    const ahead = [
      { left: 0.5, share: 0.1 },
      { left: 1, share: 0.2 },
    ];
    const found = projectionOf({ ...FACTS, ahead, forecast: months([30, 30], [3, 3]) });
    expect(found?.value).toBeCloseTo(85, 9);
    // Errors that stay nowhere: sqrt((3 × 0.5)² + 3²).
    expect(((found?.high ?? 0) - 85) / 1.281_551_565_544_6).toBeCloseTo(Math.hypot(1.5, 3), 9);
  });

  it('lets a month’s error stay in the next one where the spreads grow', () => {
    // A random walk with steps of 3: spreads 3 and 3√2. Over two months the first error counts twice: sqrt(6² + 3²).
    const ahead = [
      { left: 1, share: 0.2 },
      { left: 1, share: 0.2 },
    ];
    const found = projectionOf({ ...FACTS, ahead, forecast: months([30, 30], [3, 3 * Math.SQRT2]) });
    expect(((found?.high ?? 0) - 100) / 1.281_551_565_544_6).toBeCloseTo(Math.sqrt(45), 9);
    // The target is the middle of the outcomes.
    expect(found?.chance).toBeCloseTo(0.5, 6);
  });

  it('weighs a ratio by the time ahead and takes a balance from its last month', () => {
    const ahead = [
      { left: 1, share: 0.25 },
      { left: 1, share: 0.25 },
    ];
    const forecast = months([0.4, 0.6], [0.1, 0.1]);
    // Half of the time at 0.3, a quarter at 0.4 and a quarter at 0.6.
    expect(projectionOf({ ...FACTS, over: 'averages', actual: 0.3, ahead, forecast })?.value).toBeCloseTo(0.4, 12);
    expect(projectionOf({ ...FACTS, over: 'stands', actual: 0.3, ahead, forecast })?.value).toBeCloseTo(0.6, 12);
  });

  it('tells the chance by the direction: one deviation from the target', () => {
    const facts = { ...FACTS, actual: 60, forecast: months([30], [10]) };
    expect(projectionOf(facts)?.chance).toBeCloseTo(0.158_655, 5);
    expect(projectionOf({ ...facts, better: 'lower' })?.chance).toBeCloseTo(0.841_345, 5);
    expect(projectionOf({ ...facts, better: 'range', target: 80, upTo: 100 })?.chance).toBeCloseTo(0.682_689, 5);
  });

  it('tells the chance where the months ahead are expected to bring nothing', () => {
    // 100 from 80 with a spread of 10: two deviations. Over two such months whose errors stay nowhere: sqrt(2) deviations.
    expect(projectionOf({ ...FACTS, actual: 80, forecast: months([0], [10]) })?.chance).toBeCloseTo(0.022_75, 5);
    const ahead = [
      { left: 1, share: 0.2 },
      { left: 1, share: 0.2 },
    ];
    const found = projectionOf({ ...FACTS, actual: 80, ahead, forecast: months([0, 0], [10, 10]) });
    expect(found?.chance).toBeCloseTo(1 - normalBelow(Math.SQRT2), 5);
  });

  it('has the published values of the normal distribution', () => {
    expect([0, 1.281_552, 1.959_964, -1, 3].map(normalBelow).map((share) => share.toFixed(6))).toEqual([
      '0.500000',
      '0.900000',
      '0.975000',
      '0.158655',
      '0.998650',
    ]);
  });
});

describe('filters that are the same', () => {
  it('are so in any order', () => {
    const region = (values: (string | null)[]) => ({ op: 'in' as const, dimension: 'region', values });
    const rep = { op: 'in' as const, dimension: 'rep', values: ['Ann'] };
    expect(sameFilters([region(['North', null]), rep], [rep, region([null, 'North'])])).toBe(true);
    expect(sameFilters([region(['North'])], [region(['South'])])).toBe(false);
    expect(sameFilters([], [rep])).toBe(false);
    expect(sameFilters([region(['North'])], [{ ...region(['North']), op: 'not-in' }])).toBe(false);
  });
});

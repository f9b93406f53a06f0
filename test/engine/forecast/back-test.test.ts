import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backTest } from '#engine/forecast/back-test.ts';
import type { BackTest } from '#shared/forecast.ts';
import { dataFile, describeWithData } from '../../support/data.ts';

function tested(values: readonly number[], horizon: number): BackTest & { readonly turns: number } {
  const steps = backTest(values, 'month', horizon);
  let turns = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { ...step.value, turns };
    turns++;
  }
}

describe('a back-test', () => {
  it('needs six known periods and two to hold against', () => {
    expect(tested([1, 2, 3, 4, 5, 6, 7], 3)).toEqual({
      shortage: { what: 'back-test', have: 7, need: 8 },
      origins: 0,
      steps: 0,
      horizon: 3,
      ours: null,
      rivals: [],
      coverage: null,
      ranged: 0,
      turns: 0,
    });
  });

  it('worked by hand: 1 to 6 and then 9 and 9', () => {
    // Known 1…6 steps by 1 a period: the scale is 1. The last value again says 6 and 6: errors 3 and 3. Drift says 7 and 8: 2 and 1.
    // Known 1…6, 9: steps 1, 1, 1, 1, 1, 3, scale 8 ÷ 6. The last again says 9: error 0. Drift 9 + 8 ÷ 6: error 8 ÷ 6, scaled 1.
    const { rivals, origins, steps, horizon, turns } = tested([1, 2, 3, 4, 5, 6, 9, 9], 4);
    expect({ origins, steps, horizon, turns }).toEqual({ origins: 2, steps: 3, horizon: 2, turns: 2 });
    const [again, drift] = rivals;
    expect(again?.method).toBe('last-again');
    expect(again?.mase).toBeCloseTo((3 + 3 + 0) / 3, 12);
    expect(again?.smape).toBeCloseTo((6 / 15 + 6 / 15 + 0) / 3, 12);
    expect(drift?.method).toBe('drift');
    expect(drift?.mase).toBeCloseTo((2 + 1 + 1) / 3, 12);
    expect(drift?.smape).toBeCloseTo((4 / 16 + 2 / 17 + 8 / 3 / (9 + 9 + 8 / 6)) / 3, 12);
  });

  it('cannot scale errors where what was known never changed', () => {
    const { ours, rivals } = tested([5, 5, 5, 5, 5, 5, 5, 8, 5], 2);
    expect(ours?.mase).toBeNull();
    expect(rivals.map(({ mase }) => mase)).toEqual([null, null]);
    expect(ours?.smape).toBeGreaterThan(0);
  });

  it('is the same every time', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7];
    expect(tested(values, 3)).toEqual(tested(values, 3));
  });
});

describeWithData('airline passengers, the last year forecast from each of its months', () => {
  const values = readFileSync(dataFile('m3_airpassengers/monthly-airline-passengers.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => Number(line.split(',')[1]));

  it('beats the year before again, on the same 78 outcomes', () => {
    const { ours, rivals, origins, steps, coverage } = tested(values.slice(0, 144), 12);
    expect(origins).toBe(12);
    // 12 + 11 + … + 1.
    expect(steps).toBe(78);
    const naive = rivals.find(({ method }) => method === 'season-again');
    expect(rivals.map(({ method }) => method)).toEqual(['season-again', 'last-again', 'drift', 'holt-winters']);
    expect(ours?.mase ?? 9).toBeLessThan(0.6 * (naive?.mase ?? 0));
    expect(coverage?.[1] ?? 0).toBeGreaterThanOrEqual(coverage?.[0] ?? 1);
  });
});

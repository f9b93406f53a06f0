import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOn } from '#engine/forecast/automatic.ts';
import { projectToEnd } from '#engine/forecast/project.ts';

describe('where a period will end', () => {
  it('is what stands and the share of the history that is still to come', () => {
    const { value, intervals, chanceOf } = projectToEnd([200, 200, 200], 12, [0.5], 120);
    // Three values are carried on as the last one again: 120 + 0.5 · 200.
    expect([value, intervals, chanceOf(200)]).toEqual([220, null, null]);
    expect(projectToEnd([100, 200], 12, [0.25, 1, 0], 10).value).toBe(10 + 50 + 200);
  });

  it('is certain when nothing is to come', () => {
    const over = projectToEnd([1, 5, 2, 8, 3], 12, [], 40);
    expect([over.value, over.chanceOf(40), over.chanceOf(41)]).toEqual([40, 1, 0]);
  });

  it('has a chance that falls with what is asked for, near a half at its own value', () => {
    const history = [90, 110, 95, 105, 100, 92, 108, 99, 103, 97, 106, 94];
    const { value, intervals, chanceOf } = projectToEnd(history, 12, [1, 1, 1], 0);
    expect(Math.abs((chanceOf(value) ?? 0) - 0.5)).toBeLessThan(0.05);
    expect(Math.abs((chanceOf(intervals?.[0].low ?? 0) ?? 0) - 0.9)).toBeLessThan(0.01);
    expect(Math.abs((chanceOf(intervals?.[1].high ?? 0) ?? 0) - 0.025)).toBeLessThan(0.01);
    expect(chanceOf(0)).toBe(1);
    expect(chanceOf(10_000)).toBe(0);
  });

  it('adds up to the forecast of its periods', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }),
        fc.nat(500),
        (history, soFar) => {
          const { value } = projectToEnd(history, 12, [0.5, 1], soFar);
          const [first = 0, second = 0] = carryOn(history, 12, 2).values;
          expect(value).toBeCloseTo(soFar + first / 2 + second, 6);
        },
      ),
      { seed: 20_261_122, numRuns: 30 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceStep, valueAxis } from '#shared/charts/value-axis.ts';

describe('steps a person counts in', () => {
  test('are 1, 2, 2.5 or 5 times a power of ten', () => {
    expect([0.7, 1, 1.2, 2.1, 3, 230, 260, 0.03].map(niceStep)).toEqual([1, 1, 2, 2.5, 5, 250, 500, 0.05]);
    expect(niceStep(0)).toBe(1);
  });
});

describe('an axis', () => {
  test('of bars starts at zero, however close the values lie', () => {
    expect(valueAxis(1650, 2675, { zero: true, count: 4 })).toMatchObject({
      from: 0,
      to: 3000,
      step: 1000,
      broken: false,
    });
  });

  test('of lines starts near the lowest where they lie close, and says that it is broken', () => {
    expect(valueAxis(1900, 2675, { zero: false, count: 4 })).toMatchObject({ from: 1800, broken: true, step: 200 });
    expect(valueAxis(1000, 2675, { zero: false, count: 4 })).toMatchObject({ from: 0, broken: false });
    expect(valueAxis(-110, -100, { zero: false, count: 2 })).toMatchObject({ from: -110, to: -100, broken: true });
  });

  test('reaches below zero for what is lost', () => {
    expect(valueAxis(-30, 100, { zero: true, count: 4 }).ticks).toEqual([-50, 0, 50, 100]);
  });

  test('of one value, or none but zero, has a length', () => {
    expect(valueAxis(0, 0, { zero: true, count: 4 })).toMatchObject({ from: 0, to: 1 });
    expect(valueAxis(7, 7, { zero: false, count: 4 })).toMatchObject({ from: 0, broken: false });
  });

  test('has ticks without what binary fractions leave', () => {
    expect(valueAxis(0, 0.5, { zero: true, count: 5 }).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  test('always holds its values; from zero it always holds zero and is never broken', () => {
    const value = fc.integer({ min: -1e15, max: 1e15 }).map((scaled) => scaled / 10_000);
    fc.assert(
      fc.property(
        value,
        value,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 8 }),
        (a, b, zero, tight, count) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const axis = valueAxis(low, high, { zero, count, tight });
          const slack = 1e-6 * Math.max(Math.abs(low), Math.abs(high));
          expect(axis.from).toBeLessThanOrEqual(low + slack);
          expect(axis.to).toBeGreaterThanOrEqual(high - slack);
          expect(axis.to).toBeGreaterThan(axis.from);
          if (zero) expect([axis.from <= 0, axis.to >= 0, axis.broken]).toEqual([true, true, false]);
          expect(axis.broken).toBe(axis.from > 0 || axis.to < 0);
          expect(axis.ticks.length).toBeLessThanOrEqual(2 * count + 3);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});

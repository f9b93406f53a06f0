import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileAmong, quantileOf } from '#columns/quantile.ts';

const of = (q: number, ...sorted: readonly number[]): number => quantileOf(Float64Array.from(sorted), q);

/** By hand, after PERCENTILE.INC: place q × (n − 1), counted from 0, in proportion between neighbours. */
describe('a quantile', () => {
  it.each([
    ['the middle of three', 0.5, [1, 2, 9], 2],
    ['the mean of the two in the middle', 0.5, [1, 2, 4, 8], 3],
    ['0.9 × 4 = place 3.6: 40 + 0.6 × 10', 0.9, [10, 20, 30, 40, 50], 46],
    ['the only one', 0.9, [7], 7],
    ['the smallest', 0, [3, 5], 3],
    ['the largest', 1, [3, 5], 5],
  ])('is %s', (_, q, sorted, expected) => expect(of(q, ...sorted)).toBe(expected));

  it('of nothing is none', () => expect(of(0.5)).toBeNaN());
});

describe('a quantile of many', () => {
  const shapes: Readonly<Record<string, (i: number, n: number) => number>> = {
    ascending: (i) => i,
    descending: (i, n) => n - i,
    'one value': () => 7,
    'two values': (i) => i % 2,
    'an organ pipe': (i, n) => Math.min(i, n - i),
    'a saw': (i) => i % 97,
    mixed: (i) => (i * 7_919) % 10_007,
    'the largest in the middle': (i, n) => (i === Math.floor(n / 2) ? n * 2 : (i * 31) % 1_009),
  };
  it.each(Object.entries(shapes))('is that of all of them sorted: %s', (_, shape) => {
    for (const n of [4_097, 5_000, 20_001]) {
      const numbers = Float64Array.from({ length: n }, (_value, i) => shape(i, n));
      const sorted = numbers.toSorted();
      for (const q of [0, 0.1, 0.25, 0.5, 0.9, 0.99, 1])
        expect(quantileAmong(numbers.slice(), q)).toBe(quantileOf(sorted, q));
    }
  });

  it('is that of all of them sorted: at random', () => {
    const numbers = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 4_097, maxLength: 6_000 });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (list, q) => {
        expect(quantileAmong(Float64Array.from(list), q)).toBe(quantileOf(Float64Array.from(list).sort(), q));
      }),
      { seed: 20_261_121, numRuns: 20 },
    );
  });
});

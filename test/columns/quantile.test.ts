import { describe, expect, it } from 'vitest';
import { quantileOf } from '#columns/quantile.ts';

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

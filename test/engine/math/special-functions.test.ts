import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digamma } from '#engine/math/digamma.ts';
import { gauss2f1 } from '#engine/math/gauss-2f1.ts';
import { lnGamma, lnGammaRatio } from '#engine/math/ln-gamma.ts';
import { nelderMead } from '#engine/math/nelder-mead.ts';

describe('the slope of ln Γ', () => {
  it('is −γ at 1 and −γ − 2 ln 2 at a half', () => {
    expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 12);
    expect(digamma(0.5)).toBeCloseTo(-0.577_215_664_901_532_9 - 2 * Math.LN2, 12);
  });
  it('grows by 1 ÷ x over a step', () => {
    for (const x of [0.2, 3.7, 9.5, 250]) expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 12);
  });
});

describe('ln Γ', () => {
  it('of whole numbers is the logarithm of a factorial', () => {
    expect(lnGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(lnGamma(21)).toBeCloseTo(Math.log(2_432_902_008_176_640_000), 12);
  });
  it('of a half is half the logarithm of π', () => {
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });
  it('differs by x (x + 1) over two steps, however large x is', () => {
    for (const x of [0.7, 12, 9_999, 10_001, 1e8, 1e13])
      expect(Math.abs(lnGammaRatio(x, 2) - Math.log(x) - Math.log(x + 1))).toBeLessThan(1e-11);
  });
  it('holds to Γ(x + 1) = x Γ(x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (x) => {
        const [next, own] = [lnGamma(x + 1), lnGamma(x)];
        expect(Math.abs(next - own - Math.log(x))).toBeLessThan(1e-13 * (1 + Math.abs(next)) * 10);
      }),
      { seed: 20_261_122 },
    );
  });
  it('is no number where there is none', () => {
    expect([lnGamma(0), lnGamma(-1)]).toEqual([NaN, NaN]);
  });
});

describe('₂F₁', () => {
  it('with a = b = 1, c = 2 is −ln(1 − z) ÷ z', () => {
    for (const z of [0.1, 0.5, 0.9, 0.99]) expect(gauss2f1(1, 1, 2, z)).toBeCloseTo(-Math.log(1 - z) / z, 11);
  });
  it('with b = c is (1 − z) to the power −a', () => {
    for (const z of [0, 0.3, 0.95]) expect(gauss2f1(2.5, 1.7, 1.7, z)).toBeCloseTo((1 - z) ** -2.5, 6);
  });
});

describe('the least value', () => {
  it('of a bowl', () => {
    const { at, value, settled } = nelderMead(([x = 0, y = 0]) => (x - 2) ** 2 + (y + 1) ** 2, [0, 0]);
    expect(settled).toBe(true);
    expect(at[0]).toBeCloseTo(2, 4);
    expect(at[1]).toBeCloseTo(-1, 4);
    expect(value).toBeCloseTo(0, 8);
  });
  it('of the curved valley of Rosenbrock', () => {
    const { at } = nelderMead(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
    expect(at[0]).toBeCloseTo(1, 3);
    expect(at[1]).toBeCloseTo(1, 3);
  });
  it('keeps out of where the function is no number', () => {
    const { at } = nelderMead(([x = 0]) => (x < 0.5 ? NaN : x), [2]);
    expect(at[0]).toBeCloseTo(0.5, 4);
  });
});

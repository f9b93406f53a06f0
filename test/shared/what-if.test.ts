import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CHANGE, whatIf } from '#shared/what-if.ts';

const BASE = { volume: 100, winRate: 0.2, size: 50_000 };

describe('what if', () => {
  it('nothing changes, nothing moves', () => {
    const { before, after, steps } = whatIf(BASE, NO_CHANGE);
    expect([before, after]).toEqual([1_000_000, 1_000_000]);
    expect(steps.map(({ effect }) => effect)).toEqual([0, 0, 0, 0]);
  });
  it('a tenth more deals and five points more of them won', () => {
    const { after, steps } = whatIf(BASE, { ...NO_CHANGE, volume: 0.1, winRate: 0.05 });
    expect(after).toBeCloseTo(1_375_000, 6);
    expect(steps.map(({ input, effect }) => [input, Math.round(effect)])).toEqual([
      ['volume', 100_000],
      ['winRate', 275_000],
      ['size', 0],
      ['price', 0],
    ]);
  });
  it('a win rate stays a share', () => {
    const rates = [-0.5, 0.9].map((winRate) => whatIf(BASE, { ...NO_CHANGE, winRate }).steps[1]?.after);
    expect(rates).toEqual([0, 1]);
  });
  it('the effects add up to the difference', () => {
    const share = fc.double({ min: -1, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.record({ volume: share, winRate: share, size: share, price: share }), (change) => {
        const { before, after, steps } = whatIf(BASE, change);
        const sum = steps.reduce((all, { effect }) => all + effect, 0);
        expect(Math.abs(sum - (after - before))).toBeLessThan(1e-6 * (1 + Math.abs(after) + before));
      }),
      { seed: 20_261_122 },
    );
  });
});

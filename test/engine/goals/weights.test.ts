import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalWeights, workingDays } from '#engine/goals/weights.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { workingCalendar } from '#shared/working-days.ts';

const day = (iso: string): number => parseIsoDate(iso) ?? 0;
const days = (from: string, to: string) => ({ from: day(from), to: day(to) });
const SWEDEN = workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] });
const YEAR = days('2026-01-01', '2026-12-31');

describe('how a target lies over its period', () => {
  it('is even by months, and within a month by days', () => {
    const { share } = goalWeights({ by: 'even' }, YEAR, SWEDEN, []);
    expect(share(days('2026-01-01', '2026-03-31'))).toBeCloseTo(3 / 12, 12);
    // 14 of the 28 days of February.
    expect(share(days('2026-01-01', '2026-02-14'))).toBeCloseTo(1.5 / 12, 12);
  });

  it('goes by working days: 22 of the 251 of 2026 in March', () => {
    // Sweden 2026: January 20, February 20, March 22 working days.
    const { share } = goalWeights({ by: 'working-days' }, YEAR, SWEDEN, []);
    expect(share(days('2026-03-01', '2026-03-31'))).toBeCloseTo(22 / 251, 12);
    expect(share(days('2026-01-01', '2026-03-31'))).toBeCloseTo(62 / 251, 12);
    // Without a calendar all days are alike: 90 of 365.
    expect(goalWeights({ by: 'working-days' }, YEAR, null, []).share(days('2026-01-01', '2026-03-31'))).toBeCloseTo(
      90 / 365,
      12,
    );
  });

  it('follows the months of the year before, and the working days where there was none', () => {
    const quarter = days('2026-01-01', '2026-03-31');
    const { share, by } = goalWeights({ by: 'last-year' }, quarter, SWEDEN, [20, 30, 50]);
    expect(by).toBe('last-year');
    expect(share(days('2026-01-01', '2026-02-28'))).toBeCloseTo(0.5, 12);
    // By 13 March ten of its 22 working days have passed.
    expect(share(days('2026-01-01', '2026-03-13'))).toBeCloseTo(0.5 + (0.5 * 10) / 22, 12);
    for (const before of [
      [null, null, null],
      [10, -1, 5],
    ])
      expect(goalWeights({ by: 'last-year' }, quarter, SWEDEN, before).by).toBe('working-days');
  });

  it('goes by hand, one weight a month', () => {
    const { share } = goalWeights({ by: 'hand', weights: [1, 0, 3] }, days('2026-01-01', '2026-03-31'), SWEDEN, []);
    expect(share(days('2026-01-01', '2026-02-28'))).toBeCloseTo(0.25, 12);
    expect(share(days('2026-02-01', '2026-02-28'))).toBe(0);
  });

  it('counts parts of months by their days', () => {
    // 17 of January's 31 days and 14 of February's 28: 0.5483… and 0.5.
    const { share } = goalWeights({ by: 'even' }, days('2026-01-15', '2026-02-14'), null, []);
    expect(share(days('2026-01-15', '2026-01-31'))).toBeCloseTo(17 / 31 / (17 / 31 + 0.5), 12);
  });

  it('adds up to one over any cuts of the period', () => {
    const spread = fc.constantFrom(
      { by: 'even' } as const,
      { by: 'working-days' } as const,
      { by: 'last-year' } as const,
    );
    fc.assert(
      fc.property(spread, fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 364 }), (by, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const { share } = goalWeights(by, YEAR, SWEDEN, [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]);
        const parts = [
          { from: YEAR.from, to: YEAR.from + first - 1 },
          { from: YEAR.from + first, to: YEAR.from + second },
          { from: YEAR.from + second + 1, to: YEAR.to },
        ];
        expect(parts.reduce((sum, part) => sum + share(part), 0)).toBeCloseTo(1, 10);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('counts no working days in a range that has none', () => {
    expect(workingDays(days('2026-12-24', '2026-12-27'), SWEDEN)).toBe(0);
    expect(workingDays({ from: 10, to: 9 }, null)).toBe(0);
  });
});

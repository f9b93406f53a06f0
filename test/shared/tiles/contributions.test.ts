import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contributionsOf } from '#shared/tiles/contributions.ts';
import { catalogueIn } from '../../renderer/catalogue.ts';
import { ask, contextOf } from '../../support/ask.ts';

const words = { t: await catalogueIn('sv') };
const byRegion = { kpis: ['revenue'], rows: [{ dimension: 'region' }], period: '2026' };
const compared = { ...byRegion, compare: 'last-year' as const };

test('without comparison nothing has contributed to a change', () => {
  const context = contextOf({ sale: [{ date: '2026-05-05', region: 'Syd', amount: 10 }] });
  expect(contributionsOf(ask(context, byRegion), 'region', words)).toBeNull();
});

test('beyond seven groups the six that moved most stay, and the others are one step', () => {
  const sale = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ date: '2026-05-05', region: `R${String(n)}`, amount: n * 10 }));
  const context = contextOf({ sale: [...sale, { date: '2025-05-05', region: 'R8', amount: 200 }] });
  const { members = [] } = contributionsOf(ask(context, compared), 'region', words) ?? {};
  // R8 fell from 200 to 80; R1 and R2 rose by 10 and 20.
  expect(members.map(({ label, change }) => [label, change])).toEqual([
    ['R7', 70],
    ['R6', 60],
    ['R5', 50],
    ['R4', 40],
    ['R3', 30],
    ['R8', -120],
    ['Övriga', 30],
  ]);
});

test('the steps add up exactly whatever the amounts, also when groups are united', () => {
  const amount = fc.integer({ min: -9_999_999, max: 99_999_999 }).map((scaled) => scaled / 10_000);
  const sales = fc.array(
    fc.record({ region: fc.integer({ min: 1, max: 12 }), year: fc.constantFrom('2025', '2026'), amount }),
    { minLength: 2, maxLength: 40 },
  );
  const whole = (value: number): number => Math.round(value * 10_000);
  fc.assert(
    fc.property(sales, (rows) => {
      const context = contextOf({
        sale: rows.map((row) => ({ date: `${row.year}-05-05`, region: `R${String(row.region)}`, amount: row.amount })),
      });
      const made = contributionsOf(ask(context, compared), 'region', words);
      if (made === null) return;
      expect(made.members.length).toBeLessThanOrEqual(7);
      expect(made.members.reduce((sum, { change }) => sum + whole(change), whole(made.before))).toBe(whole(made.now));
    }),
    { seed: 11, numRuns: 60 },
  );
});

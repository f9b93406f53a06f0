import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionsOf } from '#engine/insights/contributions.ts';
import { effectsOf, type Product } from '#engine/insights/price-volume-mix.ts';
import type { QuestionInput } from '#shared/question.ts';
import { ask, contextOf } from '../../support/ask.ts';
import { found, foundBy, numberIn } from './found.ts';

const sale = (date: string, amount: number, more: object = {}) => ({ date, amount, ...more });

describe('contributions to a change', () => {
  it('three customers and the rest, together the change', () => {
    const rows = [
      sale('2025-01-12', 100, { customer: 'A' }),
      sale('2025-01-12', 100, { customer: 'B' }),
      sale('2025-01-12', 60, { customer: 'C' }),
      sale('2025-01-12', 40, { customer: 'D' }),
      sale('2026-03-01', 190.05, { customer: 'A' }),
      sale('2026-03-01', 30, { customer: 'B' }),
      sale('2026-03-01', 80, { customer: 'C' }),
      sale('2026-03-01', 45, { customer: 'D' }),
      sale('2026-03-01', 3, { customer: 'E' }),
      sale('2026-03-01', 1.95, {}),
    ];
    const insight = found({ sale: rows }).find(({ id }) => id === 'drivers:customer');
    // 350 after 300: A +90.05, B −70, C +20; D +5, E +3 and nobody +1.95 are the rest.
    expect(insight).toMatchObject({ form: 'up', tone: 'good', change: 50 });
    expect(insight?.size).toBeCloseTo(50 / 300, 12);
    expect(insight?.parts).toMatchObject([
      { part: 'member', member: { dimension: 'customer', name: 'A' }, count: 1, amount: 90.05 },
      { part: 'member', member: { dimension: 'customer', name: 'B' }, count: 1, amount: -70 },
      { part: 'member', member: { dimension: 'customer', name: 'C' }, count: 1, amount: 20 },
      { part: 'others', member: null, count: 3, amount: 9.95 },
    ]);
  });

  it('nothing is said where the data begin partway through the year before', () => {
    const from = (first: string) => [
      sale(first, 100, { customer: 'A' }),
      sale('2025-06-01', 100, { customer: 'B' }),
      sale('2026-03-01', 300, { customer: 'A' }),
      sale('2026-03-01', 60, { customer: 'B' }),
    ];
    // The 19th day is the first past a twentieth of the year's 365.
    expect(foundBy('drivers', { sale: from('2025-01-19') })?.change).toBe(160);
    expect(foundBy('drivers', { sale: from('2025-01-20') })).toBeNull();
  });

  it('nothing is said of less than a hundredth, nor without a year to compare with', () => {
    const rows = [sale('2025-03-01', 1000, { customer: 'A' }), sale('2026-03-01', 1009, { customer: 'B' })];
    expect(foundBy('drivers', { sale: rows })).toBeNull();
    expect(foundBy('drivers', { sale: rows.slice(1) })).toBeNull();
  });

  it('add up to the change to the ten-thousandth, whatever the rows', () => {
    const amount = fc.integer({ min: -9_999_999, max: 99_999_999 }).map((scaled) => scaled / 10_000);
    const row = fc.record({
      date: fc.constantFrom('2025-01-15', '2025-07-02', '2026-01-15', '2026-07-02'),
      amount,
      customer: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', null),
      product: fc.constantFrom('p', 'q', 'r', null),
      quantity: fc.option(fc.integer({ min: -3, max: 40 })),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 40 }), (rows) => {
        const context = contextOf({ sale: rows });
        const rowsBy = [{ dimension: 'customer' }];
        const question: QuestionInput = { kpis: ['revenue'], rows: rowsBy, period: '2026', compare: 'last-year' };
        const parts = rows.some(({ customer }) => customer !== null)
          ? contributionsOf(ask(context, question), 'revenue')
          : null;
        const sum = (year: string): number =>
          rows.reduce(
            (total, { date, amount: value }) => total + (date.startsWith(year) ? Math.round(value * 10_000) : 0),
            0,
          );
        if (parts !== null) {
          expect(parts.change).toBe(sum('2026') - sum('2025'));
          expect(parts.members.reduce((total, { amount: part }) => total + part, 0)).toBe(parts.change);
        }
        for (const { rule, parts: shown, change } of found({ sale: rows })) {
          if (rule !== 'drivers' && rule !== 'price-volume-mix') continue;
          const scaled = shown.map(({ amount: part }) => Math.round(part * 10_000));
          expect(scaled.reduce((total, part) => total + part, 0)).toBe(Math.round((change ?? NaN) * 10_000));
          expect(Math.round((change ?? NaN) * 10_000)).toBe(sum('2026') - sum('2025'));
        }
      }),
      { seed: 6, numRuns: 150 },
    );
  });
});

describe('price, volume and mix', () => {
  const of = (unitsBefore: number, before: number, unitsNow: number, now: number): Product => ({
    before,
    unitsBefore,
    now,
    unitsNow,
  });

  it('worked by hand', () => {
    // 10 at 100 and 10 at 50 become 12 at 110 and 8 at 50. Price 12 × 10. Volume: 20 units both times. Mix: 12 × 100 + 8 × 50 − 20 × 75 = 100.
    expect(effectsOf([of(10, 1000, 12, 1320), of(10, 500, 8, 400)], 220)).toEqual({
      price: 120,
      volume: 0,
      mix: 100,
      new: 0,
      gone: 0,
      unknown: 0,
    });
    // Twice as many of both at the same price: all of it is volume.
    expect(effectsOf([of(10, 1000, 20, 2000), of(10, 500, 20, 1000)], 1500)).toMatchObject({
      price: 0,
      volume: 1500,
      mix: 0,
    });
    // One product more, one less, and 30 that have no units.
    expect(effectsOf([of(10, 1000, 10, 1000), of(0, 0, 5, 250), of(4, 400, 0, 0)], -120)).toEqual({
      price: 0,
      volume: 0,
      mix: 0,
      new: 250,
      gone: -400,
      unknown: 30,
    });
  });

  it('add up exactly, whatever the products', () => {
    const units = fc.integer({ min: 0, max: 1e7 }).map((scaled) => scaled / 10_000);
    const money = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(units, money, units, money), { maxLength: 20 }), money, (products, change) => {
        const effects = effectsOf(
          products.map(([a, b, c, d]) => of(a, b, c, d)),
          change,
        );
        expect(Object.values<number>({ ...effects }).reduce((sum, part) => sum + part, 0)).toBe(change);
      }),
      { seed: 6 },
    );
  });

  it('over the rows of a workspace, with what has no units apart', () => {
    const rows = [
      sale('2025-01-12', 1000, { product: 'p', quantity: 10 }),
      sale('2025-01-12', 500, { product: 'q', quantity: 10 }),
      sale('2025-01-12', 70, { product: 's' }),
      sale('2026-02-01', 1320, { product: 'p', quantity: 12 }),
      sale('2026-02-01', 400, { product: 'q', quantity: 8 }),
      sale('2026-02-01', 90, { product: 's', quantity: 9 }),
    ];
    const insight = foundBy('price-volume-mix', { sale: rows });
    expect(insight?.parts.map(({ part, amount }) => [part, amount])).toEqual([
      ['price', 120],
      ['mix', 100],
      ['unknown', 20],
    ]);
    expect(insight?.change).toBe(240);
    expect(numberIn(insight, 'change')).toBe(240);
  });

  it('says nothing without units, nor where most of the change has none', () => {
    const rows = [sale('2025-02-01', 100, { product: 'p', quantity: 1 }), sale('2026-02-01', 900, { product: 'p' })];
    expect(foundBy('price-volume-mix', { sale: rows })).toBeNull();
    const without = rows.map(({ date, amount }) => ({ date, amount, product: 'p' }));
    expect(foundBy('price-volume-mix', { sale: without })).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#shared/charts/model.ts';
import { moneyScale } from '#shared/format.ts';
import type { Words } from '#shared/tiles/tile-words.ts';
import { breakdown } from '../../../../renderer/features/overview/breakdown.model.ts';
import { ask, contextOf } from '../../../support/ask.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from './company.ts';

const words: Words = { t: await catalogueIn('sv'), format: SWEDISH, scale: moneyScale(230_000) };
const byRegion = { kpis: ['revenue'], rows: [{ dimension: 'region', order: { by: 'revenue', descending: true } }] };

const told = ({ categories, series }: ChartModel) =>
  categories.map(({ label }, index) => [label, series[0]?.points[index]?.value ?? null] as const);

describe('why revenue changed', () => {
  const tile = breakdown(ask(COMPANY, { ...byRegion, period: '2026', compare: 'last-year' }), 'Region', words);

  test('gains first, losses last, between the two totals', () => {
    expect(tile.direction).toBe('rose');
    expect(told(tile.chart)).toEqual([
      ['2025', 200_000],
      ['East', 55_000],
      ['North', 30_000],
      ['South', -15_000],
      ['West', -40_000],
      ['2026', 230_000],
    ]);
    expect(tile.chart.categories.map(({ level }) => level)).toEqual([true, false, false, false, false, true]);
  });

  test('the table gives both sides, difference and change, with the total', () => {
    expect(tile.table.columns.map(({ label }) => label)).toEqual([
      'Region',
      'Utfall, kr',
      'Jämförelse',
      'Skillnad',
      'Ändring',
    ]);
    const rows = tile.table.rows.map(({ cells }) => cells.map(({ text }) => plain(text)));
    expect(rows).toContainEqual(['South', '45 000,00', '60 000,00', '-15 000,00', '-25,0 %']);
    expect(rows).toContainEqual(['East', '55 000,00', '0,00', '+55 000,00', 'ny']);
    expect(rows.at(-1)).toEqual(['Totalt', '230 000,00', '200 000,00', '+30 000,00', '+15,0 %']);
  });

  test('without comparison: bars', () => {
    const { chart, direction } = breakdown(ask(COMPANY, { ...byRegion, period: '2026' }), 'Region', words);
    expect(direction).toBe('none');
    expect(chart.kind).toBe('bar');
    expect(told(chart)).toEqual([
      ['North', 130_000],
      ['East', 55_000],
      ['South', 45_000],
    ]);
    expect(chart.series[0]?.total?.value).toBe(230_000);
  });
});

test('the steps add up exactly whatever the amounts, also when groups are united', () => {
  const amount = fc.integer({ min: -9_999_999, max: 99_999_999 }).map((scaled) => scaled / 10_000);
  const sales = fc.array(
    fc.record({ region: fc.integer({ min: 1, max: 12 }), year: fc.constantFrom('2025', '2026'), amount }),
    { minLength: 2, maxLength: 40 },
  );
  fc.assert(
    fc.property(sales, (rows) => {
      const context = contextOf({
        sale: rows.map((row) => ({ date: `${row.year}-05-05`, region: `R${String(row.region)}`, amount: row.amount })),
      });
      const { chart } = breakdown(ask(context, { ...byRegion, period: '2026', compare: 'last-year' }), 'Region', words);
      if (chart.kind !== 'waterfall') return;
      const steps = told(chart).map(([, value]) => Math.round((value ?? 0) * 10_000));
      expect(steps.length).toBeLessThanOrEqual(9);
      expect(steps.slice(0, -1).reduce((sum, step) => sum + step, 0)).toBe(steps.at(-1));
    }),
    { seed: 11, numRuns: 60 },
  );
});

import { describe, expect, test } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import type { Words } from '#shared/tiles/tile-words.ts';
import { revenueTrend } from '../../../../renderer/features/overview/revenue-trend.model.ts';
import { ask, contextOf } from '../../../support/ask.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from './company.ts';

const words: Words = { t: await catalogueIn('sv'), format: SWEDISH, scale: moneyScale(230_000) };
const byMonth = { kpis: ['revenue'], rows: [{ dimension: 'date', grain: 'month' as const }] };

describe('revenue by month', () => {
  const { chart, table, compared } = revenueTrend(
    ask(COMPANY, { ...byMonth, period: '2026-Q1', compare: 'last-year' }),
    null,
    words,
  );

  test('February 130 000 against 100 000 is +30 %, March the same as before', () => {
    expect(compared).toBe(true);
    expect(chart.kind).toBe('column');
    expect(chart.categories.map(({ label }) => label)).toEqual(['jan', 'feb', 'mar']);
    expect(
      chart.series.map(({ role, points, total }) => [role, points.map(({ value }) => value), total?.value]),
    ).toEqual([
      ['actual', [0, 130_000, 100_000], 230_000],
      ['previous', [null, 100_000, 100_000], 200_000],
    ]);
  });

  test('the table twin has every month and the total in full', () => {
    const rows = table.rows.map(({ cells }) => cells.map(({ text }) => plain(text)));
    expect(rows[1]).toEqual(['feb 2026', '130 000,00', '100 000,00', '+30,0 %']);
    expect(rows.at(-1)).toEqual(['Totalt', '230 000,00', '200 000,00', '+15,0 %']);
  });

  test('every month opens its own passport', () => {
    expect(chart.series[0]?.points[1]?.cell).toEqual({ kpi: 'revenue', row: ['2026-02'], column: [] });
  });
});

test('months after the data are left out, a month without sales between others is zero', () => {
  const sale = [
    { date: '2026-01-15', amount: 100 },
    { date: '2026-03-15', amount: 300 },
  ];
  const { chart } = revenueTrend(
    ask(contextOf({ sale }, { today: '2026-06-10' }), { ...byMonth, period: '2026' }),
    null,
    words,
  );
  expect(chart.categories.map(({ key }, index) => [key, chart.series[0]?.points[index]?.value])).toEqual([
    ['2026-01', 100],
    ['2026-02', 0],
    ['2026-03', 300],
  ]);
});

test('the month in progress is drawn as open', () => {
  const sale = [
    { date: '2026-05-15', amount: 100 },
    { date: '2026-06-05', amount: 20 },
  ];
  const { chart } = revenueTrend(
    ask(contextOf({ sale }, { today: '2026-06-10' }), { ...byMonth, period: '2026-05-01..2026-06-30' }),
    null,
    words,
  );
  expect(chart.categories.map(({ open }) => open)).toEqual([false, true]);
});

test('two years are a line, with the year at each January', () => {
  const sale = [
    { date: '2025-01-15', amount: 100 },
    { date: '2026-12-30', amount: 300 },
  ];
  const { chart } = revenueTrend(
    ask(contextOf({ sale }), { ...byMonth, period: '2025-01-01..2026-12-31' }),
    null,
    words,
  );
  expect(chart.kind).toBe('line');
  expect(chart.categories).toHaveLength(24);
  expect(chart.categories.map(({ label }) => label).filter((label) => label.length > 3)).toEqual(['jan 25', 'jan 26']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import { axisFrom, breakdown } from '../../../../renderer/features/overview/breakdown.model.ts';
import type { Words } from '../../../../renderer/features/overview/words.model.ts';
import { ask, contextOf } from '../../../support/ask.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from './company.ts';

const words: Words = { t: await catalogueIn('sv'), format: SWEDISH, scale: moneyScale(230_000) };
const byRegion = { kpis: ['revenue'], rows: [{ dimension: 'region', order: { by: 'revenue', descending: true } }] };

describe('why revenue changed', () => {
  const tile = breakdown(ask(COMPANY, { ...byRegion, period: '2026', compare: 'last-year' }), 'Region', words);

  test('gains first, losses last, between the two totals', () => {
    expect(tile.direction).toBe('rose');
    expect(tile.chart.points.map(({ label, valueLabel }) => `${label} ${plain(valueLabel)}`)).toEqual([
      '2025 200,0',
      'East +55,0',
      'North +30,0',
      'South -15,0',
      'West -40,0',
      '2026 230,0',
    ]);
  });

  test('every step starts where the one before ended', () => {
    if (tile.chart.kind !== 'waterfall') throw new Error('not a waterfall');
    expect(tile.chart.points.map(({ start, end }) => [start, end])).toEqual([
      [0, 200_000],
      [200_000, 255_000],
      [255_000, 285_000],
      [285_000, 270_000],
      [270_000, 230_000],
      [0, 230_000],
    ]);
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

  test('without comparison: bars with shares', () => {
    const { chart, direction } = breakdown(ask(COMPANY, { ...byRegion, period: '2026' }), 'Region', words);
    expect(direction).toBe('none');
    expect(chart.kind).toBe('bar');
    expect(chart.points.map(({ description }) => plain(description))).toEqual([
      'North: 130,0 tkr, 56,5 % av totalen',
      'East: 55,0 tkr, 23,9 % av totalen',
      'South: 45,0 tkr, 19,6 % av totalen',
    ]);
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
      const steps = chart.points;
      expect(steps.length).toBeLessThanOrEqual(9);
      for (let index = 1; index < steps.length - 1; index += 1) expect(steps[index]?.start).toBe(steps[index - 1]?.end);
      expect(steps.at(-2)?.end).toBe(steps.at(-1)?.end);
    }),
    { seed: 11, numRuns: 60 },
  );
});

describe('where the axis starts', () => {
  const total = (end: number) => ({ start: 0, end, mark: 'actual-total' as const });
  test('at zero when the steps are large or fall below it', () => {
    expect(axisFrom([total(100), { start: 100, end: 20, mark: 'bad' }, total(20)])).toBe(0);
    expect(axisFrom([total(10), { start: 10, end: -5, mark: 'bad' }, total(-5)])).toBe(0);
  });
  test('above zero when they would be slivers: 17 008 to 18 420 starts half the movement below', () => {
    expect(axisFrom([total(17_008), { start: 17_008, end: 18_420, mark: 'good' }, total(18_420)])).toBe(16_302);
  });
});

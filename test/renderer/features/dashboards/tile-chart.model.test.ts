import { describe, expect, test } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import type { QuestionInput } from '#shared/question.ts';
import { questionSchema } from '#shared/question.ts';
import { tileTable, concentration } from '../../../../renderer/features/dashboards/table-tile.model.ts';
import { rankingTile } from '../../../../renderer/features/dashboards/ready-tiles.model.ts';
import { tileChart, type ChartTile } from '../../../../renderer/features/dashboards/tile-chart.model.ts';
import { ask } from '../../../support/ask.ts';
import { catalogueIn, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from '../overview/company.ts';

const words = {
  t: await catalogueIn('sv'),
  format: SWEDISH,
  scale: moneyScale(230_000),
  nameOf: (kpi: string) => (kpi === 'revenue' ? 'Intäkter' : kpi),
  title: 'T',
  sub: 'S',
};
const chart = (kind: ChartTile['kind'], question: QuestionInput, remarks: Parameters<typeof tileChart>[3] = []) =>
  tileChart({ kind, question: questionSchema.parse(question) }, ask(COMPANY, question), words, remarks);
const compared = { period: '2026', compare: 'last-year' as const };
const REGIONS = [{ dimension: 'region', order: { by: 'revenue', descending: true } }];

describe('a chart tile', () => {
  test('by region: this year and last, the total computed, not summed', () => {
    const { categories, series, time } = chart('bar', { kpis: ['revenue'], rows: REGIONS, ...compared });
    expect(time).toBe(false);
    expect(categories.map(({ key, label }) => [key, label])).toEqual([
      ['member North', 'North'],
      ['member East', 'East'],
      ['member South', 'South'],
      ['member West', 'West'],
    ]);
    const [now, before] = series;
    expect(now?.points.map(({ value }) => value)).toEqual([130_000, 55_000, 45_000, 0]);
    expect(now?.total?.value).toBe(230_000);
    expect(before).toMatchObject({ role: 'previous', of: 'revenue', name: '2025' });
    expect(before?.points.map(({ value }) => value)).toEqual([100_000, 0, 60_000, 40_000]);
    expect(now?.points[0]?.cell).toEqual({ kpi: 'revenue', row: ['North'], column: [] });
  });

  test('why revenue rose: from 200 000 by North +30 000, East +55 000, South −15 000, West −40 000 to 230 000', () => {
    const { categories, series } = chart('waterfall', { kpis: ['revenue'], rows: REGIONS, ...compared });
    expect(categories.map(({ label, level }) => [label, level])).toEqual([
      ['2025', true],
      ['East', false],
      ['North', false],
      ['South', false],
      ['West', false],
      ['2026', true],
    ]);
    expect(series[0]?.points.map(({ value }) => value)).toEqual([200_000, 55_000, 30_000, -15_000, -40_000, 230_000]);
  });

  test('by month carries a remark at the month that holds its day, if it is about what is shown', () => {
    const rows = [{ dimension: 'date', grain: 'month' as const }];
    const remark = { id: 'r', day: '2026-02-14', kpi: null, text: 'Ny prislista', author: 'Åsa' };
    const other = { ...remark, id: 's', kpi: 'orders' };
    const outside = { ...remark, id: 'u', day: '2024-01-01' };
    const question = { kpis: ['revenue'], rows, period: '2026-01-01..2026-03-31' };
    const { time, categories, annotations } = chart('column', question, [remark, other, outside]);
    expect(time).toBe(true);
    expect(categories.map(({ label }) => label)).toEqual(['jan', 'feb', 'mar']);
    expect(annotations).toEqual([{ id: 'r', at: 'member 2026-02', series: null, text: 'Ny prislista', author: 'Åsa' }]);
  });

  test('with columns has a series for each of them; without rows a step for each KPI', () => {
    const question = {
      kpis: ['revenue'],
      rows: REGIONS,
      columns: [{ dimension: 'date', grain: 'year' as const }],
      period: '2025-01-01..2026-12-31',
    };
    const stacked = chart('stacked-bar', question);
    expect(stacked.series.map(({ name, points }) => [name, points[0]?.value])).toEqual([
      ['2025', 100_000],
      ['2026', 130_000],
    ]);
    const heat = chart('heat-map', question);
    expect([heat.categories.length, heat.series.length, heat.series[0]?.name]).toEqual([2, 4, 'North']);
    const steps = chart('funnel', { kpis: ['active-customers', 'orders'], period: '2026' });
    expect(steps.series[0]?.points.map(({ value }) => value)).toEqual([3, 3]);
  });
});

describe('a table tile', () => {
  const tile = rankingTile('revenue', 'region');
  const view = tile.show === 'table' ? tile.view : null;

  test('has value, share and change in finished words, and a bar as long as its part of the largest', () => {
    if (view === null) return;
    const answer = ask(COMPANY, { ...view.question, ...compared });
    const table = tileTable(view, answer, words);
    expect(table.columns.map(({ label }) => label)).toEqual(['Intäkter, tkr', 'Andel', 'Ändring']);
    expect(table.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => plain(text))])).toEqual([
      ['North', '130,0', '56,5 %', '+30 %'],
      ['East', '55,0', '23,9 %', 'ny'],
      ['South', '45,0', '19,6 %', '-25 %'],
      ['West', '0,0', '0,0 %', '-100 %'],
      ['Totalt', '230,0', '100,0 %', '+15 %'],
    ]);
    expect(table.rows.map(({ cells }) => cells[0]?.bar?.toFixed(2) ?? null)).toEqual([
      '1.00',
      '0.42',
      '0.35',
      '0.00',
      null,
    ]);
    expect(table.rows[2]?.cells[2]?.tone).toBe('bad');
    // Nothing is united, so nothing is concentrated.
    expect(concentration(view, answer, words)).toBeNull();
  });

  test('says nothing of change where nothing is compared', () => {
    if (view === null) return;
    const table = tileTable(view, ask(COMPANY, { ...view.question, period: '2026' }), words);
    expect(table.columns.map(({ label }) => label)).toEqual(['Intäkter, tkr', 'Andel']);
  });
});

import { describe, expect, test } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import type { QuestionInput } from '#shared/question.ts';
import { questionSchema } from '#shared/question.ts';
import { tileChart, type ChartTile } from '#shared/tiles/tile-chart.ts';
import { takesTargets } from '#shared/tiles/beside-chart.ts';
import { tileTable, concentration } from '../../../../renderer/features/dashboards/table-tile.model.ts';
import { rankingTile, tableTile } from '../../../../renderer/features/dashboards/ready-tiles.model.ts';
import { ask, contextOf } from '../../../support/ask.ts';
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
const chart = (kind: ChartTile['kind'], question: QuestionInput, beside: Parameters<typeof tileChart>[3] = {}) =>
  tileChart({ kind, question: questionSchema.parse(question) }, ask(COMPANY, question), words, beside);
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
    const { time, categories, annotations } = chart('column', question, { remarks: [remark, other, outside] });
    expect(time).toBe(true);
    expect(categories.map(({ label }) => label)).toEqual(['jan', 'feb', 'mar']);
    expect(annotations).toEqual([{ id: 'r', at: 'member 2026-02', series: null, text: 'Ny prislista', author: 'Åsa' }]);
  });

  test('shows a remark on a member at its mark, in time only where it stands for itself', () => {
    const mark = { dimension: 'region', member: 'East' };
    const remark = { id: 'r', day: '2026-02-14', kpi: null, mark, text: 'Mässa', author: 'Åsa' };
    const before = { ...remark, id: 'b', day: '2025-02-14' };
    const elsewhere = { ...remark, id: 'e', mark: { dimension: 'rep', member: 'East' } };
    const remarks = [remark, before, elsewhere];
    const at = (key: string, series: string | null = null) => [
      { id: 'r', at: key, series, text: 'Mässa', author: 'Åsa' },
    ];
    const byRegion = { kpis: ['revenue'], rows: REGIONS, ...compared };
    expect(chart('bar', byRegion, { remarks }).annotations).toEqual(at('member East'));
    expect(chart('waterfall', byRegion, { remarks }).annotations).toEqual(at('member East'));
    const rows = [{ dimension: 'date', grain: 'month' as const }];
    const months = { kpis: ['revenue'], rows, period: '2026-01-01..2026-03-31' };
    expect(chart('column', months, { remarks }).annotations).toEqual([]);
    const filters = [{ op: 'in' as const, dimension: 'region', values: ['East'] }];
    expect(chart('column', months, { remarks, filters }).annotations).toEqual(at('member 2026-02'));
    const split = { ...months, columns: [{ dimension: 'region' }] };
    expect(chart('stacked-column', split, { remarks }).annotations).toEqual(at('member 2026-02', 'member East'));
  });

  test('by month has the target of each month that has one, and says nothing of targets for a part of the rows', () => {
    const rows = [{ dimension: 'date', grain: 'month' as const }];
    const asked = { kpis: ['revenue'], rows, period: '2026-01-01..2026-03-31' };
    const context = contextOf({
      sale: [
        { date: '2026-01-05', amount: 10 },
        { date: '2026-03-30', amount: 10 },
      ],
      target: [
        { start: '2026-02-01', value: 300 },
        { start: '2026-03-01', value: 400 },
      ],
    });
    const tile = { kind: 'column' as const, question: questionSchema.parse(asked) };
    const targets = ask(context, { ...asked, compare: 'target' });
    expect(takesTargets(tile, targets)).toBe(true);
    const [, line] = tileChart(tile, ask(context, asked), words, { targets }).series;
    expect(line).toMatchObject({ role: 'target', of: 'revenue' });
    expect(line?.points.map(({ value }) => value)).toEqual([null, 300, 400]);
    expect(line?.total?.value ?? null).toBeNull();
    const spring = { ...asked, period: '2026-02-01..2026-03-31' };
    const whole = tileChart(tile, ask(context, spring), words, {
      targets: ask(context, { ...spring, compare: 'target' }),
    });
    expect(whole.series[1]?.total?.value).toBe(700);
    const filters = [{ op: 'in' as const, dimension: 'region', values: ['East'] }];
    expect(takesTargets({ ...tile, question: { ...tile.question, filters } }, targets)).toBe(false);
    expect(takesTargets({ ...tile, question: { ...tile.question, kpis: ['orders'] } }, targets)).toBe(false);
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

  test('says how much the largest hold together where the rest is united: 130 000 of 230 000', () => {
    if (view === null) return;
    const rows = [{ ...REGIONS[0], dimension: 'region', top: { n: 1 } }];
    const answer = ask(COMPANY, { ...view.question, rows, ...compared });
    expect(tileTable(view, answer, words).rows.map(({ label, cells }) => [label, cells[0]?.text])).toEqual([
      ['North', '130,0'],
      ['Övriga', '100,0'],
      ['Totalt', '230,0'],
    ]);
    expect(plain(concentration(view, answer, words) ?? '')).toBe('Den största står för 56,5 % av intäkterna.');
  });

  test('has the marks of targets beside revenue: 60 of the largest end 100, 40', () => {
    const context = contextOf({
      sale: [
        { date: '2026-01-05', amount: 60, rep: 'Ann' },
        { date: '2026-01-06', amount: 50, rep: 'Bo' },
      ],
      target: [
        { start: '2026-01-01', value: 100, rep: 'Ann' },
        { start: '2026-01-01', value: 40, rep: 'Bo' },
      ],
    });
    const content = tableTile(['revenue', 'quota'], 'rep');
    if (content.show !== 'table') return;
    const table = tileTable(content.view, ask(context, { ...content.view.question, period: '2026-01' }), words);
    expect(table.rows.map(({ cells }) => [cells[0]?.bar, cells[0]?.aim])).toEqual([
      [0.6, 1],
      [0.5, 0.4],
      [null, null],
    ]);
  });

  test('says nothing of change where nothing is compared', () => {
    if (view === null) return;
    const table = tileTable(view, ask(COMPANY, { ...view.question, period: '2026' }), words);
    expect(table.columns.map(({ label }) => label)).toEqual(['Intäkter, tkr', 'Andel']);
  });
});

import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import type { Grid, GridLine } from '#shared/grid.ts';
import charts from '#shared/messages/sv/charts.json' with { type: 'json' };
import explore from '#shared/messages/sv/explore.json' with { type: 'json' };
import fields from '#shared/messages/sv/fields.json' with { type: 'json' };
import { waterfallSteps } from '#shared/charts/waterfall-steps.ts';
import { valueFormat } from '../../../../renderer/features/explore/cell-text.model.ts';
import {
  bridgeQuestion,
  chartPlan,
  suitingKind,
  suits,
} from '../../../../renderer/features/explore/chart-plan.model.ts';
import { exploreChart } from '../../../../renderer/features/explore/chart.model.ts';
import { memberOfKey } from '#shared/tiles/member-key.ts';
import { EMPTY_VIEW } from '../../../../renderer/features/explore/start.model.ts';
import { newValue } from '../../../../renderer/features/explore/view.model.ts';
import { viewTitle, type ExploreWords } from '../../../../renderer/features/explore/words.model.ts';
import type { ExploreView } from '../../../../renderer/state/explore-slice.ts';

const t = await createInstance().init({
  lng: 'sv',
  ns: ['explore', 'charts', 'fields'],
  resources: { sv: { explore, charts, fields } },
});
const names: Readonly<Record<string, string>> = {
  region: 'Region',
  revenue: 'Intäkter',
  'gross-margin': 'Täckningsgrad',
};
const words: ExploreWords = {
  t,
  locale: 'sv-SE',
  dimension: (key) => names[key] ?? key,
  rowField: (key) => key,
  kpi: (ref) => names[ref] ?? ref,
  member: (name) => name ?? '(saknas)',
  filters: { say: (key) => key, locale: 'sv-SE', member: (name) => name ?? '', kpi: (ref) => ref },
};
const format = { locale: 'sv-SE', currency: 'SEK' } as const;
const view: ExploreView = {
  ...EMPTY_VIEW,
  rows: [{ dimension: 'region' }, { dimension: 'category' }],
  columns: [{ dimension: 'date', grain: 'quarter' }],
  values: [newValue('revenue')],
};
const money = () => 'money' as const;
const alike = () => 'tkr';
const line = (path: readonly (string | null)[], value: number | null = null): GridLine => ({
  path: [...path],
  other: path.at(-1) === '',
  parent: false,
  folded: false,
  value,
});
const grid = (rows: readonly GridLine[], columns: readonly GridLine[], cells: readonly (number | null)[]): Grid => ({
  period: { spec: '2026', from: '2026-01-01', to: '2026-12-31', open: true, through: '2026-10-31' },
  comparePeriod: null,
  kpis: [],
  rowCount: rows.length,
  columnCount: columns.length,
  rows: [...rows],
  columns: [...columns],
  cells: [...cells],
  reasons: {},
  marks: { 1: ['open-period'] },
  scales: [],
});
const needs = {
  words,
  format,
  scale: moneyScale(0),
  title: 'Titel',
  formatOf: () => valueFormat({ as: 'value' }, { unit: 'money', direction: 'higher' }, 0, format),
  totalOf: () => ({ now: 60, before: 45 }),
  reason: () => 'därför',
  beforeName: '2025',
  remarks: [],
  scope: { period: { from: '2026-01-01', to: '2026-12-31' }, filters: [] },
  fiscalYearStart: 1,
};

describe('the kind that suits a view', () => {
  it('draws time across, structure down, and a lone number as a card', () => {
    expect(suitingKind(view, money)).toBe('column');
    expect(suitingKind({ ...view, columns: [] }, money)).toBe('bar');
    expect(suitingKind({ ...view, columns: [{ dimension: 'date', grain: 'week' }] }, money)).toBe('line');
    expect(suitingKind({ ...view, rows: [], columns: [] }, money)).toBe('scorecard');
    const both = { ...view, rows: [], values: [newValue('revenue'), newValue('gross-margin')] };
    expect(suitingKind(both, ({ kpi }) => (kpi === 'revenue' ? 'money' : 'ratio'))).toBe('combo');
    const cohorts = { ...view, rows: [{ dimension: 'cohort' }], columns: [{ dimension: 'age' }] };
    expect([suitingKind(cohorts, money), suits('cohort', cohorts), suits('cohort', view)]).toEqual([
      'cohort',
      true,
      false,
    ]);
    expect([
      suits('scatter', view),
      suits('scatter', both),
      suits('bullet', { ...view, rows: [], columns: [] }),
    ]).toEqual([false, true, false]);
  });
});

describe('the chart of a view', () => {
  it('has the outermost dimensions, time as categories, the others as series', () => {
    const plan = chartPlan(view, 'column', alike);
    expect(plan?.view.question).toMatchObject({ rows: [{ dimension: 'region' }], columns: [{ grain: 'quarter' }] });
    const chart = exploreChart(
      plan ?? fail(),
      grid(
        [line(['Norr']), line([null])],
        [line(['2026-Q1'], 0), line(['2026-Q2'], 0), line(['2026-Q3'], 0)],
        [10, 20, null, 30, 0, null],
      ),
      needs,
    );
    expect(chart.categories.map(({ label, open }) => [label, open])).toEqual([
      ['kv\u00a01', false],
      ['kv\u00a02', true],
    ]);
    expect(chart.series.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
      ['Norr', [10, 20]],
      ['(saknas)', [30, 0]],
    ]);
    expect(chart.series[1]?.points[0]?.cell).toEqual({ kpi: 'revenue', row: [null], column: ['2026-Q1'] });
  });

  it('has the remarks on its dates, and those on a member at its mark there', () => {
    const plan = chartPlan(view, 'column', alike);
    const remark = { id: 'q2', day: '2026-05-04', kpi: null, text: 'Ny prislista', author: 'Åsa' };
    const onMark = { ...remark, id: 'norr', day: '2026-02-01', mark: { dimension: 'region', member: 'Norr' } };
    const others = [
      { ...remark, id: 'before', day: '2025-05-04' },
      { ...remark, id: 'other KPI', kpi: 'orders' },
      { ...onMark, id: 'not shown', mark: { dimension: 'region', member: 'Väst' } },
    ];
    const lines = [line(['2026-Q1'], 0), line(['2026-Q2'], 0)];
    const chart = exploreChart(plan ?? fail(), grid([line(['Syd']), line(['Norr'])], lines, [10, 20, 30, 40]), {
      ...needs,
      remarks: [remark, onMark, ...others],
    });
    expect(chart.annotations.map(({ id, at, series, author }) => [id, at, series, author])).toEqual([
      ['q2', 'member 2026-Q2', null, 'Åsa'],
      ['norr', 'member 2026-Q1', 'member Norr', 'Åsa'],
    ]);
  });

  it('works the comparison out from the difference beside each value', () => {
    const plan = chartPlan({ ...view, columns: [], compare: 'last-year' }, 'bar', alike);
    expect(plan?.view.values).toHaveLength(2);
    const chart = exploreChart(
      plan ?? fail(),
      grid([line(['Norr']), line([''])], [line([], 0), line([], 1)], [40, 10, 20, 5]),
      needs,
    );
    expect(
      chart.series.map(({ role, points, total }) => [role, points.map(({ value }) => value), total?.value]),
    ).toEqual([
      ['actual', [40, 20], 60],
      ['previous', [30, 15], 45],
    ]);
    expect(chart.categories[1]).toMatchObject({ key: 'other', label: 'Övriga', other: true });
  });

  it('holds the first value of a combination against its target, and offers a target graph whatever is compared', () => {
    const both = { ...view, rows: [], compare: 'target' as const, values: [newValue('revenue'), newValue('orders')] };
    const plan = chartPlan(both, 'combo', alike);
    expect(plan?.view.values).toHaveLength(3);
    const columns = ['2026-Q1', '2026-Q2'].flatMap((quarter) => [0, 1, 2].map((value) => line([quarter], value)));
    const chart = exploreChart(plan ?? fail(), grid([line([])], columns, [100, 7, -20, 90, 8, 10]), needs);
    expect(chart.series.map(({ role, of, points }) => [role, of, points.map(({ value }) => value)])).toEqual([
      ['actual', null, [100, 90]],
      ['target', '0 revenue', [120, 80]],
      ['actual', null, [7, 8]],
    ]);
    const bullet = chartPlan({ ...view, columns: [] }, 'bullet', alike);
    expect(bullet?.compared).toBe('target');
    // The grand total of another comparison is no target.
    const drawn = exploreChart(bullet ?? fail(), grid([line(['Norr'])], [line([], 0), line([], 1)], [40, 10]), needs);
    expect(drawn.series[1]).toMatchObject({ role: 'target', points: [{ value: 30 }], total: null });
  });

  it('has each of a few series beside its comparison, and none among lines or many', () => {
    const compared = { ...view, compare: 'last-year' as const };
    const table = (regions: number) =>
      grid(
        Array.from({ length: regions }, (_, at) => line([`R${String(at)}`])),
        [line(['2026-Q1'], 0), line(['2026-Q1'], 1)],
        Array.from({ length: regions }).flatMap((_, at) => [10 * (at + 1), 1]),
      );
    const roles = (kind: 'column' | 'line', regions: number) =>
      exploreChart(chartPlan(compared, kind, alike) ?? fail(), table(regions), needs).series.map(({ role, points }) => [
        role,
        points[0]?.value,
      ]);
    expect(roles('column', 2)).toEqual([
      ['actual', 10],
      ['previous', 9],
      ['actual', 20],
      ['previous', 19],
    ]);
    expect(roles('column', 5).every(([role]) => role === 'actual')).toBe(true);
    expect(roles('line', 2).every(([role]) => role === 'actual')).toBe(true);
  });

  it('lets a waterfall end in the whole', () => {
    const plan = chartPlan({ ...view, columns: [] }, 'waterfall', alike);
    const chart = exploreChart(plan ?? fail(), grid([line(['Norr']), line(['Syd'])], [line([], 0)], [40, 20]), needs);
    const steps = waterfallSteps(chart, (key) => t(`charts:${key}`));
    expect(steps.map(({ category, to, mark }) => [category.label, to, mark])).toEqual([
      ['Norr', 40, 'neutral'],
      ['Syd', 60, 'neutral'],
      ['Totalt', 60, 'level'],
    ]);
    expect(steps.at(-1)?.point.cell).toEqual({ kpi: 'revenue', row: [], column: [] });
  });

  it('asks for what the steps of a bridge are ranked by, and takes no top of dates', () => {
    const top = { n: 5, by: 'orders' };
    const ranked = chartPlan({ ...view, rows: [{ dimension: 'customer', top }], columns: [] }, 'waterfall', alike);
    expect(bridgeQuestion(ranked ?? fail())).toMatchObject({
      kpis: ['revenue', 'orders'],
      rows: [{ dimension: 'customer', top }],
      columns: [],
      compare: 'none',
    });
    const months = { dimension: 'date', grain: 'month' as const, top: { n: 5 } };
    const dated = chartPlan({ ...view, rows: [], columns: [months], compare: 'previous' }, 'waterfall', alike);
    const { rows, columns, compare } = bridgeQuestion(dated ?? fail());
    expect(rows).toEqual([{ dimension: 'date', grain: 'month' }]);
    expect([columns, compare]).toEqual([[], 'none']);
  });

  it('draws values of one unit on one axis, and knows members whatever they are called', () => {
    const both = { ...view, columns: [], values: [newValue('revenue'), newValue('gross-margin')] };
    const likeOf = ({ kpi }: { readonly kpi: string }) => kpi;
    expect(chartPlan(both, 'bar', likeOf)?.values.map(({ kpi }) => kpi)).toEqual(['revenue']);
    expect(chartPlan(both, 'combo', likeOf)?.values).toHaveLength(2);
    expect([memberOfKey('member other'), memberOfKey('unknown'), memberOfKey('other')]).toEqual([
      'other',
      null,
      undefined,
    ]);
  });
});

describe('the title of a view', () => {
  it('says what and by what', () => {
    expect(viewTitle({ ...view, values: [newValue('revenue'), newValue('gross-margin')] }, words)).toBe(
      'Intäkter och täckningsgrad per region, category och kvartal',
    );
    expect(viewTitle({ ...view, rows: [], columns: [] }, words)).toBe('Intäkter');
  });
});

function fail(): never {
  throw new Error('no plan');
}

import { describe, expect, it } from 'vitest';
import { buildChart } from '#shared/charts/build-chart.ts';
import { waterfallSteps } from '#shared/charts/waterfall-steps.ts';
import type { ChartModel, ChartTarget } from '#shared/charts/model.ts';
import { markOpens } from '../../../../renderer/features/passport/mark-opens.model.ts';

const question = { kpis: ['revenue'], rows: [{ dimension: 'customer' }], compare: 'last-year' as const };
const total = { kpi: 'revenue', row: [], column: [] };
const of = (name: string) => ({ kpi: 'revenue', row: [name], column: [] });
const base = { title: '', format: { locale: 'sv-SE', currency: 'SEK' }, unit: 'money' } as const;

/** What every step of a waterfall opens, by its key. */
const opened = (model: ChartModel, asked: Parameters<typeof markOpens>[2] = question) =>
  waterfallSteps(model, (key) => key).map((step) => [step.category.key, markOpens(step, model, asked)] as const);

describe('a bridge', () => {
  const bridge = buildChart({
    ...base,
    kind: 'waterfall',
    categories: [
      { key: 'before', label: '2025', level: true },
      { key: 'member Asp', label: 'Asp' },
      { key: 'unknown', label: '' },
      { key: 'other', label: 'Övriga', other: true },
      { key: 'now', label: '2026', level: true },
    ],
    series: [
      {
        key: 'change',
        name: '',
        points: [
          { value: 100, cell: total },
          { value: 30, cell: of('Asp') },
          { value: -5, cell: of('') },
          { value: -10, cell: null },
          { value: 115, cell: total },
        ],
      },
    ],
  });
  const told = (figure: string, cell: object, more = {}) => ({
    told: { of: 'cells', figure, question, cell, ...more },
  });

  it('goes from the comparison through changes and what is left beside the named to the number itself', () => {
    expect(opened(bridge)).toEqual([
      ['before', told('before', total)],
      ['member Asp', told('change', of('Asp'))],
      ['unknown', told('change', of(''))],
      ['other', told('rest', total, { named: ['Asp', null] })],
      ['now', { question, cell: total }],
    ]);
  });

  it('held against targets has the passports of its cells', () => {
    const against = { ...question, compare: 'target' as const };
    expect(opened(bridge, against)[0]).toEqual(['before', { question: against, cell: total }]);
  });
});

it('steps up to a known total: those in sight open their cells, the rest what is left of it', () => {
  const plain = { ...question, compare: 'none' as const };
  const model = buildChart({
    ...base,
    kind: 'waterfall',
    categories: [
      { key: 'member Asp', label: 'Asp' },
      { key: 'other', label: 'Övriga', other: true },
    ],
    series: [
      {
        key: '0 revenue',
        name: '',
        points: [
          { value: 60, cell: of('Asp') },
          { value: 30, cell: of('\u0000') },
        ],
        total: { value: 100, cell: total },
      },
    ],
  });
  const [asp, , rest, all] = opened(model, plain);
  expect(asp).toEqual(['member Asp', { question: plain, cell: of('Asp') }]);
  expect(rest?.[0]).toBe('rest');
  expect(rest?.[1]).toMatchObject({ told: { figure: 'rest', cell: total } });
  expect(all?.[1]).toEqual({ question: plain, cell: total });
});

it('a mark of the time before opens the comparison of the mark beside it', () => {
  const model = buildChart({
    ...base,
    kind: 'column',
    categories: [{ key: 'member Asp', label: 'Asp' }],
    series: [
      { key: 'now', name: '', points: [{ value: 60, cell: of('Asp') }] },
      { key: 'then', name: '', role: 'previous', of: 'now', points: [50] },
    ],
  });
  const targets = model.series.flatMap((series) =>
    model.categories.flatMap((category, at): ChartTarget[] =>
      series.points[at] === undefined ? [] : [{ series, category, point: series.points[at] }],
    ),
  );
  const before = { told: { of: 'cells', figure: 'before', question, cell: of('Asp') } };
  expect(targets.map((target) => markOpens(target, model, question))).toEqual([{ question, cell: of('Asp') }, before]);
  const alone = { ...question, compare: 'none' as const };
  expect(targets.map((target) => markOpens(target, model, alone))).toEqual([
    { question: alone, cell: of('Asp') },
    null,
  ]);
});

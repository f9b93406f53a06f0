import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { historyChart } from '#shared/charts/history-chart.ts';
import { lastOf, periodCategories } from '#shared/charts/period-categories.ts';
import { verdictOf } from '#shared/forecast-verdict.ts';
import type { CombinedForecast, HistoryForecast, Movement, OpenDeals, PipelineTest } from '#shared/forecast.ts';
import sv from '#shared/messages/sv/forecast.json' with { type: 'json' };
import type { Answer } from '#shared/question.ts';
import { combinedChart } from '../../../../renderer/features/forecast/combined-chart.model.ts';
import { momentChoices, periodsOf } from '../../../../renderer/features/forecast/moments.model.ts';
import { movementChart } from '../../../../renderer/features/forecast/movement-chart.model.ts';
import { pipelineLines } from '../../../../renderer/features/forecast/pipeline-lines.model.ts';
import { rangesOf } from '#shared/forecast-range.ts';
import { inputsOf } from '#shared/what-if-inputs.ts';

const format = { locale: 'sv-SE', currency: 'SEK' } as const;
let t: TFunction;
beforeAll(async () => {
  const resources = { sv: { forecast: sv } };
  t = await createInstance().init({ lng: 'sv', ns: ['forecast'], defaultNS: 'forecast', resources });
});

const month = (key: string, value: number) => ({ key, from: `${key}-01`, to: `${key}-28`, value });
const NO_DEALS: OpenDeals = { deals: 0, value: 0, weighted: 0 };

describe('periods along an axis', () => {
  it('say the year where it begins', () => {
    const labels = periodCategories(['2026-11', '2026-12', '2027-01'], '2026-12', 'sv-SE').map(({ label, open }) => [
      label,
      open,
    ]);
    expect(labels).toEqual([
      ['nov 26', false],
      ['dec', true],
      ['jan 27', false],
    ]);
  });
  it('go back eighteen periods, or as far as they go ahead', () => {
    const history = Array.from({ length: 40 }, (_, i) => i);
    expect([lastOf(history, 6).length, lastOf(history, 24).length, lastOf([1, 2], 12).length]).toEqual([18, 24, 2]);
  });
});

describe('a history as a chart', () => {
  it('has what happened with its passport and what is to come with its interval, money with its unit', () => {
    const made = {
      kpi: { ref: 'revenue', unit: 'money', direction: 'higher' },
      history: [month('2026-08', 900_000), month('2026-09', 1_100_000)],
      points: [
        {
          ...month('2026-10', 1_000_000),
          intervals: [
            { low: 800_000, high: 1_200_000 },
            { low: 700_000, high: 1_300_000 },
          ],
        },
      ],
    } as unknown as HistoryForecast;
    const { title, series, categories } = historyChart(made, 'Intäkter per månad', format, (key, values) =>
      t(key, { ...values }),
    );
    expect(title).toBe('Intäkter per månad, tkr');
    expect(categories.map(({ key }) => key)).toEqual(['2026-08', '2026-09', '2026-10']);
    const [actual, ahead] = series;
    expect(actual?.points[1]).toMatchObject({ value: 1_100_000, cell: { kpi: 'revenue', row: ['2026-09'] } });
    expect(ahead).toMatchObject({ role: 'forecast', of: 'actual' });
    expect(ahead?.points.map(({ value, low, high }) => [value, low, high])).toEqual([
      [null, null, null],
      [null, null, null],
      [1_000_000, 800_000, 1_200_000],
    ]);
  });
});

describe('both as a chart', () => {
  it('stacks what is booked and what is expected, and draws no part that is nothing', () => {
    const point = (key: string, booked: number, pipeline: number, history: number) => ({
      ...month(key, booked + pipeline + history),
      intervals: null,
      booked,
      pipeline,
      history,
    });
    const made: CombinedForecast = {
      refusal: null,
      asOf: '2026-09-17',
      reach: 2,
      history: [month('2026-08', 50)],
      points: [point('2026-09', 30, 20, 0), point('2026-10', 0, 40, 0), point('2026-11', 0, 0, 60)],
      total: { value: 150, booked: 30, pipeline: 60, history: 60 },
      shortages: [],
      overdue: NO_DEALS,
      undated: NO_DEALS,
      beyond: NO_DEALS,
    };
    const { series, categories } = combinedChart(made, format, t);
    expect(categories.map(({ open }) => open)).toEqual([false, true, false, false]);
    expect(series.map(({ key, role, of, points }) => [key, role, of, points.map(({ value }) => value)])).toEqual([
      ['booked', 'actual', null, [50, 30, null, null]],
      ['history', 'forecast', 'booked', [null, null, null, 60]],
      ['deals', 'actual', null, [null, null, null, null]],
      ['pipeline', 'forecast', 'deals', [null, 20, 40, null]],
    ]);
  });
});

describe('the lines of the pipeline', () => {
  it('are the months, what lies in none where there is any, and the total', () => {
    const deals = (count: number): OpenDeals => ({ deals: count, value: count * 10, weighted: count });
    const lines = pipelineLines({
      periods: [
        { key: '2026-09', from: '2026-09-01', to: '2026-09-30', ...deals(2) },
        { key: '2026-10', from: '2026-10-01', to: '2026-10-31', ...deals(1) },
      ],
      overdue: deals(3),
      undated: deals(0),
      later: deals(4),
      total: deals(10),
    });
    expect(lines.map(({ key, part, deals: count }) => [key, part, count])).toEqual([
      ['overdue', 'overdue', 3],
      ['2026-09', null, 2],
      ['2026-10', null, 1],
      ['later', 'later', 4],
      ['total', 'total', 10],
    ]);
  });
});

describe('a movement as a chart', () => {
  it('goes from the start through what happened to the end', () => {
    const step = (move: Movement['moves'][number]['move'], deals: number, value: number) => ({ move, deals, value });
    const made: Movement = {
      start: { deals: 3, value: 100 },
      end: { deals: 2, value: 90 },
      moves: [step('added', 1, 30), step('won', 2, -40), step('lost', 0, 0)],
      postponed: { deals: 0, value: 0 },
      deals: [],
    };
    const { categories, series } = movementChart(made, 'a → b', format, t);
    expect(categories.map(({ label, level }) => [label, level])).toEqual([
      ['Början', true],
      ['Tillkomna', false],
      ['Vunna', false],
      ['Slut', true],
    ]);
    expect(series[0]?.points.map(({ value }) => value)).toEqual([100, 30, -40, 90]);
  });
});

describe('moments to choose between', () => {
  const record = (id: number, kind: 'deal' | 'sale', importedAt: string) => ({
    id,
    kind,
    importedAt,
    file: { name: `${kind}.csv`, size: 1, sha256: '' },
  });
  it('are the imports of deals, the last first, and the ends of months that the data reach into', () => {
    const records = [
      record(1, 'deal', '2026-08-31T09:00'),
      record(2, 'sale', '2026-09-01T09:00'),
      record(3, 'deal', '2026-09-30T09:00'),
    ];
    const { imports, days } = momentChoices(records, '2026-09-29', '2026-10-02');
    expect(imports.map(({ value, day }) => [value, day])).toEqual([
      ['import 3', '2026-09-30'],
      ['import 1', '2026-08-31'],
    ]);
    expect(days.map(({ day }) => day).slice(0, 3)).toEqual(['2026-09-30', '2026-08-31', '2026-07-31']);
    const running = momentChoices([], '2026-03-10', '2026-03-12').days.map(({ day }) => day);
    expect(running.slice(0, 3)).toEqual(['2026-03-12', '2026-02-28', '2026-01-31']);
    expect(momentChoices([], null, '2026-03-12')).toEqual({ imports: [], days: [] });
  });
  it('have a month, a quarter and a year', () => {
    expect(periodsOf('2026-09-17')).toEqual(['2026-09', '2026-Q3', '2026']);
  });
});

describe('what a back-test comes to', () => {
  const rival = (mase: number | null, smape: number) => [{ method: 'season-again' as const, mase, smape }];
  it('is held against what must be beaten first', () => {
    expect(verdictOf({ ours: { mase: 0.75, smape: 0.2 }, rivals: rival(1, 0.1) })).toEqual({
      is: 'better',
      rival: 'season-again',
      by: 0.25,
      error: 'mase',
      errors: [0.75, 1],
    });
    expect(verdictOf({ ours: { mase: 1.25, smape: 0.2 }, rivals: rival(1, 0.1) })?.is).toBe('worse');
    expect(verdictOf({ ours: { mase: 1.01, smape: 0.2 }, rivals: rival(1, 0.1) })?.is).toBe('alike');
    expect(verdictOf({ ours: { mase: null, smape: 0.05 }, rivals: rival(null, 0.1) })).toMatchObject({
      is: 'better',
      by: 0.5,
      error: 'smape',
    });
    expect(verdictOf({ ours: { mase: 0, smape: 0 }, rivals: rival(0, 0) })).toBeNull();
    expect(verdictOf({ ours: null, rivals: [] })).toBeNull();
  });
});

describe('what sales came from', () => {
  const answered = (values: Readonly<Record<string, number | null>>): Answer =>
    ({
      cells: Object.entries(values).map(([kpi, value]) => ({ kpi, row: [], column: [], value })),
    }) as unknown as Answer;
  const deals = (decided: number | null, won: number, value: number): Answer =>
    answered({ 'closed-deals': decided, 'won-deals': won, 'won-value': value });
  it('multiplies to what was won', () => {
    expect(inputsOf(deals(50, 10, 2000), 'deals')).toEqual({
      inputs: { volume: 50, winRate: 0.2, size: 200 },
      counted: 'closed-deals',
      sum: 'won-value',
    });
  });
  it('multiplies to what was invoiced, by order or by sale where orders have no number', () => {
    expect(inputsOf(answered({ orders: 40, 'number-of-sales': 90, revenue: 2000 }), 'sales')).toEqual({
      inputs: { volume: 40, winRate: 1, size: 50 },
      counted: 'orders',
      sum: 'revenue',
    });
    expect(inputsOf(answered({ orders: null, 'number-of-sales': 80, revenue: 2000 }), 'sales')).toMatchObject({
      inputs: { volume: 80, size: 25 },
      counted: 'number-of-sales',
    });
  });
  it('is unknown where nothing was decided, won or sold', () => {
    expect([
      ...[deals(0, 0, 0), deals(5, 0, 0), deals(null, 1, 1)].map((answer) => inputsOf(answer, 'deals')),
      inputsOf(answered({ orders: 3, revenue: 0 }), 'sales'),
      inputsOf(answered({ revenue: 5 }), 'sales'),
    ]).toEqual([null, null, null, null, null]);
  });
});

describe('between what the months to come lie', () => {
  const point = (key: string, booked: number, value: number, interval: readonly [number, number] | null) => ({
    key,
    from: `${key}-01`,
    to: `${key}-28`,
    value,
    booked,
    pipeline: value - booked,
    history: 0,
    intervals: interval === null ? null : [0, 1].map(() => ({ low: interval[0], high: interval[1] })),
  });
  const made = {
    asOf: '2026-10-05',
    reach: 2,
    points: [point('2026-10', 300, 1000, null), point('2026-11', 0, 500, null), point('2026-12', 0, 900, [700, 1100])],
  } as unknown as Parameters<typeof rangesOf>[0];
  const tested = (outcomes: readonly number[]): PipelineTest =>
    ({
      ahead: outcomes.map((n) => ({ outcomes: n, shares: n < 9 ? null : { low: 0.2, high: 1.5 } })),
    }) as unknown as PipelineTest;
  it('is a share of the pipeline, never less than what is booked, and then the history’s', () => {
    const { ranges, shortage } = rangesOf(made, tested([9, 9]));
    expect([...ranges]).toEqual([
      ['2026-10', { low: 300, high: 1500 }],
      ['2026-11', { low: 100, high: 750 }],
      ['2026-12', { low: 700, high: 1100 }],
    ]);
    expect(shortage).toBeNull();
  });
  it('is not told of months with too few outcomes, and said to be so once these are known', () => {
    const few = rangesOf(made, tested([9, 4]));
    expect([...few.ranges.keys()]).toEqual(['2026-10', '2026-12']);
    expect(few.shortage).toEqual({ what: 'pipeline-intervals', have: 4, need: 9 });
    expect(rangesOf(made, undefined)).toMatchObject({ shortage: null });
  });
});

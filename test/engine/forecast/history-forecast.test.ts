import { describe, expect, it } from 'vitest';
import { forecastableKpis } from '#engine/forecast/forecastable-kpis.ts';
import { historyForecast } from '#engine/forecast/history-forecast.ts';
import { historyAskSchema, type HistoryForecast } from '#shared/forecast.ts';
import { addMonths, dayOf, isoDate } from '#shared/calendar.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow, PlainTables } from '../../support/columns-of-rows.ts';

function asked(tables: PlainTables, ask: object, today = '2026-10-20'): HistoryForecast {
  return historyForecast(
    historyAskSchema.parse({ kpi: 'revenue', filters: [], variants: {}, ...ask }),
    contextOf(tables, { today }),
  );
}

/** One sale on the first and one on the last day of each month, half the amount each. */
function monthly(amounts: readonly number[], first = dayOf(2026, 1, 1)): readonly PlainRow[] {
  return amounts.flatMap((amount, i) => {
    const from = addMonths(first, i);
    const order = `o${String(i)}`;
    return [from, addMonths(from, 1) - 1].map((day) => ({
      date: isoDate(day),
      amount: amount / 2,
      order,
      region: 'Nord',
    }));
  });
}

describe('the history of a KPI', () => {
  it('is its closed months: not the open one, nor a first one that the data begin within', () => {
    const sale = [
      { date: '2026-03-20', amount: 7 },
      ...monthly([100, 110, 120, 130, 140, 150], dayOf(2026, 4, 1)),
      { date: '2026-10-12', amount: 40 },
    ];
    const { history, running, points, shortages } = asked({ sale }, { horizon: 3 });
    expect(history.map(({ key, value }) => [key, value])).toEqual([
      ['2026-04', 100],
      ['2026-05', 110],
      ['2026-06', 120],
      ['2026-07', 130],
      ['2026-08', 140],
      ['2026-09', 150],
    ]);
    expect(running).toEqual({ key: '2026-10', from: '2026-10-01', to: '2026-10-31', value: 40, through: '2026-10-12' });
    expect(points.map(({ key, from, to }) => [key, from, to])).toEqual([
      ['2026-10', '2026-10-01', '2026-10-31'],
      ['2026-11', '2026-11-01', '2026-11-30'],
      ['2026-12', '2026-12-01', '2026-12-31'],
    ]);
    expect(shortages).toEqual([{ what: 'seasons', have: 6, need: 24 }]);
  });

  it('ends before a month that the data stop within, though it is over', () => {
    const sale = [...monthly([100, 110, 120]), { date: '2026-04-12', amount: 9 }];
    const { history, running, points } = asked({ sale }, {}, '2026-10-20');
    expect(history.at(-1)?.key).toBe('2026-03');
    expect(running?.key).toBe('2026-04');
    expect(points[0]?.key).toBe('2026-04');
  });

  it('counts of a running month what has been by today, not what is dated ahead', () => {
    const ahead = ['2026-10-12', '2026-10-20', '2026-10-28', '2026-11-03'];
    const sale = [...monthly([100, 110, 120], dayOf(2026, 7, 1)), ...ahead.map((date) => ({ date, amount: 40 }))];
    const { history, running } = asked({ sale }, {}, '2026-10-20');
    expect(history.map(({ value }) => value)).toEqual([100, 110, 120]);
    expect(running).toMatchObject({ key: '2026-10', value: 80, through: '2026-10-20' });
  });

  it('has zeros inside, and none before anything happened', () => {
    const { history } = asked({ sale: [...monthly([0, 0, 50, 60]), ...monthly([70], dayOf(2026, 6, 1))] }, {});
    expect(history.map(({ value }) => value)).toEqual([50, 60, 0, 70]);
  });

  it('goes on simply where it is short, and says what it is too short for', () => {
    const { method, points, shortages, total } = asked(
      { sale: monthly([100, 120, 90], dayOf(2026, 7, 1)) },
      { horizon: 2 },
    );
    expect(method).toBe('last-again');
    expect(points.map(({ value, intervals }) => [value, intervals])).toEqual([
      [90, null],
      [90, null],
    ]);
    expect(total).toEqual({ value: 180, intervals: null });
    expect(shortages).toEqual([
      { what: 'intervals', have: 3, need: 4 },
      { what: 'seasons', have: 3, need: 24 },
    ]);
  });

  it('sees the year with two of them, and its total is narrower than its months one by one', () => {
    const year = [50, 60, 80, 100, 120, 160, 200, 160, 120, 100, 80, 60];
    const wobble = [3, -2, 1, -3, 2, -1, 2, -3, 1, -1, 3, -2, -2, 3, -1, 2, -3, 1, -2, 1, 3, -1, -3, 2];
    const values = Array.from({ length: 24 }, (_, i) => (year[i % 12] ?? 0) + (wobble[i] ?? 0));
    const { points, shortages, total } = asked({ sale: monthly(values, dayOf(2024, 10, 1)) }, { horizon: 12 });
    expect(shortages).toEqual([]);
    expect(points[6]?.value ?? 0).toBeGreaterThan(2 * (points[0]?.value ?? 999));
    const width = (each: HistoryForecast['total'] | undefined): number =>
      (each?.intervals?.[0].high ?? 0) - (each?.intervals?.[0].low ?? 0);
    expect(total?.value).toBeCloseTo(
      points.reduce((sum, { value }) => sum + value, 0),
      6,
    );
    expect(width(total)).toBeLessThan(points.reduce((sum, point) => sum + width(point), 0));
  });

  it('is by weeks where weeks are asked for', () => {
    // Fridays: a week that is over and whose data end within three days is whole, one that they begin in is not.
    const sale = Array.from({ length: 10 }, (_, i) => ({ date: isoDate(dayOf(2026, 8, 7) + 7 * i), amount: 10 + i }));
    const { history, points } = asked({ sale }, { grain: 'week', horizon: 2 });
    expect(history.map(({ key }) => key).slice(0, 2)).toEqual(['2026-W33', '2026-W34']);
    expect(points.map(({ key }) => key)).toEqual(['2026-W42', '2026-W43']);
  });

  it('goes by the filters', () => {
    const sale = [...monthly([100, 110, 120, 130]), { date: '2026-02-10', amount: 1000, region: 'Syd' }];
    const filters = [{ op: 'in' as const, dimension: 'region', values: ['Nord'] }];
    expect(asked({ sale }, { filters }).history.map(({ value }) => value)).toEqual([100, 110, 120, 130]);
  });

  it('of distinct orders has months but no total', () => {
    const { addsUp, history, total, refusal } = asked({ sale: monthly([100, 110, 120, 130]) }, { kpi: 'orders' });
    expect([addsUp, total, refusal]).toEqual([false, null, null]);
    expect(history.map(({ value }) => value)).toEqual([1, 1, 1, 1]);
  });

  it('is refused for ratios, balances and other times, for what is not imported, and without a closed month', () => {
    const sale = monthly([100, 110, 120, 130]);
    const refusal = (kpi: string, tables: PlainTables = { sale }) => asked(tables, { kpi }).refusal;
    expect(refusal('average-order-value')).toEqual({ code: 'not-additive', needs: [] });
    expect(refusal('customers-at-period-end')?.code).toBe('needs-data');
    expect(refusal('monthly-progress')).toEqual({ code: 'not-additive', needs: [] });
    expect(refusal('gross-profit')).toEqual({ code: 'needs-data', needs: ['sale.cost'] });
    expect(refusal('revenue', { sale: [{ date: '2026-10-02', amount: 5 }] })).toEqual({
      code: 'no-history',
      needs: [],
    });
  });
});

describe('which KPIs can be carried on', () => {
  it('amounts and counts of what is dated, and no others', () => {
    const sale = monthly([1, 2]).map((row) => ({ ...row, cost: 1, customer: 'A' }));
    const subscription = [{ customer: 'A', amount: 10, start: '2026-01-01' }];
    const kpis = forecastableKpis(contextOf({ sale, subscription }));
    for (const kpi of ['revenue', 'gross-profit', 'orders', 'new-customers']) expect(kpis).toContain(kpi);
    for (const kpi of ['gross-margin', 'average-order-value', 'mrr', 'customers-at-period-end', 'churn', 'units'])
      expect(kpis).not.toContain(kpi);
  });
});

import { describe, expect, it } from 'vitest';
import type { QuestionContext } from '#engine/question/context.ts';
import type { QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const line = (date: string, amount: number, more: PlainRow = {}): PlainRow => ({ date, amount, ...more });
const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;

describe('no value', () => {
  const sale = [line('2026-01-05', 100, { region: 'North' })];
  const reasonOf = (tables: Parameters<typeof contextOf>[0], question: QuestionInput) =>
    totalOf(contextOf(tables), question).reason;
  it('names what to import', () => {
    expect(reasonOf({ sale }, { kpis: ['gross-margin'] })).toMatchObject({ code: 'needs-data', needs: ['sale.cost'] });
    expect(reasonOf({ sale }, { kpis: ['gross-margin'], variants: { 'gross-margin': 'net' } })).toMatchObject({
      needs: ['sale.cost'],
    });
    expect(reasonOf({ sale }, { kpis: ['active-customers'] })).toMatchObject({ needs: ['sale.customer'] });
    expect(reasonOf({}, { kpis: ['revenue'] })).toMatchObject({
      code: 'needs-data',
      needs: ['sale.date', 'sale.amount'],
    });
    expect(
      reasonOf({ sale }, { kpis: ['revenue'], filters: [{ dimension: 'rep', op: 'in', values: ['Kim'] }] }),
    ).toMatchObject({ code: 'needs-data', needs: ['sale.rep'] });
  });

  it('stands for sales by location where nothing says where they were made', () => {
    const kpis = ['sales-by-location', 'sales-by-location:amount'];
    const nowhere = ask(contextOf({ sale: [line('2026-01-05', 100, { rep: 'Ann' })] }), {
      kpis,
      rows: [{ dimension: 'rep' }],
    });
    expect(nowhere.cells.map(({ reason }) => reason)).toEqual(
      Array<unknown>(2).fill(expect.objectContaining({ code: 'needs-data', needs: ['sale.country'] })),
    );
    const context = contextOf({ sale: [line('2026-01-05', 100, { city: 'Umeå' }), line('2026-01-05', 300)] });
    expect(ask(context, { kpis, rows: [{ dimension: 'city' }] }).cells.map(({ value }) => value)).toEqual([
      // Umeå, the unknown city, all of them: each its share of two sales, and its amount.
      0.5, 100, 0.5, 300, 1, 400,
    ]);
    expect(reasonOf({}, { kpis: ['sales-by-location'] })?.needs).toEqual(['sale.date', 'sale.amount', 'sale.country']);
  });

  it('never filters silently by what a kind does not have', () => {
    const tables = {
      sale: [line('2026-01-05', 100, { product: 'P', cost: 40 })],
      cost: [{ date: '2026-01-06', amount: 10, category: 'Hyra' }],
    };
    const net: QuestionInput = { kpis: ['gross-margin'], variants: { 'gross-margin': 'net' } };
    expect(totalOf(contextOf(tables), net).value).toBe(0.5);
    expect(reasonOf(tables, { ...net, filters: [{ dimension: 'product', op: 'in', values: ['P'] }] })).toMatchObject({
      code: 'filter-not-answerable',
      dimension: 'product',
    });
    const { cells } = ask(contextOf(tables), { ...net, rows: [{ dimension: 'product' }] });
    expect(cells.map(({ row, value, reason }) => [row[0], value, reason?.code])).toEqual([
      ['P', null, 'filter-not-answerable'],
      [undefined, 0.5, undefined],
    ]);
  });

  it('tells an unknown variant, KPI, dimension and period apart', () => {
    expect(reasonOf({ sale }, { kpis: ['revenue'], variants: { revenue: 'brutto' } })?.code).toBe('no-variant');
    expect(() => reasonOf({ sale }, { kpis: ['churn-of-mind'] })).toThrow(code('E_UNKNOWN_KPI'));
    expect(() =>
      reasonOf({ sale }, { kpis: ['revenue'], filters: [{ dimension: 'planet', op: 'in', values: [] }] }),
    ).toThrow(code('E_UNKNOWN_DIMENSION'));
    expect(() => reasonOf({ sale }, { kpis: ['revenue'], rows: [{ dimension: 'rep' }] })).toThrow(
      code('E_UNKNOWN_DIMENSION'),
    );
    expect(() => reasonOf({ sale }, { kpis: ['revenue'], period: 'soon' })).toThrow(code('E_BAD_PERIOD'));
  });

  it('stands where no row is in the period and filters, and where the data do not reach', () => {
    expect(
      reasonOf({ sale }, { kpis: ['revenue'], filters: [{ dimension: 'region', op: 'in', values: ['Narnia'] }] })?.code,
    ).toBe('no-data');
    expect(reasonOf({ sale }, { kpis: ['revenue'], period: '2031' })?.code).toBe('no-data');
    expect(reasonOf({ sale }, { kpis: ['average-order-value'] })).toMatchObject({
      code: 'needs-data',
      needs: ['sale.order'],
    });
  });

  it('stands behind a denominator of zero', () => {
    const credited = [line('2026-01-05', 100, { cost: 1 }), line('2026-01-06', -100, { cost: 1 })];
    expect(reasonOf({ sale: credited }, { kpis: ['gross-margin'] })?.code).toBe('zero-denominator');
  });
});

describe('zero', () => {
  // Ann buys all the time; Bo stops in March and comes back in December. A gap of more than 45 days ends a stretch.
  const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
  const buying = (customer: string, at: readonly string[]) =>
    at.map((month) => line(`${month}-10`, 100, { customer, rep: 'Kim' }));
  const customers = contextOf(
    { sale: [...buying('Ann', months), ...buying('Bo', [...months.slice(0, 3), '2026-12'])] },
    { rules: { lapseDays: 45 } },
  );
  const valueIn = (context: QuestionContext, kpi: string, period: string, more: Partial<QuestionInput> = {}) => {
    const { value, reason } = totalOf(context, { kpis: [kpi], period, ...more });
    return value ?? reason?.code;
  };

  it('is what was not lost or won back while customers were there', () => {
    const inQuarters = (kpi: string) =>
      ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'].map((one) => valueIn(customers, kpi, one));
    // Bo's last purchase before the gap is 10 March: 46 days later, on 25 April, he is lost.
    expect(inQuarters('lost-customers')).toEqual(['no-data', 0, 1, 0, 0, 'no-data']);
    expect(inQuarters('won-back')).toEqual(['no-data', 0, 0, 0, 1, 'no-data']);
    expect(inQuarters('new-customers')).toEqual(['no-data', 2, 0, 0, 0, 'no-data']);
    expect(inQuarters('churn')).toEqual(['no-data', 'missing-denominator', 0.5, 0, 0, 'no-data']);
  });

  it('is a day without sales, alone as among the days of its month', () => {
    expect(valueIn(customers, 'revenue', '2026-05-09')).toBe(0);
    const days = ask(customers, { kpis: ['revenue'], period: '2026-05', rows: [{ dimension: 'date', grain: 'day' }] });
    expect(valuesByName(days)).toMatchObject({ '2026-05-09': 0, '2026-05-10': 100 });
    expect(valueIn(customers, 'average-order-value', '2026-05-09')).toBe('needs-data');
    expect(valueIn(customers, 'revenue-per-customer', '2026-05-09')).toBe('zero-denominator');
  });

  it('is a movement of subscriptions that none made', () => {
    const subscription = { interval: 'month', amount: 100 };
    const context = contextOf({
      subscription: [
        { customer: 'Ann', start: '2026-01-01', end: '2026-03-31', ...subscription },
        { customer: 'Bo', start: '2026-08-01', ...subscription },
        { customer: 'Cy', start: '2026-10-01', ...subscription },
      ],
    });
    const inMonths = (kpi: string) =>
      ['2026-02', '2026-03', '2026-06', '2026-08'].map((one) => valueIn(context, kpi, one));
    expect(inMonths('mrr')).toEqual([100, 0, 0, 100]);
    expect(inMonths('mrr:new')).toEqual([0, 0, 0, 100]);
    expect(inMonths('mrr:expansion')).toEqual([0, 0, 0, 0]);
    expect(inMonths('mrr:contraction')).toEqual([0, 0, 0, 0]);
    expect(inMonths('mrr:churned')).toEqual([0, 100, 0, 0]);
    expect(inMonths('lost-customers')).toEqual([0, 1, 0, 0]);
    expect(valueIn(context, 'mrr', '2025-12')).toBe('no-data');
  });

  it('is a count of what was not done while other rows say that somebody could', () => {
    const context = contextOf({
      sale: [line('2026-01-05', 100, { rep: 'Ann' }), line('2026-06-05', 100, { rep: 'Ann' })],
      activity: [
        { date: '2026-01-10', type: 'call', rep: 'Bo' },
        { date: '2026-06-10', type: 'call', rep: 'Bo' },
      ],
    });
    expect(valueIn(context, 'demos', '2026-01')).toBe(0);
    expect(valueIn(context, 'demos', '2026-03')).toBe(0);
    expect(valueIn(context, 'calls', '2026-03')).toBe(0);
    expect(valueIn(context, 'calls', '2026-07')).toBe('no-data');
    const of = (rep: string): Partial<QuestionInput> => ({ filters: [{ dimension: 'rep', op: 'in', values: [rep] }] });
    expect(valueIn(context, 'revenue', '2026-03', of('Ann'))).toBe(0);
    // Bo has sold nothing, but calls know him; nobody has heard of Cy.
    expect(valueIn(context, 'revenue', '2026-01', of('Bo'))).toBe(0);
    expect(valueIn(context, 'revenue', '2026-01', of('Cy'))).toBe('no-data');
  });
});

describe('marks', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => line(`2026-01-0${String(i + 1)}`, 10, { order: String(i) }));
  it('tell fewer than five rows behind a ratio', () => {
    expect(totalOf(contextOf({ sale: rows(4) }), { kpis: ['average-order-value'] }).marks).toEqual(['small-base']);
    expect(totalOf(contextOf({ sale: rows(5) }), { kpis: ['average-order-value'] }).marks).toEqual([]);
    expect(totalOf(contextOf({ sale: rows(1) }), { kpis: ['revenue'] }).marks).toEqual([]);
  });

  it('tell a closed period that outlives its data by more than three days', () => {
    const until = (date: string) =>
      totalOf(contextOf({ sale: [line(date, 1)] }), { kpis: ['revenue'], period: '2026-01' }).marks;
    expect(until('2026-01-28')).toEqual([]);
    expect(until('2026-01-27')).toEqual(['data-ends-early']);
  });
});

describe('rows left out', () => {
  it('are those that lack what the KPI needs', () => {
    const context = contextOf({
      sale: [
        line('2026-01-05', 100, { cost: 60, order_date: '2026-01-02' }),
        line('2026-01-06', 50),
        line('2026-01-07', 20),
      ],
    });
    expect(totalOf(context, { kpis: ['gross-margin'] }).rows).toEqual({ used: 1, leftOut: 2 });
    expect(totalOf(context, { kpis: ['revenue'] }).rows).toEqual({ used: 3, leftOut: 0 });
    expect(totalOf(context, { kpis: ['revenue'], variants: { revenue: 'by-order-date' } }).rows).toEqual({
      used: 1,
      leftOut: 2,
    });
  });
});

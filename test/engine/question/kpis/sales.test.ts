import { describe, expect, it } from 'vitest';
import type { QuestionInput } from '#shared/question.ts';
import { workingCalendar } from '#shared/working-days.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../../support/ask.ts';
import type { PlainRow } from '../../../support/columns-of-rows.ts';
import { SALES_CONTEXT } from './worlds/sales.ts';

describe('sales', () => {
  it('splits sales by location, the unknown one apart', () => {
    const split = (variant: string) =>
      valuesByName(
        ask(SALES_CONTEXT, {
          kpis: ['sales-by-location'],
          variants: { 'sales-by-location': variant },
          rows: [{ dimension: 'country' }],
          period: '2026-03',
        }),
      );
    // Sales: O1 and O3 in Sweden, O2 in Norway, the line without an order on its own: 4.
    expect(split('share-of-sales')).toEqual({ Norway: 0.25, Sweden: 0.5, '(none)': 0.25, '': 1 });
    // Revenue: Sweden 1400, Norway 300, unknown 800 of 2500.
    expect(split('share-of-revenue')).toEqual({ Norway: 0.12, Sweden: 0.56, '(none)': 0.32, '': 1 });
    expect(split('amount')).toEqual({ Norway: 300, Sweden: 1400, '(none)': 800, '': 2500 });
  });

  it('counts sales without a rep in the total and not as a rep', () => {
    const answered = ask(SALES_CONTEXT, { kpis: ['sales-per-rep'], rows: [{ dimension: 'rep' }], period: '2026-03' });
    expect(valuesByName(answered)).toEqual({ Kim: 1400, Lo: 300, Mo: 0, '(none)': null, '': 2500 / 3 });
    expect(answered.cells[3]?.reason?.code).toBe('zero-denominator');
  });

  it('takes the top ten of thirteen customers', () => {
    const rows = Array.from({ length: 13 }, (_, i): PlainRow => ({
      date: '2026-01-05',
      amount: i + 1,
      customer: `K${String(i)}`,
    }));
    // 4 + 5 + … + 13 = 85 of 1 + 2 + … + 13 = 91.
    expect(
      totalOf(contextOf({ sale: [...rows, { date: '2026-01-05', amount: 9 }] }), { kpis: ['top-10-share'] }).value,
    ).toBe(0.85);
  });
});

/** March 2026 as seen on Tuesday the 17th: Sweden has worked 12 of its 22 days. February's twelfth working day is Tuesday the 17th. */
describe('a month that goes on', () => {
  const calendar = workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] });
  const context = contextOf(
    {
      sale: [
        { date: '2025-03-17', amount: 500 },
        { date: '2025-03-18', amount: 70 },
        { date: '2026-02-02', amount: 300 },
        { date: '2026-02-16', amount: 100 },
        { date: '2026-02-17', amount: 900 },
        { date: '2026-03-02', amount: 150 },
        { date: '2026-03-16', amount: 350 },
        { date: '2026-03-17', amount: 100 },
      ],
      target: [{ value: 2200, start: '2026-03-01', grain: 'month' }],
    },
    { today: '2026-03-17', rules: { calendar } },
  );
  const march = (kpi: string) => totalOf(context, { kpis: [kpi], period: '2026-03' });

  it.each([
    ['monthly-progress', 600, '150 + 350 + 100'],
    ['monthly-progress:against-target', 600 / 1200, 'of 2200, 12 working days of 22'],
    ['monthly-progress:against-previous', 600 / 1300 - 1, 'February through its 12th working day, the 17th: 1300'],
    ['monthly-progress:against-last-year', 600 / 570 - 1, 'March 2025 through its 12th working day, the 18th: 570'],
    ['pace', 600 / 1200, 'the target to date'],
    ['target-attainment', 600 / 2200, 'the whole target'],
    ['quota', 2200, 'the whole target'],
    ['sales-growth:per-working-day', 600 / 12 / (1300 / 12) - 1, 'twelve days of both months'],
  ])('%s is %d: %s', (kpi, expected) => expect(march(kpi).value).toBeCloseTo(expected, 9));

  it('by day is the curve of the month', () => {
    const days = ask(context, {
      kpis: ['monthly-progress'],
      rows: [{ dimension: 'date', grain: 'day' }],
      period: '2026-03',
    });
    const curve = valuesByName(days);
    expect([curve['2026-03-02'], curve['2026-03-16'], curve['2026-03-17'], curve['']]).toEqual([150, 500, 600, 600]);
  });

  it('is marked as open, and its quarter has the same target', () => {
    expect(totalOf(context, { kpis: ['quota'], period: '2026-Q1' }).value).toBe(2200);
    expect(march('target-attainment').marks).toContain('open-period');
  });
});

describe('who a customer is', () => {
  it('is the id, else the one id of the name, else the name', () => {
    const rows: readonly PlainRow[] = [
      { date: '2026-01-01', amount: 1, customer_id: '7', customer: 'Ada AB' },
      { date: '2026-02-01', amount: 1, customer: 'Ada AB' }, // the one id of Ada AB: 7
      { date: '2026-02-01', amount: 1, customer_id: '8', customer: 'Bo' },
      { date: '2026-02-02', amount: 1, customer_id: '9', customer: 'Bo' },
      { date: '2026-02-03', amount: 1, customer: 'Bo' }, // two ids: a customer of its own by name
      { date: '2026-02-04', amount: 1, customer: '7' }, // a name that looks like an id is another customer
      { date: '2026-02-05', amount: 1 }, // nobody
    ];
    const known = contextOf({ sale: rows });
    expect(totalOf(known, { kpis: ['active-customers'] }).value).toBe(5);
    expect(totalOf(known, { kpis: ['new-customers'], period: '2026-02' }).value).toBe(4);
  });

  it('is new by the whole history, whatever the filter', () => {
    const rows: readonly PlainRow[] = [
      { date: '2026-01-10', amount: 1, customer: 'Ada', region: 'North' },
      { date: '2026-06-10', amount: 1, customer: 'Ada', region: 'South' },
      { date: '2026-06-29', amount: 1, customer: 'Bo', region: 'South' },
    ];
    const filters: QuestionInput['filters'] = [{ dimension: 'region', op: 'in', values: ['South'] }];
    expect(totalOf(contextOf({ sale: rows }), { kpis: ['new-customers'], filters, period: '2026-06' })).toMatchObject({
      value: 1,
      marks: [],
    });
  });

  it('looks new in the first three months of a history, and that is marked', () => {
    const marks = (period: string) => totalOf(SALES_CONTEXT, { kpis: ['new-customers'], period }).marks;
    expect(marks('2025-03')).toContain('biased-start');
    expect(marks('2025')).toContain('biased-start');
    expect(marks('2025-07')).not.toContain('biased-start');
    expect(totalOf(SALES_CONTEXT, { kpis: ['revenue'], period: '2025-03' }).marks).toEqual([]);
  });
});

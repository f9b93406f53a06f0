import { describe, expect, it } from 'vitest';
import { lapse } from '#columns/derived-kinds/lapse.ts';
import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { fieldsOver, rowsOf, valuesOf } from '../derived/values.ts';

/** Days are counted from the first of 2026. */
const origin = parseIsoDate('2026-01-01') ?? 0;
const on = (day: number): string => isoDate(origin + day);
const buys = (customer: string, ...days: readonly number[]): PlainRow[] =>
  days.map((day) => ({ date: on(day), customer, amount: 10 }));
const subscribes = (customer: string, start: number, end: number | null, more: PlainRow = {}): PlainRow => ({
  customer,
  amount: 100,
  start: on(start),
  end: end === null ? null : on(end),
  ...more,
});

/** `[customer, start, end, first]` with days as numbers. */
function spansOf(
  sale: readonly PlainRow[],
  subscription: readonly PlainRow[] = [],
  lapseDays: number | null = 30,
): readonly unknown[] {
  const fields = fieldsOver({ sale, subscription }, { lapseDays });
  const day = (iso: unknown) => (typeof iso === 'string' ? (parseIsoDate(iso) ?? 0) - origin : null);
  return rowsOf(fields, 'customer_span', ['customer', 'start', 'end', 'first']).map(
    ({ customer, start, end, first }) => [customer, day(start), day(end), first],
  );
}

describe('spans of purchases', () => {
  it('stand through a gap of the lapse and end in a longer one', () => {
    expect(spansOf([...buys('Ask', 0, 30, 61), ...buys('Data', 500)])).toEqual([
      ['Ask', 0, 61, true],
      ['Ask', 61, 92, false],
      ['Data', 500, null, true],
    ]);
  });

  it('are open where the data end before the lapse has passed', () => {
    const lastSale = (day: number) => spansOf([...buys('Ask', 0), ...buys('Data', day)])[0];
    expect(lastSale(31)).toEqual(['Ask', 0, 31, true]);
    expect(lastSale(30)).toEqual(['Ask', 0, null, true]);
  });

  it('see no purchase in a credit note or a row without a customer', () => {
    const sale = [
      ...buys('Ask', 0, 100),
      { date: on(20), customer: 'Ask', amount: -5 },
      { date: on(40), customer: 'Ask', amount: 0 },
      { date: on(10), customer: 'Only credit', amount: -5 },
      { date: on(500), amount: 5 },
    ];
    expect(spansOf(sale)).toEqual([
      ['Ask', 0, 31, true],
      ['Ask', 100, 131, false],
    ]);
  });

  it('follow the customer by his id', () => {
    const sale = [
      { date: on(0), customer: 'Ask', customer_id: '1', amount: 1 },
      { date: on(20), customer: 'Ask AB', customer_id: '1', amount: 1 },
      { date: on(20), customer: 'Ask', customer_id: '2', amount: 1 },
    ];
    expect(spansOf(sale)).toEqual([
      ['Ask AB', 0, null, true],
      ['Ask', 20, null, true],
    ]);
  });
});

describe('spans of subscriptions', () => {
  it('are from start to end; those that overlap or touch are one', () => {
    const subscription = [
      subscribes('Ask', 0, 10),
      subscribes('Ask', 10, 20),
      subscribes('Ask', 15, 18),
      subscribes('Ask', 21, null),
      subscribes('Björk', 5, 5),
      subscribes('Carl', 5, 4),
    ];
    expect(spansOf([], subscription)).toEqual([
      ['Ask', 0, 20, true],
      ['Ask', 21, null, false],
    ]);
  });

  it('go on in a row that continues a subscription', () => {
    expect(spansOf([], [subscribes('Ask', 0, 10, { id: 'S' }), subscribes('Ask', 11, 20, { id: 'S' })])).toEqual([
      ['Ask', 0, 20, true],
    ]);
  });

  it('unite with purchases of the same customer, also where these name him by id', () => {
    const sale = [
      { date: on(0), customer: 'Ask', customer_id: '7', amount: 10 }, // stands until 31
      { date: on(300), customer: 'Ask', customer_id: '7', amount: 10 }, // until 331
      { date: on(600), customer: 'Data', customer_id: '8', amount: 10 },
    ];
    const subscription = [subscribes('Ask', 20, 280), subscribes('Ask', 331, 340), subscribes('New', 5, null)];
    expect(spansOf(sale, subscription)).toEqual([
      ['Ask', 0, 280, true],
      ['Ask', 300, 340, false],
      ['Data', 600, null, true],
      ['New', 5, null, true],
    ]);
  });
});

describe('the lapse', () => {
  const of = (sale: readonly PlainRow[], lapseDays: number | null = null) => lapse(fieldsOver({ sale }, { lapseDays }));

  it('is twice the median gap between days of purchase, at least 30 days', () => {
    // Gaps 40, 41, 60, and none within a day: the median is 41.
    expect(of([...buys('Ask', 0, 0, 40, 81), ...buys('Björk', 0, 60), ...buys('Cedra', 9)])).toEqual({
      days: 82,
      medianGap: 41,
      gaps: 3,
      customers: 2,
    });
    // Gaps 40 and 41: 40.5.
    expect(of(buys('Ask', 0, 40, 81))).toMatchObject({ days: 81, medianGap: 40.5, gaps: 2 });
    expect(of(buys('Ask', 0, 3))).toMatchObject({ days: 30, medianGap: 3, gaps: 1, customers: 1 });
    expect(of(buys('Ask', 0))).toMatchObject({ days: 30, medianGap: null, gaps: 0, customers: 0 });
    expect(of([])).toMatchObject({ days: 30, medianGap: null });
  });

  it('is what the settings say, where they do', () => {
    expect(of(buys('Ask', 0, 40, 81), 7)).toMatchObject({ days: 7, medianGap: 40.5 });
  });
});

describe('a span', () => {
  it('is where its latest row was', () => {
    const sale = [
      { date: on(0), customer: 'Ask', region: 'North', segment: 'Small', amount: 1 },
      { date: on(10), customer: 'Ask', region: 'South', amount: 1 },
      { date: on(100), customer: 'Ask', region: 'West', segment: 'Large', amount: 1 },
    ];
    const subscription = [{ customer: 'Björk', start: on(3), amount: 1, region: 'East' }];
    const fields = fieldsOver({ sale, subscription }, { lapseDays: 30 });
    expect(rowsOf(fields, 'customer_span', ['customer', 'customer_key', 'region', 'segment'])).toEqual([
      { customer: 'Ask', customer_key: 'Ask', region: 'South', segment: null },
      { customer: 'Ask', customer_key: 'Ask', region: 'West', segment: 'Large' },
      { customer: 'Björk', customer_key: 'Björk', region: 'East', segment: null },
    ]);
    expect(fields.columns.kinds()).toEqual(['sale', 'subscription']);
    expect(fields.columns.table('customer_span')?.fields.map(({ key }) => key)).not.toContain('rep');
  });

  it('is worth its sales by the months it stands, and the subscriptions it ends with', () => {
    const sale = [
      { date: on(0), customer: 'Ask', amount: 400 },
      { date: on(30), customer: 'Ask', amount: 400 },
      { date: on(40), customer: 'Ask', amount: -100 },
      { date: on(500), customer: 'Björk', amount: 10 },
    ];
    const subscription = [
      subscribes('Carl', 0, 10, { interval: 'month' }), // ended before the span did
      subscribes('Carl', 5, 100, { interval: 'year', amount: 2400 }),
      subscribes('Dag', 5, null, { interval: 'quarter' }),
      subscribes('Dag', 6, null, { interval: 'fortnight' }),
    ];
    const fields = fieldsOver({ sale, subscription }, { lapseDays: 30 });
    expect(rowsOf(fields, 'customer_span', ['customer', 'monthly_value'])).toEqual([
      // 700 in 30 + 31 days, a month being 30.4375 of them: 700 × 30.4375 ÷ 61.
      { customer: 'Ask', monthly_value: 349.2828 },
      { customer: 'Björk', monthly_value: 9.8185 }, // 10 × 30.4375 ÷ 31
      { customer: 'Carl', monthly_value: 200 },
      { customer: 'Dag', monthly_value: null }, // nobody knows what a fortnight's amount is a year
    ]);
    // Björk's is open after one day of data, Dag's from day 5 through the last day with data, 500.
    const years = valuesOf(fields, 'customer_span', 'years');
    [61, 1, 100, 496].forEach((days, span) => expect(years[span]).toBeCloseTo(days / 365.25, 12));
  });
});

it('is null where there is nothing to derive from', () => {
  const { columns } = fieldsOver({ deal: [{ value: 1 }] });
  expect([columns.table('customer'), columns.table('customer_span')]).toEqual([null, null]);
});

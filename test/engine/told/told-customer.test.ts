import { expect, it } from 'vitest';
import { findBuyers } from '#engine/customer-value/buyers.ts';
import { customerValues } from '#engine/customer-value/customer-values.ts';
import { toldCustomer } from '#engine/told/told-customer.ts';
import { toldHeldOut } from '#engine/told/told-held-out.ts';
import type { ToldAnswer } from '#engine/told/told-answer.ts';
import { toldNumberSchema, type ToldOf } from '#shared/told.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { describeWithData } from '../../support/data.ts';
import { cdnowSales } from '../customer-value/cdnow.ts';

function told(sale: readonly PlainRow[], number: object): ToldAnswer {
  const context = contextOf({ sale });
  const asked = toldNumberSchema.parse({ of: 'customer', ...number }) as ToldOf<'customer'>;
  const buyers = findBuyers(asked.filters, context);
  return toldCustomer(asked, buyers, customerValues(buyers, asked, context), context);
}

const called = (member: string) => ({ dimension: 'customer', member });
const inputs = ({ inputs: all }: ToldAnswer): Record<string, unknown> =>
  Object.fromEntries(all.map(({ id, value }) => [id, value]));
const positions = ({ rows }: ToldAnswer): readonly number[][] => rows.map((part) => [...part.positions]);

const sale = (customer: string, date: string | null, amount: number | null, more: PlainRow = {}): PlainRow => ({
  customer,
  date,
  amount,
  ...more,
});
const SALES = [
  sale('A', '2026-01-05', 60),
  sale('A', '2026-01-05', 40),
  sale('B', '2026-01-12', 30),
  sale('A', '2026-01-19', 50),
  sale('A', null, 9),
  sale('A', '2026-02-01', null),
  sale('', '2026-02-01', 7),
  sale('B', '2026-03-16', 20, { region: 'Nord' }),
];

it('a customer: one repeat after 14 of 70 days is recency 2 weeks, age 10, mean 50; the rows are his with a day and an amount', () => {
  const number = told(SALES, { figure: 'value', customer: called('A') });
  // Two of them have come back: too few for a model.
  expect([number.value, number.unit]).toEqual([null, 'money']);
  expect(inputs(number)).toEqual({
    repeats: 1,
    recency: 2,
    age: 10,
    meanSpent: 50,
    chance: null,
    horizon: 12,
    expected: null,
    spend: null,
    discount: 0.1,
  });
  expect(positions(number)).toEqual([[0, 1, 3]]);
  expect(number.leftOut).toEqual([
    { reason: 'sale.date', count: 1 },
    { reason: 'sale.amount', count: 1 },
  ]);
  expect(number.period).toEqual({ from: '2026-01-05', to: '2026-03-16' });
});

it('what a customer has bought adds up from the rows: 60 + 40 + 50, on two days', () => {
  const revenue = told(SALES, { figure: 'revenue', customer: called('A') });
  expect(revenue.value).toBe(150);
  expect(
    positions(revenue)
      .flat()
      .reduce((sum, row) => sum + Number(SALES[row]?.['amount']), 0),
  ).toBe(150);
  expect(told(SALES, { figure: 'purchases', customer: called('A') }).value).toBe(2);
});

it('of everybody: two of three have come back, and 230 ÷ 3 is what a customer has bought for', () => {
  const sales = [...SALES, sale('C', '2026-02-02', 30)];
  const back = told(sales, { figure: 'repeaters' });
  expect([back.value, back.unit, positions(back)]).toEqual([2, 'count', [[0, 1, 2, 3, 7]]]);
  const mean = told(sales, { figure: 'mean' });
  expect([mean.value, inputs(mean)]).toEqual([230 / 3, { bought: 230, customers: 3 }]);
});

it('a fifth says what puts the customer there, and between what the fifth lies', () => {
  // Through 31 January; bought last on days 30, 29, 20, 10 and 0 before, for 10, 20, 20, 20 and 50.
  const sales = [
    ['A', '2026-01-01', 10],
    ['B', '2026-01-02', 20],
    ['C', '2026-01-11', 20],
    ['D', '2026-01-21', 20],
    ['E', '2026-01-31', 50],
  ].map(([name, day, amount]) => sale(String(name), String(day), Number(amount)));
  const of = (member: string, figure: string) => told(sales, { figure, customer: called(member) });
  const money = of('C', 'monetary');
  expect([money.value, inputs(money)]).toEqual([
    2,
    { 'by-monetary': 20, fifthFrom: 20, fifthTo: 20, inFifth: 3, ofCustomers: 5 },
  ]);
  const last = of('B', 'recency');
  expect([last.value, inputs(last)]).toEqual([
    2,
    { 'by-recency': 29, fifthFrom: 29, fifthTo: 29, inFifth: 1, ofCustomers: 5 },
  ]);
  expect(of('E', 'frequency').value).toBe(1);
  expect(positions(of('E', 'frequency'))).toEqual([[4]]);
});

it('a sum has the rows of all it is over; of everybody those without a customer are left out', () => {
  const all = told(SALES, { figure: 'revenue' });
  expect([all.value, inputs(all)]).toEqual([200, { customers: 2 }]);
  expect(positions(all)).toEqual([[0, 1, 2, 3, 7]]);
  expect(all.leftOut).toContainEqual({ reason: 'sale.customer', count: 1 });
  const nord = told(SALES, { figure: 'revenue', segment: 'region', group: 'Nord' });
  // B's latest purchase was in Nord: both of his rows.
  expect([nord.value, positions(nord)]).toEqual([50, [[2, 7]]]);
});

it('filters leave out sales, and who has not bought is not told of', () => {
  const filters = [{ op: 'in', dimension: 'region', values: ['Nord'] }];
  expect(positions(told(SALES, { figure: 'revenue', filters }))).toEqual([[7]]);
  expect(() => told(SALES, { figure: 'value', customer: called('C') })).toThrow('No such customer');
  expect(() => told(SALES, { figure: 'value', group: 'champions', customer: called('A'), filters })).toThrow(
    'No such customer',
  );
});

it('money without a rate is left out by its currency', () => {
  const rows = [sale('A', '2026-01-05', 100, { currency: 'SEK' }), sale('A', '2026-02-05', 70, { currency: 'EUR' })];
  const { leftOut, rows: parts } = told(rows, { figure: 'revenue', customer: called('A') });
  expect([leftOut, parts[0]?.positions.length]).toEqual([[{ reason: 'missing-rate:EUR', count: 1 }], 1]);
});

describeWithData('the published customer of CDNOW', () => {
  const sales = cdnowSales();
  const known = sales.filter(({ date }) => date <= '1997-09-30');

  it('2 repeats, the last in week 30.43 of 38.86, at 22.35: active 0.7266, worth 36.28 over 12 months at 1 % a month', () => {
    const first = String(known[0]?.customer);
    const asked = { months: 12, discount: 1.01 ** 12 - 1, customer: called(first) };
    const value = told(known, { figure: 'value', ...asked });
    const found = inputs(value) as Record<string, number>;
    expect(found['repeats']).toBe(2);
    expect(found['recency']).toBeCloseTo(30.43, 2);
    expect(found['age']).toBeCloseTo(38.86, 2);
    expect(found['meanSpent']).toBeCloseTo(22.345, 3);
    expect(found['spend']).toBeCloseTo(24.65, 1);
    expect(found['r']).toBeCloseTo(0.2426, 3);
    expect(value.value).toBeCloseTo(36.28, 1);
    expect(told(known, { figure: 'active', ...asked }).value).toBeCloseTo(0.7266, 3);
    expect(value.rows[0]?.positions).toHaveLength(known.filter(({ customer }) => customer === first).length);
  });

  it('what was held out is told by how often customers had come back, with their rows of those weeks', () => {
    const context = contextOf({ sale: sales });
    const buyers = findBuyers([], context);
    const group = buyers.about.holdOut?.byRepeats[0];
    const number = toldNumberSchema.parse({ of: 'held-out', figure: 'happened', repeats: 0 }) as ToldOf<'held-out'>;
    const answer = toldHeldOut(number, buyers, context);
    expect(answer.value).toBe(group?.happened);
    // Counted from the log itself: customers with one day of purchase by the end of September, and their days after it.
    const days = Map.groupBy(sales, ({ customer }) => customer);
    const once = [...days.values()].filter(
      (rows) => new Set(rows.filter(({ date }) => date <= '1997-09-30').map(({ date }) => date)).size === 1,
    );
    const later = once.map((rows) => rows.filter(({ date }) => date > '1997-09-30'));
    const made = later.reduce((sum, rows) => sum + new Set(rows.map(({ date }) => date)).size, 0);
    expect([inputs(answer)['customers'], inputs(answer)['happenedOfAll']]).toEqual([once.length, made]);
    expect(answer.rows[0]?.positions).toHaveLength(later.flat().length);
    // What was expected knows nothing of those weeks: it goes by the sales before them.
    const expected = toldHeldOut({ ...number, figure: 'expected' }, buyers, context);
    expect(expected.rows[0]?.positions).toHaveLength(once.flat().length - later.flat().length);
    expect([expected.period?.from, expected.period?.to]).toEqual(['1997-01-01', '1997-09-30']);
    expect(expected.ahead).toEqual(answer.period);
    // The sums of the published check: 1 653 expected, 1 882 made.
    const all = { ...number, repeats: undefined };
    expect(toldHeldOut({ ...all, figure: 'expected' }, buyers, context).value).toBeCloseTo(1653, -1);
    const made39 = toldHeldOut(all, buyers, context);
    expect([made39.value, made39.unit, made39.form]).toEqual([1882, 'count', 'all']);
    const known = new Set(sales.flatMap(({ customer, date }) => (date <= '1997-09-30' ? [customer] : [])));
    const theirs = sales.filter(({ customer, date }) => known.has(customer) && date > '1997-09-30');
    expect(made39.rows[0]?.positions).toHaveLength(theirs.length);
    const worth = toldHeldOut({ ...all, figure: 'happenedValue' }, buyers, context);
    expect(worth.value).toBeCloseTo(
      theirs.reduce((sum, { amount }) => sum + Number(amount), 0),
      6,
    );
  });
});

it('an id and the name of somebody without one may read the same: 300 of Alfa’s and 21 of the other’s are told apart', () => {
  const rows = [
    sale('Alfa', '2026-01-05', 100, { customer_id: '1001' }),
    sale('Alfa', '2026-02-05', 200),
    sale('1001', '2026-01-06', 20),
    sale('1001', '2026-03-06', 1),
    sale('1001', null, 5),
    sale('Beta', '2026-03-07', 9, { customer_id: '1002' }),
  ];
  const revenue = (dimension: string) => told(rows, { figure: 'revenue', customer: { dimension, member: '1001' } });
  const [byId, byName] = [revenue('customer_id'), revenue('customer')];
  expect([byId.value, positions(byId), byId.leftOut]).toEqual([300, [[0, 1]], []]);
  expect([byName.value, positions(byName), byName.leftOut]).toEqual([
    21,
    [[2, 3]],
    [{ reason: 'sale.date', count: 1 }],
  ]);
  // All three in one sum.
  expect(positions(told(rows, { figure: 'revenue' }))).toEqual([[0, 1, 2, 3, 5]]);
});

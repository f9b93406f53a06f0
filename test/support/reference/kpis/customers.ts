import { average, count, distinct, rowsOf, shift, sum, type Cell, type Source } from '../cell.ts';
import { div, mul, sub, type Num } from '../numbers.ts';
import { text } from '../rows.ts';
import { dayBefore, ever, lag, previous, trailingYear } from '../time.ts';
import { inForce, type Kpi, type Kpis } from './kpi.ts';
import { buyingCustomers, grossMargin, orders, revenue } from './sale-rows.ts';
import {
  arpa,
  CHANGES,
  endedSubscriptions,
  movement,
  recurring,
  SNAPSHOT,
  standingSubscriptions,
} from './subscription-rows.ts';

const SALES: Source = { kind: 'sale', date: 'date' };
const SPANS: Source = { kind: 'customer_span', date: 'start', nature: 'balance', until: 'end' };
const LOST: Source = { kind: 'customer_span', date: 'end' };
const LOST_OF_OPENING: Source = { ...LOST, stoodSince: 'start' };

export const newCustomers: Kpi = (cell) =>
  distinct(cell, { ...SALES, where: { first_purchase: 'true' } }, 'customer_key');
const firstSpans: Kpi = (cell) => count(cell, { kind: 'customer_span', date: 'start', where: { first: 'true' } });
const newInForce = inForce(newCustomers, firstSpans);
const standing: Kpi = (cell) => count(cell, SPANS);
const churn: Kpi = (cell) => div(count(cell, LOST_OF_OPENING), standing(shift(cell, dayBefore)));
const costs: Kpi = (cell) => sum(cell, { kind: 'cost', date: 'date', where: acquisition(cell) }, 'amount');
const acquisition = ({ world }: Cell): NonNullable<Source['where']> => {
  const { acquisitionCategories } = world.settings;
  return { category: acquisitionCategories ?? 'present' };
};

const snapshotChurn: Kpi = (cell) =>
  div(count(cell, { ...SNAPSHOT, where: { ...SNAPSHOT.where, status: ['ended'] } }), count(cell, SNAPSHOT));
/** As other KPIs have it. */
const churnInForce = inForce(churn, snapshotChurn);

/** Customers of the span who bought in the one before as well. */
export function keptCustomers(cell: Cell): Num {
  const [now, then] = [rowsOf(cell, SALES, ['customer_key']), rowsOf(shift(cell, previous), SALES, ['customer_key'])];
  if (typeof now === 'string') return now;
  if (typeof then === 'string') return then === 'no-data' ? 'no-comparison' : then;
  const before = new Set(then.map((row) => text(row, 'customer_key')));
  return new Set(now.map((row) => text(row, 'customer_key')).filter((key) => before.has(key))).size;
}
const boughtAgain: Kpi = (cell) => div(keptCustomers(cell), buyingCustomers(shift(cell, previous)));

const valueAYear: Kpi = (cell) => mul(div(revenue(cell), orders(cell)), div(orders(cell), buyingCustomers(cell)));
const inAYear =
  (kpi: Kpi): Kpi =>
  (cell) =>
    kpi(shift(cell, trailingYear));
const clv: Kpi = (cell) => div(inAYear(valueAYear)(cell), inAYear(churnInForce)(cell));
export const CUSTOMER_KPIS: Kpis = {
  'revenue-per-customer:standard': (cell) => div(revenue(cell), buyingCustomers(cell)),
  'orders-per-customer:standard': (cell) => div(orders(cell), buyingCustomers(cell)),
  'cohort-retention:standard': (cell) =>
    div(
      buyingCustomers(cell),
      distinct(cell, { ...SALES, where: { first_purchase: 'true' }, blindTo: ['age'] }, 'customer_key'),
    ),
  'active-customers:standard': buyingCustomers,
  'new-customers:standard': newCustomers,
  'new-customers:by-span': firstSpans,
  'won-back:standard': (cell) => count(cell, { kind: 'customer_span', date: 'start', where: { first: 'not-true' } }),
  'lost-customers:standard': (cell) => count(cell, LOST),
  'customers-at-period-end:standard': standing,
  'cac:same-period': (cell) => div(costs(cell), newInForce(cell)),
  ...Object.fromEntries(
    [1, 2, 3, 6].map((n) => [
      `cac:lag-${String(n)}`,
      (cell: Cell) => div(costs(shift(cell, lag(n))), newInForce(cell)),
    ]),
  ),
  'clv:revenue': clv,
  'clv:article': (cell) => mul(inAYear(valueAYear)(cell), average(shift(cell, ever), LOST, 'years')),
  'clv:margin': (cell) => mul(clv(cell), inAYear(grossMargin)(cell)),
  'clv:recurring': (cell) => div(mul(12, arpa(cell)), inAYear(churnInForce)(cell)),
  'clv:snapshot': (cell) => div(arpa(cell), snapshotChurn(cell)),
  'churn:customers': churn,
  'churn:revenue': (cell) =>
    div(sum(cell, LOST_OF_OPENING, 'monthly_value'), sum(shift(cell, dayBefore), SPANS, 'monthly_value')),
  'churn:mrr': (cell) => div(movement(cell, 'subscription_key', CHANGES.churned), recurring(shift(cell, dayBefore))),
  'churn:subscriptions': (cell) => div(endedSubscriptions(cell), standingSubscriptions(shift(cell, dayBefore))),
  'churn:snapshot': snapshotChurn,
  'churn:not-again': (cell) => sub(1, boughtAgain(cell)),
  'retention:opening-cohort': (cell) => sub(1, churnInForce(cell)),
  'retention:bought-again': boughtAgain,
  'expected-lifetime:standard': (cell) => div(1, churnInForce(cell)),
};

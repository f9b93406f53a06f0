import { distinct, shift, sum, type Source } from '../cell.ts';
import { add, div, sub } from '../numbers.ts';
import { dayBefore } from '../time.ts';
import type { Kpi, Kpis } from './kpi.ts';
import { buyingCustomers, revenue } from './sale-rows.ts';
import { arpa, CHANGES, movement, mrr, recurring, STANDING } from './subscription-rows.ts';

const movements: Kpis = Object.fromEntries(
  Object.entries(CHANGES).flatMap(([name, change]): [string, Kpi][] => [
    [`mrr:${name}`, (cell) => div(movement(cell, 'subscription_key', change), 12)],
    [`mrr:${name}-by-account`, (cell) => div(movement(cell, 'customer', change), 12)],
  ]),
);

/** Of some interval: what stood when the span began, and what began in it. */
const stoodOrBegan =
  (where: Source['where'] & object): Kpi =>
  (cell) =>
    add(
      sum(shift(cell, dayBefore), { ...STANDING, where }, 'yearly_amount'),
      sum(cell, { kind: 'subscription', date: 'start', where }, 'yearly_amount'),
    );
const ended: Kpi = (cell) => sum(cell, { kind: 'subscription', date: 'ended' }, 'yearly_amount');

export const SUBSCRIPTION_KPIS: Kpis = {
  'mrr:total': mrr,
  'arr:total': recurring,
  ...movements,
  'arr:article': (cell) =>
    sub(
      add(stoodOrBegan({ interval: ['year'] })(cell), stoodOrBegan({ interval: { not: ['year'] } })(cell)),
      ended(cell),
    ),
  'arpa:paying': arpa,
  'arpa:all-accounts': (cell) => div(mrr(cell), distinct(cell, STANDING, 'customer')),
  'arpa:per-active-customer': (cell) => div(revenue(cell), buyingCustomers(cell)),
};

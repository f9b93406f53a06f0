import { distinct, distinctOf, sum, type Source } from '../cell.ts';
import { div, sub } from '../numbers.ts';
import type { Kpi } from './kpi.ts';

export const SALES: Source = { kind: 'sale', date: 'date' };
const WITH_COST: Source = { ...SALES, where: { cost: 'present' } };
export const WITH_DISCOUNT: Source = { ...SALES, where: { discount_given: 'present' } };
export const UPSELL: Source = { ...SALES, where: { is_upsell: 'true' } };
export const CROSS_SELL: Source = { ...SALES, where: { is_cross_sell: 'true' } };
/** Where a rep has done something in the period. */
const TRACES: readonly Source[] = [
  SALES,
  { kind: 'deal', date: 'closed' },
  { kind: 'deal', date: 'created' },
  { kind: 'lead', date: 'created' },
  { kind: 'activity', date: 'date' },
];

export const revenue: Kpi = (cell) => sum(cell, SALES, 'amount');
export const buyingCustomers: Kpi = (cell) => distinct(cell, SALES, 'customer_key');
export const numberOfSales: Kpi = (cell) => distinct(cell, SALES, 'sale_key');
export const orders: Kpi = (cell) => distinct(cell, SALES, 'order');
export const activeReps: Kpi = (cell) => distinctOf(cell, TRACES, 'rep');
export const withCost: Kpi = (cell) => sum(cell, WITH_COST, 'amount');
/** Only of sales whose own amount counts. */
export const costOfGoods: Kpi = (cell) => sum(cell, { ...SALES, where: { amount: 'present' } }, 'cost');
export const grossMargin: Kpi = (cell) => div(sub(withCost(cell), costOfGoods(cell)), withCost(cell));

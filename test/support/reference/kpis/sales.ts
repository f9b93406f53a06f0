import { average, distinct, memberSums, ofAll, shift, sum } from '../cell.ts';
import { add, div, growth, quantile, sub, total } from '../numbers.ts';
import { hasValues } from '../rows.ts';
import { lastYear, monthToDate, previous } from '../time.ts';
import { wonValue } from './deal-rows.ts';
import { workingDays, type Kpi, type Kpis } from './kpi.ts';
import {
  activeReps,
  buyingCustomers,
  costOfGoods,
  CROSS_SELL,
  grossMargin,
  numberOfSales,
  orders,
  revenue,
  SALES,
  UPSELL,
  withCost,
  WITH_DISCOUNT,
} from './sale-rows.ts';
import { targetSoFar } from './target-rows.ts';

const discounts: Kpi = (cell) => sum(cell, SALES, 'discount_given');
const perWorkingDay: Kpi = (cell) => div(revenue(cell), workingDays(cell));
const soFar: Kpi = (cell) => revenue(shift(cell, monthToDate));

/** Of sales that say where they were made, if only some of them. */
const located =
  (kpi: Kpi): Kpi =>
  (cell) =>
    ['country', 'region', 'city'].some((field) => hasValues(cell.world.tables['sale'], field))
      ? kpi(cell)
      : 'needs-data';

export const SALES_KPIS: Kpis = {
  'revenue:net': revenue,
  'revenue:gross': (cell) => add(revenue(cell), discounts(cell)),
  'revenue:by-order-date': (cell) => sum(cell, { kind: 'sale', date: 'order_date' }, 'amount'),
  'sales-growth:previous': (cell) => growth(revenue(cell), revenue(shift(cell, previous))),
  'sales-growth:year-over-year': (cell) => growth(revenue(cell), revenue(shift(cell, lastYear))),
  'sales-growth:per-working-day': (cell) => growth(perWorkingDay(cell), perWorkingDay(shift(cell, previous))),
  'monthly-progress:amount': soFar,
  'monthly-progress:against-target': (cell) => div(soFar(cell), targetSoFar(shift(cell, monthToDate), 'revenue')),
  'monthly-progress:against-previous': (cell) =>
    growth(soFar(cell), revenue(shift(shift(cell, monthToDate), previous))),
  'monthly-progress:against-last-year': (cell) =>
    growth(soFar(cell), revenue(shift(shift(cell, monthToDate), lastYear))),
  'gross-margin:gross': grossMargin,
  'gross-margin:net': (cell) =>
    div(sub(sub(revenue(cell), costOfGoods(cell)), sum(cell, { kind: 'cost', date: 'date' }, 'amount')), revenue(cell)),
  'gross-profit:standard': (cell) => sub(withCost(cell), costOfGoods(cell)),
  'cost-coverage:standard': (cell) => div(withCost(cell), revenue(cell)),
  'average-order-value:standard': (cell) => div(revenue(cell), orders(cell)),
  'orders:standard': orders,
  'units:standard': (cell) => sum(cell, SALES, 'quantity'),
  'sales-per-rep:mean': (cell) => div(revenue(cell), activeReps(cell)),
  'sales-per-rep:with-sales': (cell) => div(revenue(cell), distinct(cell, SALES, 'rep')),
  'sales-per-rep:median': (cell) => memberSums(cell, SALES, 'amount', 'rep', (sums) => quantile(sums, 0.5)),
  'sales-per-rep:won-deals': (cell) => div(wonValue(cell), activeReps(cell)),
  'sales-by-location:share-of-sales': located((cell) => div(numberOfSales(cell), numberOfSales(ofAll(cell)))),
  'sales-by-location:share-of-revenue': located((cell) => div(revenue(cell), revenue(ofAll(cell)))),
  'sales-by-location:amount': located(revenue),
  'discount-rate:weighted': (cell) => {
    const given = discounts(cell);
    return div(given, add(sum(cell, WITH_DISCOUNT, 'amount'), given));
  },
  'discount-rate:mean-of-rows': (cell) => average(cell, SALES, 'discount_rate'),
  'upsell-rate:share-of-revenue': (cell) => div(sum(cell, UPSELL, 'amount'), revenue(cell)),
  'upsell-rate:share-of-customers': (cell) => div(distinct(cell, UPSELL, 'customer_key'), buyingCustomers(cell)),
  'cross-sell-rate:share-of-revenue': (cell) => div(sum(cell, CROSS_SELL, 'amount'), revenue(cell)),
  'cross-sell-rate:share-of-customers': (cell) =>
    div(distinct(cell, CROSS_SELL, 'customer_key'), buyingCustomers(cell)),
  'top-10-share:standard': (cell) =>
    div(
      memberSums(cell, SALES, 'amount', 'customer_key', (sums) => total(sums.slice(-10))),
      revenue(cell),
    ),
};

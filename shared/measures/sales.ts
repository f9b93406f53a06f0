import type { MeasureDefinition } from '../kpi-definition.ts';
import { distinct, flowsOf, mean, present, sum, yes } from './define.ts';

const sale = flowsOf('sale', 'date');

export const SALES_MEASURES: readonly MeasureDefinition[] = [
  sale('net-sales', sum('amount'), 'money'),
  sale('net-sales-by-order-date', sum('amount'), 'money', [], 'order_date'),
  sale('sales-with-cost', sum('amount'), 'money', [present('cost')]),
  sale('cost-of-goods', sum('cost'), 'money'),
  sale('discounts', sum('discount_given'), 'money'),
  sale('sales-with-discount', sum('amount'), 'money', [present('discount_given')]),
  sale('mean-discount', mean('discount_rate'), 'ratio'),
  sale('distinct-orders', distinct('order'), 'count'),
  sale('number-of-sales', distinct('sale_key'), 'count'),
  sale('units-sold', sum('quantity'), 'quantity'),
  sale('reps-with-sales', distinct('rep'), 'count'),
  sale('median-sales-by-rep', { do: 'median-sum', field: 'amount', by: 'rep' }, 'money'),
  sale('upsell-sales', sum('amount'), 'money', [yes('is_upsell')]),
  sale('upsell-customers', distinct('customer_key'), 'count', [yes('is_upsell')]),
  sale('cross-sell-sales', sum('amount'), 'money', [yes('is_cross_sell')]),
  sale('cross-sell-customers', distinct('customer_key'), 'count', [yes('is_cross_sell')]),
  flowsOf('cost', 'date')('entered-costs', sum('amount'), 'money'),
];

import type { KpiDefinition } from '../kpi-definition.ts';
import { auto, result, standard } from './define.ts';

export const SALES_KPIS: readonly KpiDefinition[] = [
  result(
    { id: 'revenue', unit: 'money', direction: 'higher', source: 'A' },
    { id: 'net', formula: 'net-sales' },
    { id: 'gross', formula: 'net-sales + discounts' },
    { id: 'by-order-date', formula: 'net-sales-by-order-date' },
  ),
  result(
    { id: 'sales-growth', unit: 'ratio', direction: 'higher', source: 'B1' },
    { id: 'previous', formula: 'growth(revenue, prev(revenue))' },
    { id: 'year-over-year', formula: 'growth(revenue, same_period_last_year(revenue))' },
    { id: 'per-working-day', formula: 'growth(revenue / working-days, prev(revenue / working-days))' },
  ),
  result(
    {
      id: 'monthly-progress',
      unit: 'ratio',
      direction: 'higher',
      source: 'A5',
      beside: [
        'monthly-progress:against-target',
        'monthly-progress:against-previous',
        'monthly-progress:against-last-year',
      ],
    },
    { id: 'amount', formula: 'mtd(revenue)', unit: 'money' },
    { id: 'against-target', formula: 'mtd(revenue) / mtd(revenue-target)' },
    { id: 'against-previous', formula: 'growth(mtd(revenue), mtd(prev(revenue)))' },
    { id: 'against-last-year', formula: 'growth(mtd(revenue), mtd(same_period_last_year(revenue)))' },
  ),
  result(
    { id: 'gross-margin', unit: 'ratio', direction: 'higher', source: 'B2', beside: ['cost-coverage'] },
    { id: 'gross', formula: '(sales-with-cost - cost-of-goods) / sales-with-cost' },
    { id: 'net', formula: '(net-sales - cost-of-goods - entered-costs) / net-sales' },
  ),
  result(
    { id: 'gross-profit', unit: 'money', direction: 'higher', source: 'textbook' },
    standard('sales-with-cost - cost-of-goods'),
  ),
  result(
    { id: 'cost-coverage', unit: 'ratio', direction: 'neutral', source: 'B2' },
    standard('sales-with-cost / net-sales'),
  ),
  result(
    { id: 'average-order-value', unit: 'money', direction: 'higher', source: 'B3' },
    standard('net-sales / distinct-orders'),
  ),
  result({ id: 'orders', unit: 'count', direction: 'higher', source: 'textbook' }, standard('distinct-orders')),
  result({ id: 'units', unit: 'quantity', direction: 'higher', source: 'textbook' }, standard('units-sold')),
  result(
    { id: 'sales-per-rep', unit: 'money', direction: 'higher', source: 'B9', beside: ['sales-per-rep:median'] },
    { id: 'mean', formula: 'net-sales / active-reps' },
    { id: 'with-sales', formula: 'net-sales / reps-with-sales' },
    { id: 'median', formula: 'median-sales-by-rep' },
    auto('won-deals', 'won-value / active-reps'),
  ),
  result(
    {
      id: 'sales-by-location',
      unit: 'ratio',
      direction: 'neutral',
      source: 'B17',
      breakdowns: ['country', 'region', 'city'],
    },
    { id: 'share-of-sales', formula: 'number-of-sales / total(number-of-sales)' },
    { id: 'share-of-revenue', formula: 'revenue / total(revenue)' },
    { id: 'amount', formula: 'revenue', unit: 'money' },
  ),
  result(
    { id: 'discount-rate', unit: 'ratio', direction: 'lower', source: 'textbook' },
    { id: 'weighted', formula: 'discounts / (sales-with-discount + discounts)' },
    { id: 'mean-of-rows', formula: 'mean-discount' },
  ),
  result(
    { id: 'upsell-rate', unit: 'ratio', direction: 'higher', source: 'B18' },
    { id: 'share-of-revenue', formula: 'upsell-sales / net-sales' },
    { id: 'share-of-customers', formula: 'upsell-customers / buying-customers' },
  ),
  result(
    { id: 'cross-sell-rate', unit: 'ratio', direction: 'higher', source: 'B18' },
    { id: 'share-of-revenue', formula: 'cross-sell-sales / net-sales' },
    { id: 'share-of-customers', formula: 'cross-sell-customers / buying-customers' },
  ),
];

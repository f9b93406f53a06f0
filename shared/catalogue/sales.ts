import type { KpiDefinition } from '../kpi-definition.ts';
import { result, standard } from './define.ts';

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
  ),
  result(
    { id: 'gross-margin', unit: 'ratio', direction: 'higher', source: 'B2' },
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
    { id: 'sales-per-rep', unit: 'money', direction: 'higher', source: 'B9' },
    { id: 'mean', formula: 'net-sales / reps-with-sales' },
    { id: 'median', formula: 'median-sales-by-rep' },
  ),
  result(
    { id: 'sales-by-location', unit: 'ratio', direction: 'neutral', source: 'B17', breakdown: 'country' },
    { id: 'share-of-sales', formula: 'number-of-sales / total(number-of-sales)' },
    { id: 'share-of-revenue', formula: 'revenue / total(revenue)' },
    { id: 'amount', formula: 'revenue', unit: 'money' },
  ),
  result(
    { id: 'discount-rate', unit: 'ratio', direction: 'lower', source: 'textbook' },
    { id: 'weighted', formula: 'discounts / (sales-with-discount + discounts)' },
    { id: 'mean-of-rows', formula: 'mean-discount' },
  ),
];

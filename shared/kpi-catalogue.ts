import type { KpiDefinition, KpiVariant } from './kpi-definition.ts';

type Words = Pick<KpiDefinition, 'id' | 'unit' | 'direction' | 'source'> & { readonly breakdown?: string };
const result = (words: Words, ...variants: readonly [KpiVariant, ...KpiVariant[]]): KpiDefinition => ({
  category: 'result',
  variants,
  ...words,
});
const standard = (formula: string): KpiVariant => ({ id: 'standard', formula });

/**
 * Every built-in KPI: the definitions of `kpis.json` as formulas over measures and other KPIs. The first variant is the default.
 * `revenue` in a formula follows the variant of revenue in force; `net-sales` never does.
 */
export const KPI_CATALOGUE: readonly KpiDefinition[] = [
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
  result(
    { id: 'revenue-per-customer', unit: 'money', direction: 'higher', source: 'B3' },
    standard('net-sales / buying-customers'),
  ),
  result({ id: 'orders', unit: 'count', direction: 'higher', source: 'textbook' }, standard('distinct-orders')),
  result({ id: 'units', unit: 'quantity', direction: 'higher', source: 'textbook' }, standard('units-sold')),
  result(
    { id: 'active-customers', unit: 'count', direction: 'higher', source: 'textbook' },
    standard('buying-customers'),
  ),
  result(
    { id: 'new-customers', unit: 'count', direction: 'higher', source: 'textbook' },
    standard('first-time-customers'),
  ),
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
  result(
    { id: 'top-10-share', unit: 'ratio', direction: 'lower', source: 'textbook' },
    standard('top-10-customers-sales / net-sales'),
  ),
];

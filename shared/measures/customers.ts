import type { MeasureDefinition } from '../kpi-definition.ts';
import { distinct, flowsOf } from './define.ts';

const sale = flowsOf('sale', 'date');

export const CUSTOMER_MEASURES: readonly MeasureDefinition[] = [
  sale('buying-customers', distinct('customer_key'), 'count'),
  sale('first-time-customers', distinct('customer_key'), 'count', [{ field: 'first_purchase', is: 'true' }]),
  sale('top-10-customers-sales', { do: 'top-sum', field: 'amount', by: 'customer_key', n: 10 }, 'money'),
];

import type { KpiDefinition } from '../kpi-definition.ts';
import { result, standard } from './define.ts';

export const CUSTOMER_KPIS: readonly KpiDefinition[] = [
  result(
    { id: 'revenue-per-customer', unit: 'money', direction: 'higher', source: 'B3' },
    standard('net-sales / buying-customers'),
  ),
  result(
    { id: 'active-customers', unit: 'count', direction: 'higher', source: 'textbook' },
    standard('buying-customers'),
  ),
  result(
    { id: 'new-customers', unit: 'count', direction: 'higher', source: 'textbook' },
    standard('first-time-customers'),
  ),
  result(
    { id: 'top-10-share', unit: 'ratio', direction: 'lower', source: 'textbook' },
    standard('top-10-customers-sales / net-sales'),
  ),
];

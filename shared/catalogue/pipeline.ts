import type { KpiDefinition } from '../kpi-definition.ts';
import { auto, conversion, result, standard } from './define.ts';

export const PIPELINE_KPIS: readonly KpiDefinition[] = [
  result(
    { id: 'bookings', unit: 'money', direction: 'higher', source: 'B7' },
    { id: 'won', formula: 'won-value' },
    { id: 'net', formula: 'won-value - mean-deal-cost * won-deals' },
    auto('orders', 'net-sales-by-order-date'),
    auto('invoiced', 'net-sales'),
  ),
  conversion(
    { id: 'weighted-pipeline', unit: 'money', direction: 'higher', source: 'B12' },
    { id: 'probability', formula: 'whole(open-weighted-value)' },
    { id: 'stage-weights', formula: 'whole(open-stage-weighted-value)' },
    { id: 'win-rate', formula: 'whole(open-value) * ever(win-rate)' },
  ),
  conversion(
    { id: 'win-rate', unit: 'ratio', direction: 'higher', source: 'A8' },
    { id: 'count', formula: 'won-deals / closed-deals' },
    { id: 'value', formula: 'won-value / closed-value' },
    { id: 'won-of-created', formula: 'created-deals-won / created-deals' },
  ),
  result(
    { id: 'deal-size', unit: 'money', direction: 'higher', source: 'A11', beside: ['deal-size:median'] },
    { id: 'mean', formula: 'mean-won-value' },
    { id: 'median', formula: 'median-won-value' },
  ),
  conversion(
    { id: 'sales-cycle', unit: 'days', direction: 'lower', source: 'A9, B19', beside: ['sales-cycle:mean'] },
    { id: 'median', formula: 'median-cycle' },
    { id: 'mean', formula: 'mean-cycle' },
    { id: 'from-lead', formula: 'median-cycle-from-lead' },
    { id: 'lost', formula: 'median-cycle-lost' },
    { id: 'lost-mean', formula: 'mean-cycle-lost' },
  ),
  conversion(
    { id: 'sales-velocity', unit: 'money', direction: 'higher', source: 'textbook' },
    standard('open-deals * win-rate * deal-size / sales-cycle'),
  ),
  conversion(
    { id: 'quote-to-close', unit: 'ratio', direction: 'higher', source: 'B14' },
    { id: 'by-quote-date', formula: 'quoted-deals-won / quoted-deals' },
    { id: 'by-close-date', formula: 'quoted-deals-won-by-close / quoted-deals-closed' },
  ),
  conversion(
    { id: 'lead-conversion', unit: 'ratio', direction: 'higher', source: 'A2, B11' },
    { id: 'by-creation-date', formula: 'converted-leads / leads' },
    { id: 'by-conversion-date', formula: 'conversions / leads' },
    { id: 'qualified', formula: 'converted-qualified-leads / qualified-leads' },
    { id: 'sales-per-lead', formula: 'number-of-sales / leads' },
  ),
  conversion(
    {
      id: 'response-time',
      unit: 'hours',
      direction: 'lower',
      source: 'B20',
      beside: ['response-time:mean', 'response-time:p90', 'share-answered'],
    },
    { id: 'median', formula: 'median-answer-hours' },
    { id: 'mean', formula: 'mean-answer-hours' },
    { id: 'p90', formula: 'p90-answer-hours' },
    { id: 'office-hours', formula: 'median-office-hours' },
  ),
  conversion(
    { id: 'share-answered', unit: 'ratio', direction: 'higher', source: 'B20' },
    standard('answered-leads / leads'),
  ),
];

import type { KpiDefinition } from '../kpi-definition.ts';
import { auto, result, standard } from './define.ts';

/** What a customer spends in the time asked about. */
const YEARLY_VALUE = 'average-order-value * orders-per-customer';
/** Chains of subscriptions that stood when the period began and do not when it ends. */
const CHAINS_LOST =
  'count_over(subscription_key, if(period_start(standing-subscriptions) > 0, standing-subscriptions = 0, 0))';
const MRR_LOST = 'sum_over(subscription_key, if(recurring = 0, period_start(recurring), 0))';

export const CUSTOMER_KPIS: readonly KpiDefinition[] = [
  result(
    { id: 'revenue-per-customer', unit: 'money', direction: 'higher', source: 'B3' },
    standard('net-sales / buying-customers'),
  ),
  result(
    { id: 'orders-per-customer', unit: 'quantity', direction: 'higher', source: 'A3' },
    standard('distinct-orders / buying-customers'),
  ),
  result(
    { id: 'active-customers', unit: 'count', direction: 'higher', source: 'textbook' },
    standard('buying-customers'),
  ),
  result(
    { id: 'new-customers', unit: 'count', direction: 'higher', source: 'textbook' },
    standard('first-time-customers'),
    auto('by-span', 'first-spans'),
  ),
  result({ id: 'won-back', unit: 'count', direction: 'higher', source: 'textbook' }, standard('later-spans')),
  result({ id: 'lost-customers', unit: 'count', direction: 'lower', source: 'textbook' }, standard('ended-spans')),
  result(
    { id: 'customers-at-period-end', unit: 'count', direction: 'higher', source: 'textbook' },
    standard('standing-customers'),
  ),
  result(
    { id: 'churn', unit: 'ratio', direction: 'lower', source: 'A4, B6', beside: ['won-back'] },
    { id: 'customers', formula: 'lost-from-start / period_start(standing-customers)' },
    { id: 'revenue', formula: 'value-lost-from-start / period_start(standing-value)' },
    { id: 'mrr', formula: `${MRR_LOST} / period_start(recurring)` },
    { id: 'subscriptions', formula: `${CHAINS_LOST} / period_start(standing-subscriptions)` },
    auto('snapshot', 'snapshot-ended / snapshot-subscriptions'),
    { id: 'not-again', formula: '1 - kept-customers / prev(buying-customers)' },
  ),
  result(
    { id: 'retention', unit: 'ratio', direction: 'higher', source: 'B6', beside: ['expected-lifetime'] },
    { id: 'opening-cohort', formula: '1 - churn' },
    { id: 'bought-again', formula: 'kept-customers / prev(buying-customers)' },
  ),
  result({ id: 'expected-lifetime', unit: 'periods', direction: 'higher', source: 'B6' }, standard('1 / churn')),
  result(
    { id: 'clv', unit: 'money', direction: 'higher', source: 'A3, B5' },
    { id: 'revenue', formula: `trailing_year(${YEARLY_VALUE} / churn)` },
    { id: 'margin', formula: `trailing_year(${YEARLY_VALUE} / churn * gross-margin)` },
    { id: 'article', formula: `trailing_year(${YEARLY_VALUE}) * ever(observed-years)` },
    auto(
      'recurring',
      'recurring / paying-accounts / trailing_year(lost-from-start / period_start(standing-customers))',
    ),
    auto('snapshot', 'recurring / 12 / paying-accounts / (snapshot-ended / snapshot-subscriptions)'),
  ),
  result(
    { id: 'cac', unit: 'money', direction: 'lower', source: 'B4' },
    { id: 'same-period', formula: 'acquisition-costs / new-customers' },
    { id: 'lag-1', formula: 'lag(acquisition-costs, 1) / new-customers' },
    { id: 'lag-2', formula: 'lag(acquisition-costs, 2) / new-customers' },
    { id: 'lag-3', formula: 'lag(acquisition-costs, 3) / new-customers' },
    { id: 'lag-6', formula: 'lag(acquisition-costs, 6) / new-customers' },
  ),
  result(
    { id: 'top-10-share', unit: 'ratio', direction: 'lower', source: 'textbook' },
    standard('top-10-customers-sales / net-sales'),
  ),
  result(
    { id: 'cohort-retention', unit: 'ratio', direction: 'higher', source: 'textbook', breakdowns: ['cohort'] },
    standard('buying-customers / cohort-customers'),
  ),
];

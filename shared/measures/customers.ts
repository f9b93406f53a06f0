import type { MeasureDefinition } from '../kpi-definition.ts';
import { balancesOf, COUNT, distinct, flowsOf, mean, sum, yes } from './define.ts';

const sale = flowsOf('sale', 'date');
const standing = balancesOf('customer_span', 'start', 'end');
const begun = flowsOf('customer_span', 'start');
const ended = flowsOf('customer_span', 'end');

/** Of customers that stood when the period began. */
const lost = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, standing: 'at-start', from: 'start' });

export const CUSTOMER_MEASURES: readonly MeasureDefinition[] = [
  sale('buying-customers', distinct('customer_key'), 'count'),
  sale('kept-customers', { do: 'distinct', field: 'customer_key', kept: 'prev' }, 'count'),
  sale('first-time-customers', distinct('customer_key'), 'count', [yes('first_purchase')]),
  { ...sale('cohort-customers', distinct('customer_key'), 'count', [yes('first_purchase')]), blindTo: ['age'] },
  sale('top-10-customers-sales', { do: 'top-sum', field: 'amount', by: 'customer_key', n: 10 }, 'money'),
  standing('standing-customers', COUNT, 'count'),
  standing('standing-value', sum('monthly_value'), 'money'),
  begun('first-spans', COUNT, 'count', [yes('first')]),
  begun('later-spans', COUNT, 'count', [{ field: 'first', is: 'not-true' }]),
  ended('ended-spans', COUNT, 'count'),
  ended('observed-years', mean('years'), 'years'),
  lost(ended('lost-from-start', COUNT, 'count')),
  lost(ended('value-lost-from-start', sum('monthly_value'), 'money')),
  flowsOf('cost', 'date')('acquisition-costs', sum('amount'), 'money', [
    { field: 'category', is: 'in-setting', setting: 'acquisitionCategories' },
  ]),
];

import type { MeasureDefinition } from '../kpi-definition.ts';
import { balancesOf, COUNT, distinct, flowsOf, oneOf, sum, yes } from './define.ts';

const standing = balancesOf('subscription', 'start', 'ended');
const begun = flowsOf('subscription', 'start');
const YEARLY = oneOf('interval', 'year');
const NOT_YEARLY = { field: 'interval', is: 'none-of', values: ['year'] } as const;
const PAID = { field: 'yearly_amount', is: 'above', than: 0 } as const;

export const SUBSCRIPTION_MEASURES: readonly MeasureDefinition[] = [
  standing('recurring', sum('yearly_amount'), 'money'),
  standing('recurring-yearly', sum('yearly_amount'), 'money', [YEARLY]),
  standing('recurring-other', sum('yearly_amount'), 'money', [NOT_YEARLY]),
  begun('begun-yearly', sum('yearly_amount'), 'money', [YEARLY]),
  begun('begun-other', sum('yearly_amount'), 'money', [NOT_YEARLY]),
  flowsOf('subscription', 'ended')('recurring-ended', sum('yearly_amount'), 'money'),
  standing('standing-subscriptions', distinct('subscription_key'), 'count'),
  standing('accounts', distinct('customer'), 'count'),
  standing('paying-accounts', distinct('customer'), 'count', [PAID]),
  begun('snapshot-subscriptions', COUNT, 'count', [yes('snapshot')]),
  begun('snapshot-ended', COUNT, 'count', [yes('snapshot'), oneOf('status', 'ended')]),
];

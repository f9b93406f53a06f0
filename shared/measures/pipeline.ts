import type { Condition, MeasureDefinition } from '../kpi-definition.ts';
import { balancesOf, COUNT, flowsOf, mean, median, oneOf, present, sum, yes } from './define.ts';

const closed = flowsOf('deal', 'closed');
const created = flowsOf('deal', 'created');
const expected = flowsOf('deal', 'expected_close');
const quoted = flowsOf('deal', 'quoted');
const lead = flowsOf('lead', 'created');

const OPEN: readonly Condition[] = [oneOf('status', 'open')];
const WON: readonly Condition[] = [oneOf('status', 'won')];
const LOST: readonly Condition[] = [oneOf('status', 'lost')];
const CLOSED: readonly Condition[] = [oneOf('status', 'won', 'lost')];
const undated = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, undated: 'in-all' });

export const PIPELINE_MEASURES: readonly MeasureDefinition[] = [
  closed('won-value', sum('value'), 'money', WON),
  closed('won-deals', COUNT, 'count', WON),
  closed('mean-deal-cost', mean('cost'), 'money', WON),
  closed('closed-deals', COUNT, 'count', CLOSED),
  closed('closed-value', sum('value'), 'money', CLOSED),
  closed('mean-won-value', mean('value'), 'money', WON),
  closed('median-won-value', median('value'), 'money', WON),
  closed('median-cycle', median('cycle_days'), 'days', WON),
  closed('mean-cycle', mean('cycle_days'), 'days', WON),
  closed('median-cycle-from-lead', median('cycle_from_lead'), 'days', WON),
  closed('median-cycle-lost', median('cycle_days'), 'days', LOST),
  closed('mean-cycle-lost', mean('cycle_days'), 'days', LOST),
  closed('quoted-deals-won-by-close', COUNT, 'count', [...WON, present('quoted')]),
  closed('quoted-deals-closed', COUNT, 'count', [...CLOSED, present('quoted')]),
  quoted('quoted-deals', COUNT, 'count'),
  quoted('quoted-deals-won', COUNT, 'count', WON),
  undated(created('created-deals', COUNT, 'count')),
  undated(created('created-deals-won', COUNT, 'count', WON)),
  undated(balancesOf('deal', 'created', 'closed')('open-deals', COUNT, 'count', [yes('was_open')])),
  undated(expected('open-value', sum('value'), 'money', OPEN)),
  undated(expected('open-weighted-value', sum('weighted_value'), 'money', OPEN)),
  undated(expected('open-stage-weighted-value', sum('stage_weighted_value'), 'money', OPEN)),
  lead('leads', COUNT, 'count'),
  lead('converted-leads', COUNT, 'count', [yes('converted')]),
  lead('conversions', COUNT, 'count', [yes('converted')], 'converted_at'),
  lead('qualified-leads', COUNT, 'count', [yes('qualified')]),
  lead('converted-qualified-leads', COUNT, 'count', [yes('qualified'), yes('converted')]),
  lead('answered-leads', COUNT, 'count', [present('answered')]),
  lead('median-answer-hours', median('answer_hours'), 'hours'),
  lead('mean-answer-hours', mean('answer_hours'), 'hours'),
  lead('p90-answer-hours', { do: 'quantile', field: 'answer_hours', q: 0.9 }, 'hours'),
  lead('median-office-hours', median('answer_office_hours'), 'hours'),
];

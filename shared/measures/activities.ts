import type { Condition, MeasureDefinition } from '../kpi-definition.ts';
import { COUNT, flowsOf, oneOf, sum, yes } from './define.ts';

const activity = flowsOf('activity', 'date');
const deal = flowsOf('deal', 'demo');
const ofType = (type: string): readonly Condition[] => [oneOf('type', type)];
const logged = (id: string, where: readonly Condition[]): MeasureDefinition =>
  activity(id, sum('count_or_one'), 'count', where);

export const ACTIVITY_MEASURES: readonly MeasureDefinition[] = [
  logged('logged-calls', ofType('call')),
  logged('logged-emails', ofType('email')),
  logged('logged-meetings', ofType('meeting')),
  logged('logged-demos', ofType('demo')),
  logged('demos-done', [...ofType('demo'), yes('done')]),
  logged('demos-of-won-deals', [...ofType('demo'), yes('deal_won')]),
  deal('deals-demoed', COUNT, 'count'),
  deal('deals-demoed-won', COUNT, 'count', [oneOf('status', 'won')]),
  {
    ...flowsOf('sale', 'date')(
      'active-reps',
      {
        do: 'distinct',
        field: 'rep',
        also: [
          { kind: 'deal', date: 'created', where: [] },
          { kind: 'deal', date: 'closed', where: [] },
          { kind: 'lead', date: 'created', where: [] },
          { kind: 'activity', date: 'date', where: [] },
        ],
      },
      'count',
    ),
  },
];

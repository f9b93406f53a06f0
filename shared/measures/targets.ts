import type { MeasureDefinition } from '../kpi-definition.ts';
import { oneOf, sum } from './define.ts';

export const TARGET_MEASURES: readonly MeasureDefinition[] = [
  {
    id: 'revenue-target',
    kind: 'target',
    aggregate: sum('value'),
    where: [oneOf('target_kpi', 'revenue')],
    date: 'start',
    until: 'until_day',
    nature: 'spread',
    unit: 'money',
  },
];

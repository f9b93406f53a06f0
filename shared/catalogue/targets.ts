import type { KpiDefinition } from '../kpi-definition.ts';
import { auto, conversion, result, standard } from './define.ts';

/** Reps with a target who reached it in this. */
const atQuota = (reached: string): string =>
  `count_over(rep, if(whole(revenue-target) > 0, ${reached} >= whole(revenue-target), 0)) / count_over(rep, whole(revenue-target) > 0)`;

export const TARGET_KPIS: readonly KpiDefinition[] = [
  result(
    { id: 'target-attainment', unit: 'ratio', direction: 'higher', source: 'B13', beside: ['pace'] },
    { id: 'of-target', formula: 'revenue / whole(revenue-target)' },
    { id: 'previous-period', formula: 'revenue / prev(revenue)' },
    { id: 'lower-is-better', formula: 'whole(revenue-target) / revenue' },
    auto('won-deals', 'won-value / whole(revenue-target)'),
  ),
  result(
    { id: 'pace', unit: 'ratio', direction: 'higher', source: 'B13' },
    standard('revenue / revenue-target'),
    auto('won-deals', 'won-value / revenue-target'),
  ),
  result({ id: 'quota', unit: 'money', direction: 'neutral', source: 'B13' }, standard('whole(revenue-target)')),
  result(
    { id: 'reps-at-quota', unit: 'ratio', direction: 'higher', source: 'A1', ambitiousBelow: 0.6 },
    { id: 'revenue', formula: atQuota('revenue') },
    auto('won-deals', atQuota('won-value')),
  ),
  conversion(
    { id: 'pipeline-coverage', unit: 'quantity', direction: 'higher', source: 'textbook' },
    { id: 'of-target', formula: 'whole(open-value) / whole(revenue-target)' },
    { id: 'remaining', formula: 'whole(open-value) / max(0, whole(revenue-target) - won-value)' },
  ),
];

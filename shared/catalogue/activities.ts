import type { KpiDefinition } from '../kpi-definition.ts';
import { activity, auto, conversion, standard } from './define.ts';

/** Calls, emails or meetings: how many, and how many a rep makes. `next` is what each is to lead to. */
const ofType = (id: string, logged: string, next: string, source: string): readonly KpiDefinition[] => [
  activity({ id, unit: 'count', direction: 'higher', source }, standard(logged)),
  activity(
    { id: `${id}-per-rep`, unit: 'quantity', direction: 'higher', source, beside: [`${id}-per-rep:per-working-day`] },
    { id: 'per-rep', formula: `${logged} / active-reps` },
    { id: 'per-working-day', formula: `${logged} / active-reps / working-days` },
    { id: 'to-next', formula: `${next} / ${logged}`, unit: 'ratio' },
  ),
];

export const ACTIVITY_KPIS: readonly KpiDefinition[] = [
  ...ofType('calls', 'logged-calls', 'logged-demos', 'A7, B8'),
  ...ofType('emails', 'logged-emails', 'logged-meetings', 'B8'),
  ...ofType('meetings', 'logged-meetings', 'logged-demos', 'B8'),
  activity(
    { id: 'demos', unit: 'count', direction: 'higher', source: 'B10' },
    { id: 'all', formula: 'logged-demos' },
    { id: 'done', formula: 'demos-done' },
    auto('from-deals', 'deals-demoed'),
    { id: 'expected-wins', formula: 'logged-demos * ever(demo-to-won)', unit: 'quantity' },
  ),
  conversion(
    { id: 'call-to-demo', unit: 'ratio', direction: 'higher', source: 'B8' },
    standard('logged-demos / logged-calls'),
    auto('from-deals', 'deals-demoed / logged-calls'),
  ),
  conversion(
    { id: 'demo-to-won', unit: 'ratio', direction: 'higher', source: 'B10' },
    standard('demos-of-won-deals / logged-demos'),
    auto('from-deals', 'deals-demoed-won / deals-demoed'),
  ),
];

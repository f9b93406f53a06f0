import { addMonths, civilOf, dayOf, type Day } from '#shared/calendar.ts';
import type { Goal } from '#shared/goals.ts';

const SYD: Goal['filters'] = [{ op: 'in', dimension: 'region', values: ['Syd'] }];

/**
 * A small tree of goals for the year of the last complete month: two objectives with what leads to them, a margin and an answering time.
 * Example: on 2026-11-21 they are for 2026.
 */
export function sampleGoals(today: Day): readonly Goal[] {
  const { year, month } = civilOf(today);
  const period = String(civilOf(addMonths(dayOf(year, month, 1), -1)).year);
  const goal = (id: string, kpi: string, target: Goal['target'], more: Partial<Goal> = {}): Goal => ({
    id,
    name: null,
    kpi,
    filters: [],
    period,
    target,
    upTo: null,
    per: 'period',
    better: 'higher',
    kind: 'result',
    spread: { by: 'last-year' },
    owner: null,
    parent: null,
    supporting: false,
    part: false,
    definition: null,
    history: [],
    ...more,
  });
  const supports = (parent: string): Partial<Goal> => ({ parent, supporting: true });
  const grow = (value: number): Goal['target'] => ({ shape: 'percentage', value, from: 'last-year' });
  const level = (value: number): Goal['target'] => ({ shape: 'level', value });
  const inSouth: Partial<Goal> = { filters: SYD, owner: 'Lars Hedman' };
  return [
    goal('intakter', 'revenue', grow(0.05), { owner: 'Sara Öhman' }),
    goal('affarer', 'won-deals', level(24), { parent: 'intakter', per: 'month', owner: 'Johan Nyberg' }),
    goal('snittorder', 'average-order-value', level(6000), supports('intakter')),
    goal('vinstfrekvens', 'win-rate', level(0.65), supports('intakter')),
    goal('nya-kunder-syd', 'new-customers', level(22), inSouth),
    goal('samtal-syd', 'calls', grow(0.1), { ...inSouth, kind: 'activity', parent: 'nya-kunder-syd' }),
    goal('demor-syd', 'demos', grow(0.4), { ...inSouth, kind: 'activity', parent: 'nya-kunder-syd' }),
    goal('tackningsgrad', 'gross-margin', level(0.37), { owner: 'Karin Forsell' }),
    goal('svarstid', 'response-time', level(4), { better: 'lower', owner: 'Petra Sandell' }),
  ];
}

import { goalSchema, type Goal } from '#shared/goals.ts';

/** A goal for revenue of 2026 at a level of 1,200, spread evenly, unless said. */
export function goalOf(more: Partial<Goal> = {}): Goal {
  return goalSchema.parse({
    id: 'g',
    name: null,
    kpi: 'revenue',
    filters: [],
    period: '2026',
    target: { shape: 'level', value: 1200 },
    upTo: null,
    per: 'period',
    better: 'higher',
    kind: 'result',
    spread: { by: 'even' },
    owner: null,
    parent: null,
    supporting: false,
    part: false,
    definition: null,
    history: [],
    ...more,
  });
}

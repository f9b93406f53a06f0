import type { KpiDefinition } from '#shared/kpi-definition.ts';

/** A KPI of the user's own in money, of which more is better. */
export const ownKpi = (id: string, formula: string): KpiDefinition => ({
  id,
  category: 'result',
  unit: 'money',
  direction: 'higher',
  variants: [{ id: 'standard', formula }],
  source: 'own',
});

import type { KpiDefinition } from '../kpi-definition.ts';

export const ACTIVITY_KPIS: readonly KpiDefinition[] = [];

import type { KpiDefinition } from '../kpi-definition.ts';

export const TARGET_KPIS: readonly KpiDefinition[] = [];

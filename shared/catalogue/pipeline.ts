import type { KpiDefinition } from '../kpi-definition.ts';

export const PIPELINE_KPIS: readonly KpiDefinition[] = [];

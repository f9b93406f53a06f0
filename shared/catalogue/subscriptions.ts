import type { KpiDefinition } from '../kpi-definition.ts';

export const SUBSCRIPTION_KPIS: readonly KpiDefinition[] = [];

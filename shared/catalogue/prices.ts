import type { KpiDefinition } from '../kpi-definition.ts';

export const PRICE_KPIS: readonly KpiDefinition[] = [];

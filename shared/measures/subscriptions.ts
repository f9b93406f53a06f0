import type { MeasureDefinition } from '../kpi-definition.ts';

export const SUBSCRIPTION_MEASURES: readonly MeasureDefinition[] = [];

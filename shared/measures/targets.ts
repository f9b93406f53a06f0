import type { MeasureDefinition } from '../kpi-definition.ts';

export const TARGET_MEASURES: readonly MeasureDefinition[] = [];

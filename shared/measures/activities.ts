import type { MeasureDefinition } from '../kpi-definition.ts';

export const ACTIVITY_MEASURES: readonly MeasureDefinition[] = [];

import type { MeasureDefinition } from '../kpi-definition.ts';

export const PIPELINE_MEASURES: readonly MeasureDefinition[] = [];

import type { MeasureDefinition } from '../kpi-definition.ts';

export const PRICE_MEASURES: readonly MeasureDefinition[] = [];

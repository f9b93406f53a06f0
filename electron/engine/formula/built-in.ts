import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';
import { MEASURES } from '#shared/measures.ts';
import type { Definitions } from './resolve-kpi.ts';

/** The built-in KPIs and measures by id. */
export const BUILT_IN: Definitions = {
  kpis: new Map(KPI_CATALOGUE.map((kpi) => [kpi.id, kpi])),
  measures: new Map(MEASURES.map((measure) => [measure.id, measure])),
};

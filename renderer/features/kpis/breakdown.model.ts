import type { KpiEntry, Output } from '#shared/contract.ts';

/** Stand in for the dimension that a KPI is meant for, where the data has not got it. */
const PLACES = ['country', 'region', 'city'];
export const COHORT = 'cohort';

/** Whether the KPI comes to one number for the whole company: over all cohorts at once it would say nothing. */
export const hasOneValue = ({ breakdown }: Pick<KpiEntry, 'breakdown'>): boolean => breakdown !== COHORT;

/** The dimension to break a KPI down by: the one it is meant for, else one like it; null where none has two members. */
export function breakdownOf(
  { kpi, breakdown }: Pick<KpiEntry, 'kpi' | 'breakdown'>,
  dimensions: Output<'catalogue.dimensions'>,
): string | null {
  if (breakdown === null) return null;
  const wished = PLACES.includes(breakdown) ? [breakdown, ...PLACES] : [breakdown];
  const usable = dimensions.filter(({ members, kpis }) => members > 1 && kpis.includes(kpi)).map(({ key }) => key);
  return wished.find((wish) => usable.includes(wish)) ?? null;
}

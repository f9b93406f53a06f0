import type { KpiEntry, Output } from '#shared/contract.ts';
import type { AnswerCell } from '#shared/question.ts';

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

export interface CohortRow {
  /** Null for all cohorts together. */
  readonly cohort: string | null;
  /** By age from 0; null where it lies ahead. */
  readonly cells: readonly (AnswerCell | null)[];
}

/** The retention triangle: the latest cohorts in the order of time, then all of them, each by its age. */
export function cohortRows(
  cells: readonly AnswerCell[],
  { cohorts, ages }: { readonly cohorts: number; readonly ages: number },
): readonly CohortRow[] {
  const members = [...new Set(cells.flatMap(({ row }) => (row.length === 1 && row[0] != null ? [row[0]] : [])))];
  const latest = members.toSorted((a, b) => (a < b ? -1 : 1)).slice(-cohorts);
  const rowOf = (cohort: string | null): CohortRow => ({
    cohort,
    cells: Array.from({ length: ages }, (_, age) => {
      const found = cells.find(
        ({ row, column }) =>
          column[0] === String(age) && (cohort === null ? row.length === 0 : row.length === 1 && row[0] === cohort),
      );
      return found ?? null;
    }),
  });
  return latest.length === 0 ? [] : [...latest.map(rowOf), rowOf(null)];
}

import type { AnswerCell } from './question.ts';

export interface CohortRow {
  /** Null for all cohorts together. */
  readonly cohort: string | null;
  /** By age from 0: 'nobody' where none of them bought, null where the age lies ahead. */
  readonly cells: readonly (AnswerCell | 'nobody' | null)[];
}

/**
 * The retention triangle by quarter: the latest cohorts in the order of time, then all of them, each by its age. `through` is the
 * last day that counts. Example: of the cohort 2022-Q3 with data through 2022-12-30, age 1 has been and age 2 lies ahead.
 */
export function cohortRows(
  cells: readonly AnswerCell[],
  { cohorts, ages, through }: { readonly cohorts: number; readonly ages: number; readonly through: string },
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
      const hasBeen = cohort !== null && quarterOf(cohort) + age <= quarterOf(through);
      return found ?? (hasBeen ? 'nobody' : null);
    }),
  });
  return latest.length === 0 ? [] : [...latest.map(rowOf), rowOf(null)];
}

/** Quarters since the year 0, of a quarter or a day. Example: '2022-Q3' and '2022-08-14' are 8090. */
function quarterOf(text: string): number {
  const year = Number(text.slice(0, 4));
  const quarter = text[5] === 'Q' ? Number(text[6]) - 1 : Math.floor((Number(text.slice(5, 7)) - 1) / 3);
  return 4 * year + quarter;
}

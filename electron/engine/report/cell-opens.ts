import type { AnswerCell, Question } from '#shared/question.ts';
import type { CellsOpen } from '#shared/report-opens.ts';

type Across = NonNullable<CellsOpen['columns'][number]>;

/** A column of numbers of a KPI: its values, or what the comparison says of them. */
export const opensKpi = (kpi: string, part: Across['part'] = 'value', question = 0): Across => ({
  question,
  kpi,
  path: [],
  part,
});

/** A column of numbers of the row's own KPI. */
export const opensPart = (part: Across['part']): Across => ({ question: 0, path: [], part });

/** Numbers worked out from those of another column of their row, whose passport they open. */
export const opensFrom = (from: number, kpi: string): Across => ({ ...opensKpi(kpi), from });

/** What a table of answered cells opens: a line for each cell given, in the order of its rows. */
export const opensCells = (
  questions: readonly Question[],
  lines: readonly Pick<AnswerCell, 'row'>[],
  columns: readonly (Across | null)[],
): CellsOpen => ({
  of: 'cells',
  questions: [...questions],
  rows: lines.map(({ row }) => ({ path: [...row] })),
  columns: [...columns],
});

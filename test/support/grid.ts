import { comparisonsOf, gridTable, type GridTable } from '#engine/grid/grid.ts';
import { tableCells } from '#engine/grid/table-cells.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import { gridViewSchema, type Grid, type GridLine, type GridViewInput } from '#shared/grid.ts';
import { OTHER, questionSchema } from '#shared/question.ts';

type View = Omit<GridViewInput, 'values'> & Partial<Pick<GridViewInput, 'values'>>;

/** The table of a view, which shows the question's first KPI as it is unless told otherwise. */
export function tableOf(context: QuestionContext, view: View): GridTable {
  const [kpi = ''] = view.question.kpis;
  const parsed = gridViewSchema.parse({ values: [{ kpi }], ...view });
  return gridTable(parsed, tableCells(questionSchema.parse(view.question), comparisonsOf(parsed), context), context);
}

/** All of a view in one window. */
export function gridOf(context: QuestionContext, view: View, scales = false): Grid {
  return tableOf(context, view).window({ rows: { from: 0, count: 2000 }, columns: { from: 0, count: 2000 }, scales });
}

const label = ({ path, value }: GridLine): string =>
  [
    ...(path.length === 0 ? ['total'] : path.map((name) => (name === OTHER ? '(other)' : (name ?? '(none)')))),
    ...(value === null || value === 0 ? [] : [`#${String(value)}`]),
  ].join(' / ');

/** A grid as text, a line a row: `{'North': [60, 25]}` by the names of rows, in the order of columns. */
export function cellsByRow({ rows, columns, cells }: Grid): Record<string, (number | null)[]> {
  return Object.fromEntries(
    rows.map((row, i) => [label(row), cells.slice(i * columns.length, (i + 1) * columns.length)]),
  );
}

export const columnNames = ({ columns }: Grid): readonly string[] => columns.map(label);

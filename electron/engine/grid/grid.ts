import type { Grid, GridLine, GridView, GridWindow, Show } from '#shared/grid.ts';
import type { Comparison } from '#shared/question.ts';
import { answerHead } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import { gridLines } from './grid-lines.ts';
import { scaleOf } from './scale.ts';
import { shower } from './shown-value.ts';
import type { Place, TableCells } from './table-cells.ts';

/** A view of a table, of which any part can be asked for. */
export interface GridTable {
  readonly rowCount: number;
  readonly columnCount: number;
  window(window: GridWindow): Grid;
  /** A line of rows or of columns, and the numbers of a row, without what a window says beside them. */
  row(line: number): GridLine;
  column(line: number): GridLine;
  numbers(row: number): readonly (number | null)[];
}

/** The comparisons that a view shows, beside its question's own. */
export function comparisonsOf({ values }: Pick<GridView, 'values'>): readonly Comparison[] {
  return [...new Set(values.flatMap(({ show }) => comparisonIn(show)))];
}

function comparisonIn(show: Show): readonly Comparison[] {
  if (show.as !== 'difference' && show.as !== 'difference-ratio') return [];
  const { what } = show.from;
  return what === 'before' || what === 'member' ? [] : [what];
}

/**
 * Lays a question's cells out as a view says. Lines are put in order at once, cells are counted when a window shows them.
 * `cells` are those of the view's question under the view's comparisons.
 * Throws E_BAD_REQUEST for a value that the question does not ask for, and beyond a million groups on an axis.
 */
export function gridTable(view: GridView, cells: TableCells, context: QuestionContext): GridTable {
  const { valuesOn, subtotals, totals } = view;
  const values = view.values.map(({ kpi: reference, show }) => {
    const kpi = cells.kpi(reference);
    return { kpi, show: shower(show, kpi, cells, context) };
  });
  const on = (axis: 'rows' | 'columns'): number | null => (valuesOn === axis ? values.length : null);
  const rows = gridLines(
    cells.rows,
    { folded: view.foldedRows, subtotals, total: totals.row, values: on('rows') },
    context,
  );
  const columns = gridLines(
    cells.columns,
    { folded: view.foldedColumns, subtotals, total: totals.column, values: on('columns') },
    context,
  );
  const head = answerHead(cells.plan);
  const valueAt = (line: number, beside: number) => {
    const [row, column] = [rows.at(line), columns.at(beside)];
    const place: Place = { row: row.group, column: column.group };
    return { value: values[row.value ?? column.value ?? 0], place };
  };
  let scales: Grid['scales'] | null = null;
  return {
    rowCount: rows.count,
    columnCount: columns.count,
    row: rows.told,
    column: columns.told,
    numbers: (line) =>
      Array.from({ length: columns.count }, (_, beside) => {
        const { value, place } = valueAt(line, beside);
        return value?.show(place)?.value ?? null;
      }),
    window: (window) => {
      const [down, across] = [linesIn(window.rows, rows.count), linesIn(window.columns, columns.count)];
      const numbers: (number | null)[] = [];
      const reasons: Grid['reasons'] = {};
      const marks: Grid['marks'] = {};
      for (const line of down)
        for (const beside of across) {
          const { value, place } = valueAt(line, beside);
          const shown = value?.show(place) ?? null;
          const index = numbers.push(shown?.value ?? null) - 1;
          if (shown === null || value === undefined) continue;
          if (shown.value === null) reasons[index] = shown.reason;
          const marked = cells.marks(value.kpi, place, shown.value);
          if (marked.length > 0) marks[index] = marked;
        }
      if (window.scales === true)
        scales ??= values.map(({ show }) => scaleOf(show, rows.leaves, columns.leaves, values.length));
      return {
        ...head,
        rowCount: rows.count,
        columnCount: columns.count,
        rows: down.map(rows.told),
        columns: across.map(columns.told),
        cells: numbers,
        reasons,
        marks,
        scales: window.scales === true && scales !== null ? scales : values.map(() => null),
      };
    },
  };
}

function linesIn({ from, count }: GridWindow['rows'], all: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(count, all - from)) }, (_, i) => from + i);
}

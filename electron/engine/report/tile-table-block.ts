import type { Tile } from '#shared/dashboards.ts';
import { formatNumber, moneyUnit } from '#shared/format.ts';
import { shownUnit } from '#shared/grid-words.ts';
import { gridViewSchema } from '#shared/grid.ts';
import type { BlockOf, ReportColumn } from '#shared/report-content.ts';
import { addsUp } from '../grid/additive.ts';
import { comparisonsOf, gridTable } from '../grid/grid.ts';
import { tableCells } from '../grid/table-cells.ts';
import { tableSheet, type SheetCell } from '../grid/table-sheet.ts';
import { answerHead } from '../question/answer.ts';
import type { PageTools } from './page-tools.ts';
import { numberCell, numberColumn, tableBlock, wordCell, wordColumn, writtenFor } from './report-table.ts';
import { baseOf } from './revenue-standing.ts';

const MOST_ROWS = 500;
/** As the page's contract has it. */
const MOST_COLUMNS = 40;

/** A dashboard's table as Explore lays it out, over the report's period; what does not fit is told of below it. Throws what questions throw. */
export function tileTableBlock(
  { view: saved }: Extract<Tile, { show: 'table' }>,
  title: string,
  tools: PageTools,
): BlockOf<'table'> {
  const { context, report, scale, words } = tools;
  const { say, format } = words;
  const view = gridViewSchema.parse({
    ...saved,
    question: {
      ...saved.question,
      period: report.period,
      compare: baseOf(tools),
      filters: [...report.filters, ...saved.question.filters],
    },
  });
  const cells = tableCells(view.question, comparisonsOf(view), context.question);
  const table = gridTable(view, cells, context.question);
  const kpis = answerHead(cells.plan).kpis;
  const sheet = tableSheet(table, view, kpis, words.grid);
  const rowCount = sheet.rowCount - sheet.headerRows;
  const at = (line: number): readonly SheetCell[] => sheet.row(line).slice(0, MOST_COLUMNS);
  const heads = Array.from({ length: sheet.headerRows }, (_, line) => at(line));
  const isTotal = (line: number): boolean => {
    const { path } = table.row(line);
    return path.length === 0 && view.question.rows.length > 0;
  };
  const last = rowCount - 1;
  const kept = Array.from({ length: Math.min(rowCount, MOST_ROWS) }, (_, line) => line);
  const lines = rowCount > MOST_ROWS && isTotal(last) ? [...kept.slice(0, -1), last] : kept;
  const body = lines.map((line) => at(sheet.headerRows + line));
  const labelOf = (column: number): string =>
    heads
      .map((head) => head[column])
      .flatMap((cell) => (cell?.is === 'text' ? [cell.text] : []))
      .join(' · ');
  const columns = Array.from({ length: Math.min(sheet.columnCount, MOST_COLUMNS) }, (_, column): ReportColumn => {
    if (column < sheet.headerColumns) return wordColumn(labelOf(column));
    const value =
      view.valuesOn === 'columns' ? view.values[table.column(column - sheet.headerColumns).value ?? 0] : undefined;
    const numbers = body.map((row) => numberOf(row[column]));
    const unit =
      value === undefined
        ? unitIn(body, column)
        : shownUnit(value.show, kpis.find(({ ref }) => ref === value.kpi)?.unit ?? 'count');
    const written = {
      ...writtenFor(unit, numbers, scale),
      signed: value?.show.as === 'difference' || value?.show.as === 'difference-ratio',
    };
    const label = labelOf(column);
    const isAdded =
      value?.show.as === 'value' && view.question.rows.length === 1 && addsUp(cells.kpi(value.kpi).expression);
    return numberColumn(
      written.scale === null
        ? label
        : say('charts:withUnit', { name: label, unit: moneyUnit(written.scale.step, format) }),
      written,
      'plain',
      isAdded && lines.length === rowCount,
    );
  });
  const opensValue = (value: number | null): boolean => value === null || view.values[value]?.show.as === 'value';
  const kpiOf = (value: number | null) => {
    const kpi = value === null ? undefined : view.values[value]?.kpi;
    return kpi === undefined ? {} : { kpi };
  };
  return tableBlock(
    {
      title,
      columns,
      rows: body.map((row, i) => ({
        kind: isTotal(lines[i] ?? 0) ? 'total' : table.row(lines[i] ?? 0).parent ? 'group' : 'row',
        cells: columns.map((column, j) => {
          const cell = row[j] ?? null;
          if (cell?.is === 'text') return wordCell(cell.text);
          return column.written === null ? wordCell('') : numberCell(numberOf(cell), column, words);
        }),
      })),
      notes: [
        lines.length < rowCount
          ? say('report:numbers.tiles.cut', {
              shown: formatNumber(lines.length, format.locale),
              all: formatNumber(rowCount, format.locale),
            })
          : null,
        columns.length < sheet.columnCount ? say('report:numbers.tiles.cutColumns') : null,
      ],
      opens: {
        of: 'cells',
        questions: [{ ...view.question, period: answerHead(cells.plan).period.spec }],
        rows: lines.map((line) => {
          const { path, value } = table.row(line);
          return opensValue(value) ? { path: [...path], ...kpiOf(value) } : null;
        }),
        columns: columns.map((_, at) => {
          if (at < sheet.headerColumns) return null;
          const { path, value } = table.column(at - sheet.headerColumns);
          return opensValue(value) ? { question: 0, path: [...path], part: 'value' as const, ...kpiOf(value) } : null;
        }),
      },
    },
    words,
  );
}

const numberOf = (cell: SheetCell | undefined): number | null => (cell?.is === 'number' ? cell.value : null);

/** Of a table whose values lie below each other: of the first number of the column. */
function unitIn(rows: readonly (readonly SheetCell[])[], column: number) {
  const found = rows.map((row) => row[column]).find((cell) => cell?.is === 'number');
  return found?.is === 'number' ? found.unit : 'count';
}

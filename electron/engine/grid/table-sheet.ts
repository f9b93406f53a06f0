import type { GridLine, GridView } from '#shared/grid.ts';
import { memberLabel, shownUnit, valueName, type GridWords } from '#shared/grid-words.ts';
import type { AnswerKpi, DimensionRef } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import type { GridTable } from './grid.ts';

export type SheetCell =
  | { readonly is: 'text'; readonly text: string; readonly bold: boolean }
  | { readonly is: 'number'; readonly value: number; readonly unit: Unit; readonly bold: boolean }
  | null;

/** A table as rows of cells, header rows and header columns first; rows are made as they are asked for. */
export interface TableSheet {
  readonly headerRows: number;
  readonly headerColumns: number;
  readonly rowCount: number;
  readonly columnCount: number;
  row(at: number): readonly SheetCell[];
}

/**
 * A view's table as a sheet that reads as the screen does and is read back as a table: a column for every dimension of the rows, a
 * row for every one of the columns, names said on every line. A subtotal has the word for total in the place of its members.
 * Example: region by quarter has the header 'Region, kv 1 2026, Totalt' and lines such as 'Syd, 40, 100'.
 */
export function tableSheet(
  table: GridTable,
  { question, values, valuesOn }: Pick<GridView, 'question' | 'values' | 'valuesOn'>,
  kpis: readonly AnswerKpi[],
  words: GridWords & { readonly dimension: (key: string) => string },
): TableSheet {
  const { rows, columns } = question;
  const columnLines = Array.from({ length: table.columnCount }, (_, at) => table.column(at));
  const names = values.map((value) => valueName(value, question, words));
  const units = values.map(({ kpi, show }) => shownUnit(show, kpis.find(({ ref }) => ref === kpi)?.unit ?? 'count'));
  // One value says its name above, where nothing else does.
  const namesAbove = valuesOn === 'columns' && (values.length > 1 || columns.length === 0);
  const namesBeside = valuesOn === 'rows' && (values.length > 1 || rows.length === 0);
  const headerRows = columns.length + (namesAbove || columns.length === 0 ? 1 : 0);
  const headerColumns = Math.max(1, rows.length + (namesBeside ? 1 : 0));

  const labelsOf = (line: GridLine, dimensions: readonly DimensionRef[]): readonly string[] =>
    dimensions.map((dimension, depth) => {
      if (depth < line.path.length) return memberLabel(line.path[depth] ?? null, dimension, words);
      return depth === line.path.length && (!line.folded || depth === 0) ? words.say('grid:total') : '';
    });
  const isTotal = (line: GridLine, dimensions: readonly DimensionRef[]): boolean =>
    dimensions.length > 0 && (line.path.length === 0 || (line.parent && !line.folded));
  const across = columnLines.map((line) => ({
    labels: labelsOf(line, columns),
    bold: isTotal(line, columns),
    value: line.value,
  }));
  const text = (content: string, bold: boolean): SheetCell =>
    content === '' ? null : { is: 'text', text: content, bold };
  const head = (at: number): readonly SheetCell[] => {
    const isLast = at === headerRows - 1;
    const beside = [
      ...rows.map(({ dimension }) => words.dimension(dimension)),
      ...(namesBeside ? [words.say('grid:values')] : []),
    ];
    const corner = Array.from({ length: headerColumns }, (_, i) => text(isLast ? (beside[i] ?? '') : '', true));
    return [
      ...corner,
      ...across.map(({ labels, value }) => {
        if (at < columns.length) return text(labels[at] ?? '', true);
        return text(namesAbove ? (names[value ?? 0] ?? '') : words.say('grid:values'), true);
      }),
    ];
  };
  return {
    headerRows,
    headerColumns,
    rowCount: headerRows + table.rowCount,
    columnCount: headerColumns + table.columnCount,
    row: (at) => {
      if (at < headerRows) return head(at);
      const line = table.row(at - headerRows);
      const bold = isTotal(line, rows);
      const labels = [
        ...(rows.length === 0 && !namesBeside ? [words.say('grid:total')] : labelsOf(line, rows)),
        ...(namesBeside ? [names[line.value ?? 0] ?? ''] : []),
      ];
      const numbers = table.numbers(at - headerRows);
      return [
        ...labels.map((label) => text(label, bold)),
        ...numbers.map((value, i): SheetCell => {
          if (value === null) return null;
          const unit = units[line.value ?? across[i]?.value ?? 0] ?? 'count';
          return { is: 'number', value, unit, bold: bold || across[i]?.bold === true };
        }),
      ];
    },
  };
}

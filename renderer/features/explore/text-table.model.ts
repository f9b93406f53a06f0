import type { GridLine } from '#shared/grid.ts';
import { cellText, emptyText, type ValueFormat } from './cell-text.model.ts';
import type { TextCell, TextTable } from './clipboard.model.ts';
import { isTotalLine } from './lines.model.ts';
import type { TableWords } from './use-table-look.ts';
import type { WholeTable } from './whole-table.ts';

/** The table as it stands on screen, as texts: names in a column a dimension, the head a row a dimension and one of values. */
export function textTable(
  { rows, columns, cells }: WholeTable,
  formats: readonly (ValueFormat | null)[],
  words: Pick<TableWords, 'rowName' | 'head' | 'valueNames'>,
  layout: { readonly rows: number; readonly valuesBelow: boolean },
): TextTable {
  const { head } = words;
  const { valuesBelow } = layout;
  const names = Math.max(1, layout.rows) + (valuesBelow ? 1 : 0);
  const blank = Array.from({ length: names }, () => '');
  const corner = [...head.corner, ...blank].slice(0, names);
  const depths = Array.from({ length: head.depth }, (_, depth) => depth);
  const groupRows = depths.map((depth) => columns.map((line) => columnText(line, depth)));
  const valueRow = columns.map(({ value }) => words.valueNames[value ?? 0] ?? '');
  const headRows = head.withValues ? [...groupRows, valueRow] : groupRows;
  return {
    head: headRows.map((row, index) => [...(index === headRows.length - 1 ? corner : blank), ...row]),
    body: rows.map((line, down) => {
      const strong = isTotalLine(line);
      const named = nameCells(line).map((text): TextCell => ({ text, header: true, strong }));
      return [
        ...named,
        ...columns.map((column, across): TextCell => {
          const cell = cells[down * columns.length + across];
          const format = formats[line.value ?? column.value ?? 0] ?? null;
          const text =
            cell === undefined || format === null
              ? ''
              : cell.value === null
                ? emptyText(cell.hasReason)
                : cellText(cell.value, format);
          return { text, header: false, strong };
        }),
      ];
    }),
  };

  function columnText({ path }: GridLine, depth: number): string {
    if (path.length === 0) return depth === 0 ? head.total : '';
    if (path.length > depth) return head.nameOf(path[depth] ?? null, depth);
    return path.length === depth ? head.subtotal : '';
  }

  function nameCells({ path, value }: GridLine): readonly string[] {
    const own = path.length === 0 ? [head.total] : path.map((name, depth) => words.rowName(name, depth));
    const filled = [...own, ...blank].slice(0, Math.max(1, layout.rows));
    return valuesBelow ? [...filled, words.valueNames[value ?? 0] ?? ''] : filled;
  }
}

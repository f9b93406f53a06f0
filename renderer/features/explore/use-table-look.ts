import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#shared/annotations.ts';
import type { GridLine } from '#shared/grid.ts';
import type { CellRef, DimensionRef } from '#shared/question.ts';
import type { ExploreValue } from '../../state/explore-slice.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { isAbout, namesOf } from '#shared/tiles/remarks.ts';
import { unitOf } from './cell-text.model.ts';
import { cellRemarks } from './cell-words.model.ts';
import { useExploring } from './explore-context.ts';
import { between, stretched } from './grid-geometry.model.ts';
import { headRowsOf, type HeadCell } from './lines.model.ts';
import type { HeadWords } from './pivot-head.tsx';
import type { RowShared } from './pivot-row.tsx';
import { scalesOf, type Scale } from './shade.model.ts';
import type { GridData } from './use-grid.ts';
import { nameWidth, valueWidths } from './widths.model.ts';
import { headNames, pathName, refName, valueName, viewTitle } from './words.model.ts';

export interface TableWords {
  readonly title: string;
  readonly head: HeadWords;
  readonly headRows: number;
  readonly values: readonly ExploreValue[];
  readonly kpis: readonly string[];
  readonly valueNames: readonly string[];
  readonly remarksOnRow: (path: HeadCell['path']) => readonly Annotation[];
  readonly remarksOnColumn: (path: HeadCell['path']) => readonly Annotation[];
  readonly rowName: (name: string | null, depth: number) => string;
  readonly lineName: (line: Pick<GridLine, 'path'>) => string;
  readonly headName: (cell: HeadCell) => string;
  readonly cellName: (cell: CellRef) => string;
  readonly kpisOf: (cell: HeadCell, line: GridLine | undefined) => readonly string[];
  readonly sortOf: (column: number) => 'descending' | 'ascending' | null;
  readonly isColumnOpen: (column: number) => boolean;
  readonly isRowOpen: (row: number) => boolean;
}

/** Everything the table says, for the numbers that are shown. */
export function useTableWords(table: GridData | null): TableWords {
  const { t } = useTranslation();
  const { view, words, formats } = useExploring();
  const { fiscalYearStart } = useWorkspace().settings;
  const remarks = useSaved('annotation').items ?? NO_REMARKS;
  const period = table?.head.period ?? null;
  return useMemo(() => {
    const scope =
      period === null ? null : { kpis: new Set(view.values.map(({ kpi }) => kpi)), period, filters: view.filters };
    const remarksOn =
      (refs: readonly DimensionRef[]) =>
      (path: HeadCell['path']): readonly Annotation[] => {
        if (remarks.length === 0 || scope === null) return NO_REMARKS;
        return remarks.filter((remark) => isAbout(remark, namesOf(refs, path, fiscalYearStart), scope));
      };
    const valueNames = view.values.map((value, index) => {
      const format = formats[index];
      const unit = format == null ? '' : unitOf(format);
      const name = valueName(value, words);
      return unit === '' ? name : t('charts:withUnit', { name, unit });
    });
    const rowName = (name: string | null, depth: number): string => pathName(name, view.rows[depth], words);
    const columnName = (name: string | null, depth: number): string => pathName(name, view.columns[depth], words);
    const total = t('charts:total');
    const pathNames = (path: readonly (string | null)[], nameOf: typeof rowName): string =>
      path.length === 0 ? total : path.map(nameOf).join(', ');
    const { groups: depth, withValues, heads } = headRowsOf(view);
    const kpis = [...new Set(view.values.map(({ kpi }) => kpi))];
    const [order] = view.rows.map((ref) => ref.order);
    const isMarked = (row: number, column: number): boolean =>
      table?.cell(row, column)?.marks.includes('open-period') === true;
    return {
      title: viewTitle(view, words),
      head: {
        corner: view.rows.map((ref) => refName(ref, words)),
        nameOf: columnName,
        valueNames: headNames(view.values, words),
        total,
        subtotal: t('explore:subtotal'),
        open: t('kpis:marks.open-period'),
        unfold: t('explore:menu.unfold'),
        fold: t('explore:menu.fold'),
        withValues,
        depth,
      },
      headRows: heads,
      values: view.values,
      kpis,
      valueNames,
      remarksOnRow: remarksOn(view.rows),
      remarksOnColumn: remarksOn(view.columns),
      rowName,
      lineName: ({ path }) => pathNames(path, rowName),
      headName: ({ path }) => pathNames(path, columnName),
      cellName: ({ row, column, kpi }) =>
        [
          ...(view.rows.length > 0 ? [pathNames(row ?? [], rowName)] : []),
          ...(view.columns.length > 0 ? [pathNames(column ?? [], columnName)] : []),
          words.kpi(kpi),
        ].join(' · '),
      kpisOf: (_, line) => {
        const kpi = line?.value == null ? undefined : view.values[line.value]?.kpi;
        return kpi === undefined ? kpis : [kpi];
      },
      sortOf: (column) => {
        const line = table?.column(column);
        if (order?.by === undefined || line === undefined) return null;
        const isAt = JSON.stringify(order.at ?? []) === JSON.stringify(line.path);
        const value = view.values[line.value ?? 0];
        const isPlain = view.values.findIndex(({ kpi }) => kpi === order.by) === (line.value ?? 0);
        return isAt && value?.kpi === order.by && isPlain
          ? order.descending === true
            ? 'descending'
            : 'ascending'
          : null;
      },
      isColumnOpen: (column) => view.columns[0]?.dimension === 'date' && isMarked(0, column),
      isRowOpen: (row) => view.rows[0]?.dimension === 'date' && isMarked(row, 0),
    };
  }, [t, view, words, formats, table, period, remarks, fiscalYearStart]);
}

const NO_REMARKS: readonly never[] = [];
const NO_SCALES: ReadonlyMap<string, Scale> = new Map();
const MOST_WIDE = 170;
/** The corner's letters are smaller, and no fold stands before them: so many more fit. */
const CORNER = 5;

/** Widths, tints and names of a table in so much room. */
export function useTableLook(table: GridData, words: TableWords, room: number) {
  const { t } = useTranslation();
  const { view, formats } = useExploring();
  const { head } = table;
  const above = view.subtotals === 'above' || view.rows.length < 2;
  const names = useMemo(() => {
    const dims = Math.max(1, view.rows.length);
    const own = head.rows.map(({ path, value }) => ({
      text: `${path.length === 0 ? words.head.total : words.rowName(path.at(-1) ?? null, path.length - 1)}${value === null ? '' : ` ${words.valueNames[value] ?? ''}`}`,
      depth: Math.max(0, path.length - 1),
    }));
    if (above || dims === 1)
      return [nameWidth([...own, { text: words.head.corner.join(' / ').slice(0, -CORNER), depth: 0 }], room)];
    return Array.from({ length: dims }, (_, depth) => {
      const here = own.filter((each) => each.depth === depth).map(({ text }) => ({ text, depth: 0 }));
      return Math.min(nameWidth([...here, { text: words.head.corner[depth] ?? '', depth: 0 }], room), 200);
    });
  }, [head, above, view.rows.length, words, room]);
  const namesWidth = names.reduce((sum, width) => sum + width, 0);
  const columns = useMemo(() => {
    const noTotals = formats.map(() => null);
    const { columnCount: count } = table;
    const within = room - namesWidth;
    const widths = (forNames: boolean): readonly number[] => {
      const own = valueWidths(head, formats, noTotals, words.head.valueNames, forNames);
      return view.valuesOn === 'columns' && own.length > 0 ? own : [Math.max(...own, 72)];
    };
    const [wide, narrow] = [widths(true), widths(false)];
    const each = between(narrow, wide, within, count);
    return { count, each: stretched(each, count, within, MOST_WIDE) };
  }, [head, table, formats, words, view.valuesOn, room, namesWidth]);
  const scales = useMemo(
    () =>
      view.values.some(({ look }) => look !== 'plain')
        ? scalesOf(table.pages, { rows: view.rows.length, columns: view.columns.length })
        : NO_SCALES,
    [table, view.values, view.rows.length, view.columns.length],
  );
  const shared = useMemo(
    (): RowShared => ({
      table,
      columns,
      nameWidths: names,
      formats,
      looks: view.values,
      scales,
      above,
      folds: view.rows.length > 1,
      totalRows: view.rows.length > 0,
      totalColumns: view.columns.length > 0,
      nameOf: words.rowName,
      valueNames: words.valueNames,
      totalName: words.head.total,
      subtotalName: (name) => t('explore:totalOf', { name }),
      openName: words.head.open,
      remarksOn: words.remarksOnRow,
      remarks: (cell) => cellRemarks(cell, t).join(' '),
    }),
    [table, columns, names, formats, view.values, view.rows.length, view.columns.length, scales, above, words, t],
  );
  return { shared, columns, names: namesWidth };
}

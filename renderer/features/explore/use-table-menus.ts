import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellRef } from '#shared/question.ts';
import type { GridPlace } from '../../ui/grid-keys.model.ts';
import type { MenuAt, PlaceMenu } from '../../ui/place-menu.tsx';
import { useExploring } from './explore-context.ts';
import type { HeadCell } from './lines.model.ts';
import type { GridData } from './use-grid.ts';
import { useLineActions } from './use-line-actions.ts';
import type { TableWords } from './use-table-look.ts';

interface OpenMenu {
  readonly at: MenuAt;
  readonly name: string;
  readonly groups: Parameters<typeof PlaceMenu>[0]['groups'];
}

/** The menus of the table: of a cell, of the header of a row, of the head of columns. */
export function useTableMenus(table: GridData, words: TableWords) {
  const { t } = useTranslation();
  const { view } = useExploring();
  const actions = useLineActions();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const refOf = (place: GridPlace): CellRef | null => {
    const [row, column] = [table.row(place.row), table.column(place.column)];
    const value = words.values[row?.value ?? column?.value ?? 0];
    return row === undefined || column === undefined || value === undefined
      ? null
      : { kpi: value.kpi, row: row.path, column: column.path };
  };
  const openAt = (place: GridPlace, at: MenuAt): void => {
    const row = table.row(place.row);
    if (place.column < 0) {
      if (row === undefined) return;
      const fold = row.parent
        ? [
            {
              label: t(row.folded ? 'explore:menu.unfold' : 'explore:menu.fold'),
              onSelect: () => actions.onFold('rows', row.path, !row.folded),
            },
          ]
        : [];
      const sort = view.columns.length === 0 ? [] : words.kpis.map((kpi) => actions.sortBy('columns', kpi, row.path));
      setMenu({ at, name: words.lineName(row), groups: [fold, ...actions.onMember('rows', row.path), sort] });
      return;
    }
    const cell = refOf(place);
    if (cell !== null) setMenu({ at, name: words.cellName(cell), groups: actions.onCell(cell) });
  };
  const openHead = (cell: HeadCell, at: MenuAt): void => {
    const line = table.column(cell.from);
    const kpis = words.kpisOf(cell, line);
    const sort = view.rows.length === 0 ? [] : kpis.map((kpi) => actions.sortBy('rows', kpi, cell.path));
    const fold =
      cell.parent && cell.path.length > 0 && cell.path.length < view.columns.length
        ? [
            {
              label: t(cell.folded ? 'explore:menu.unfold' : 'explore:menu.fold'),
              onSelect: () => actions.onFold('columns', cell.path, !cell.folded),
            },
          ]
        : [];
    setMenu({ at, name: words.headName(cell), groups: [sort, fold, ...actions.onMember('columns', cell.path)] });
  };
  return { menu, close: () => setMenu(null), openAt, openHead, refOf, actions };
}

import { useTranslation } from 'react-i18next';
import { useHost } from '../../transport/host-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { useExploring } from './explore-context.ts';
import { gridViewOf } from './grid-view.model.ts';

const SUBTOTALS = ['above', 'below', 'none'] as const;
const MOST_FOLDS = 2000;

/** What goes for the whole table: totals, subtotals, folds, where values stand. */
export function TableMenu() {
  const { t } = useTranslation();
  const host = useHost();
  const { view, edit } = useExploring();
  const foldAll = async (): Promise<void> => {
    const outer = gridViewOf({
      ...view,
      rows: view.rows.slice(0, 1),
      columns: [],
      foldedRows: [],
      foldedColumns: [],
      totals: { row: false, column: false },
    });
    if (outer === null) return;
    const found = await host.call('question.grid', {
      view: outer,
      window: { rows: { from: 0, count: MOST_FOLDS }, columns: { from: 0, count: 1 } },
    });
    if (found.ok) edit((now) => ({ ...now, foldedRows: found.value.rows.map(({ path }) => path) }));
  };
  const totals = (['row', 'column'] as const).map((axis): MenuAction => ({
    label: t(`explore:tableMenu.total.${axis}`),
    checked: view.totals[axis],
    onSelect: () => edit((now) => ({ ...now, totals: { ...now.totals, [axis]: !now.totals[axis] } })),
  }));
  const subtotals = SUBTOTALS.map((each): MenuAction => ({
    label: t(`explore:tableMenu.subtotals.${each}`),
    checked: view.subtotals === each,
    onSelect: () => edit((now) => ({ ...now, subtotals: each })),
  }));
  const values = (['columns', 'rows'] as const).map((each): MenuAction => ({
    label: t(`explore:panel.valuesOnAs.${each}`),
    checked: view.valuesOn === each,
    onSelect: () => edit((now) => ({ ...now, valuesOn: each })),
  }));
  const folds: readonly MenuAction[] = [
    { label: t('explore:tableMenu.foldAll'), onSelect: () => void foldAll() },
    {
      label: t('explore:tableMenu.unfoldAll'),
      disabled: view.foldedRows.length + view.foldedColumns.length === 0,
      onSelect: () => edit((now) => ({ ...now, foldedRows: [], foldedColumns: [] })),
    },
  ];
  return (
    <Menu
      align="end"
      trigger={<IconButton icon="settings" label={t('explore:tableMenu.label')} />}
      groups={[
        view.rows.length > 1 ? folds : [],
        totals,
        view.rows.length > 1 || view.columns.length > 1 ? subtotals : [],
        view.values.length > 1 ? values : [],
      ]}
    />
  );
}

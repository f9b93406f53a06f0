import type { Handlers } from '../dispatcher.ts';
import { exportRows, type ExportDesk } from '../export-rows.ts';
import { rowsPage } from '../rows-page.ts';

type Group = Pick<Handlers, 'data.rows' | 'data.values' | 'data.export'>;

export function storedRowHandlers(desk: ExportDesk): Group {
  const { workspace } = desk;
  return {
    'data.rows': ({ offset, limit, ...selection }) => {
      const { kind } = selection;
      const found = { kind, positions: workspace.rowFinder.positions(selection) };
      const page = rowsPage(workspace.store, workspace.queries.columns, found, { offset, limit });
      return { kinds: [{ kind, total: page.total }], ...page };
    },
    'data.values': ({ kind, field, search, limit }) => {
      const values = workspace.rowFinder.values(kind, field, search);
      return { total: values.length, values: values.slice(0, limit) };
    },
    'data.export': (input, task) => exportRows(input, desk, task),
  };
}

import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { rowsPage } from '../rows-page.ts';

type Group = Pick<Handlers, 'data.rows' | 'data.values'>;

export function storedRowHandlers(workspace: OpenWorkspace): Group {
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
  };
}

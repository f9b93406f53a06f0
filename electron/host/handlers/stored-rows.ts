import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { rowsPage } from '../rows-page.ts';

type Group = Pick<Handlers, 'data.rows' | 'data.values'>;

export function storedRowHandlers(workspace: OpenWorkspace): Group {
  return {
    'data.rows': ({ offset, limit, ...selection }) =>
      rowsPage(workspace.store, selection.kind, workspace.rowFinder.positions(selection), { offset, limit }),
    'data.values': ({ kind, field, search, limit }) => {
      const values = workspace.rowFinder.values(kind, field, search);
      return { total: values.length, values: values.slice(0, limit) };
    },
  };
}

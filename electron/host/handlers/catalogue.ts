import { unmatchedNames } from '#columns/lists/unmatched-names.ts';
import { dimensions, members } from '#engine/catalogue/dimensions.ts';
import { kpiStatuses } from '#engine/catalogue/kpi-status.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'catalogue.kpis' | 'catalogue.dimensions' | 'catalogue.members' | 'list.unmatched'>;

const MOST_NAMES = 200;

export function catalogueHandlers(workspace: OpenWorkspace): Group {
  return {
    'catalogue.kpis': () => {
      const { queries, settings } = workspace.questionContext();
      return [...kpiStatuses((kind, field) => queries.has(kind, field), settings)];
    },
    'catalogue.dimensions': () => dimensions(workspace.questionContext().queries),
    'catalogue.members': ({ dimension, search, limit }) =>
      members(workspace.questionContext().queries, dimension, search, limit),
    'list.unmatched': () =>
      unmatchedNames(workspace.store.columns()).map(({ list, dimension, names }) => ({
        list,
        dimension,
        total: names.length,
        rows: names.reduce((sum, { rows }) => sum + rows, 0),
        names: names.slice(0, MOST_NAMES),
      })),
  };
}

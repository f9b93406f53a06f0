import { dimensions, members } from '#engine/catalogue/dimensions.ts';
import { kpiStatuses } from '#engine/catalogue/kpi-status.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'catalogue.kpis' | 'catalogue.dimensions' | 'catalogue.members'>;

export function catalogueHandlers(workspace: OpenWorkspace): Group {
  return {
    'catalogue.kpis': () => {
      const { queries, settings } = workspace.questionContext();
      return [...kpiStatuses((kind, field) => queries.has(kind, field), settings)];
    },
    'catalogue.dimensions': () => dimensions(workspace.questionContext().queries),
    'catalogue.members': ({ dimension, search, limit }) =>
      members(workspace.questionContext().queries, dimension, search, limit),
  };
}

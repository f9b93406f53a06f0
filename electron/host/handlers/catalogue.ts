import { unmatchedNames, type UnmatchedName } from '#columns/lists/unmatched-names.ts';
import { dimensions, members } from '#engine/catalogue/dimensions.ts';
import { readableKpis } from '#engine/catalogue/own-kpis.ts';
import { kpiLibrary } from '#engine/catalogue/kpi-library.ts';
import { isAvailableIn } from '#engine/question/measure-needs.ts';
import type { WorkspaceNames } from '#engine/names/workspace-names.ts';
import type { Output } from '#shared/contract.ts';
import { comparedNames } from '../compared-names.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import type { Task } from '../tasks.ts';

type Group = Pick<
  Handlers,
  'catalogue.kpis' | 'catalogue.lapse' | 'catalogue.dimensions' | 'catalogue.members' | 'list.unmatched'
>;

const MOST_NAMES = 200;

type Named = Output<'list.unmatched'>[number]['names'];

/** Beside each name the one of the list that it may be. */
function withNear(shown: WorkspaceNames, dimension: string, names: readonly UnmatchedName[]): Named {
  const suggestions = names.length === 0 ? [] : (shown.suggestions(dimension) ?? []);
  const near = new Map(suggestions.flatMap(({ from, into }) => (into.listed ? [[from.name, into.name]] : [])));
  return names.map(({ name, rows }) => ({ name, rows, near: near.get(name) ?? null }));
}

export function catalogueHandlers(workspace: OpenWorkspace): Group {
  return {
    'catalogue.kpis': () => {
      const { queries, settings, definitions } = workspace.questionContext();
      return [...kpiLibrary(queries.has, settings, definitions, isAvailableIn(queries))];
    },
    'catalogue.lapse': () => workspace.questionContext().queries.lapse(),
    'catalogue.dimensions': () => {
      const { queries, settings, definitions } = workspace.questionContext();
      return dimensions(queries, settings, readableKpis(definitions, settings.variants));
    },
    'catalogue.members': ({ dimension, search, limit }) =>
      members(workspace.questionContext().queries, dimension, search, limit),
    'list.unmatched': (_, task) => unmatched(workspace, task),
  };
}

async function unmatched(workspace: OpenWorkspace, task: Task): Promise<Output<'list.unmatched'>> {
  const columns = workspace.store.columns();
  const lists = unmatchedNames(columns);
  const needed = lists.flatMap(({ dimension, names }) => (names.length === 0 ? [] : [dimension]));
  const shown = await comparedNames(workspace, needed, task);
  if (workspace.store.columns().revision !== columns.revision) return unmatched(workspace, task);
  return lists.map(({ list, dimension, names }) => ({
    list,
    dimension,
    total: names.length,
    rows: names.reduce((sum, { rows }) => sum + rows, 0),
    names: withNear(shown, dimension, names.slice(0, MOST_NAMES)),
  }));
}

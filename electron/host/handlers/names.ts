import type { WorkspaceNames } from '#engine/names/workspace-names.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';
import { comparedNames } from '../compared-names.ts';
import type { Handlers } from '../dispatcher.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<
  Handlers,
  | 'names.dimensions'
  | 'names.list'
  | 'names.suggestions'
  | 'names.decisions'
  | 'names.merge'
  | 'names.undoMerge'
  | 'names.keepApart'
>;

export function nameHandlers(workspace: OpenWorkspace): Group {
  const names = (): WorkspaceNames => workspace.shownNames();
  return {
    'names.dimensions': async (_, task) => [...(await comparedNames(workspace, null, task)).dimensions()],
    'names.list': ({ dimension, search, offset, limit }) => {
      const found = names().list(dimension, search);
      return { total: found.length, names: found.slice(offset, offset + limit) };
    },
    'names.suggestions': async ({ dimension, limit }, task) => {
      const suggestions = (await comparedNames(workspace, [dimension], task)).suggestions(dimension) ?? [];
      return { total: suggestions.length, suggestions: suggestions.slice(0, limit) };
    },
    'names.decisions': ({ dimension }) => {
      names().assertDimension(dimension);
      return decisions(workspace.store, dimension);
    },
    'names.merge': ({ dimension, names: merged, into }) => {
      names().assertDimension(dimension);
      return { id: workspace.store.names.merge({ dimension, names: merged, into }).id };
    },
    'names.undoMerge': ({ id }) => {
      workspace.store.names.undoMerge(id);
      return null;
    },
    'names.keepApart': ({ dimension, names: pair, apart }) => {
      names().assertDimension(dimension);
      workspace.store.names.keepApart({ dimension, names: pair }, apart);
      return null;
    },
  };
}

function decisions({ names }: WorkspaceStore, dimension: string): ReturnType<Group['names.decisions']> {
  const merges = names.merges().filter((merge) => merge.dimension === dimension);
  const rows = merges.length === 0 ? null : names.rowsByWrittenName(dimension);
  return {
    merges: merges
      .map(({ id, into, names: merged }) => ({
        id,
        into,
        names: merged.map((name) => ({ name, rows: rows?.get(name) ?? 0 })),
      }))
      .toReversed(),
    apart: names
      .keptApart()
      .filter((pair) => pair.dimension === dimension)
      .map(({ names: [a, b] }): [string, string] => [a, b]),
  };
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Annotation } from '#shared/annotations.ts';
import type { Dashboard } from '#shared/dashboards.ts';
import type { Result } from '#shared/errors.ts';
import type { SavedForecast } from '#shared/forecast.ts';
import type { Silence } from '#shared/insights.ts';
import type { SavedView } from '#shared/saved-views.ts';
import { useHost } from './host-context.tsx';
import { valueOf } from './host-failure.ts';
import { removeInTurn, saveInTurn } from './in-turn.ts';
import { useWorkspaceQuery } from './use-workspace.ts';

interface SavedThings {
  readonly dashboard: Dashboard;
  readonly view: SavedView;
  readonly annotation: Annotation;
  readonly forecast: SavedForecast;
  readonly silence: Silence;
}
export type SavedKind = keyof SavedThings;

const NONE: readonly never[] = [];

/**
 * What is saved beside the data, of one kind. No number changes by it, so the workspace's revision does not either: a change shows at
 * once and the host's answer follows; when it fails, what is stored is read again and the failure comes back.
 */
export function useSaved<K extends SavedKind>(kind: K) {
  type Item = SavedThings[K];
  const host = useHost();
  const client = useQueryClient();
  const id = useWorkspaceQuery().data?.id ?? null;
  const key = ['saved', kind, id] as const;
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => valueOf(await host.call(`${kind}.list` as 'view.list', {})) as unknown as readonly Item[],
    staleTime: Infinity,
    enabled: id !== null,
  });
  const change = async (next: (items: readonly Item[]) => readonly Item[], sent: () => Promise<Result<unknown>>) => {
    // What is stored already is not known to be nothing before it has been read.
    const known = client.setQueryData<readonly Item[]>(key, (items) => (items === undefined ? undefined : next(items)));
    const result = await sent();
    if (!result.ok || known === undefined) await client.invalidateQueries({ queryKey: key });
    return valueOf(result);
  };
  return {
    /** Undefined until known. */
    items: data,
    /** As it stands when it is called, for what is done long after it was drawn: the undo of a message. */
    current: (): readonly Item[] => client.getQueryData<readonly Item[]>(key) ?? NONE,
    error,
    refetch,
    /** Adds it, or puts it in the place of the one with its id. */
    save: (item: Item): Promise<unknown> =>
      change(
        (items) => [...items.filter((each) => each.id !== item.id), item],
        () =>
          saveInTurn(id, `${kind} ${item.id}`, () =>
            host.call(`${kind}.save` as 'view.save', item as unknown as SavedView),
          ),
      ),
    remove: (removed: string): Promise<unknown> =>
      change(
        (items) => items.filter((each) => each.id !== removed),
        () =>
          removeInTurn(id, `${kind} ${removed}`, () => host.call(`${kind}.remove` as 'view.remove', { id: removed })),
      ),
  };
}

import { useAppStore } from '../../state/app-store.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { edited, NO_HISTORY } from '../explore/history.model.ts';

/** Goes to Explore with a view, where undo brings back what stood there. */
export function useOpenView(): (view: ExploreView) => void {
  const { id } = useWorkspace();
  return (view) => {
    const { explores, exploreHistories, explore, goTo } = useAppStore.getState();
    const [before, history] = [explores[id], exploreHistories[id] ?? NO_HISTORY];
    const next = before === undefined ? { view, history } : edited({ view: before, history }, view);
    explore(id, next.view, next.history);
    goTo('explore');
  };
}

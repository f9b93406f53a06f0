import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/dashboards.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';
import { freeName } from './tiles.model.ts';
import { useSharing } from './use-sharing.ts';
import { useDashboardChanges, type ListedDashboard } from './use-dashboards.ts';

/** What can be done with dashboards, from their menu and from the command palette. */
export function useDashboardActions(list: readonly ListedDashboard[]) {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const changes = useDashboardChanges();
  const { showDashboard, setEditing, goTo } = useAppStore.getState();
  const add = (added: Dashboard): void => {
    const names = list.map(({ dashboard }) => dashboard.name);
    const order = Math.max(0, ...list.map(({ dashboard }) => dashboard.order)) + 1;
    changes.put({ ...added, name: freeName(added.name, names), order });
    showDashboard(id, added.id);
    goTo('overview');
  };
  const { share, open } = useSharing(add);
  return {
    open,
    share: (dashboard: Dashboard) => share({ what: 'dashboard', dashboard }),
    create: () => {
      add({ id: crypto.randomUUID(), name: t('dashboards:newName'), order: 0, tiles: [] });
      setEditing(true);
    },
    duplicate: (dashboard: Dashboard) => add({ ...dashboard, id: crypto.randomUUID() }),
    /** Of a ready-made one what was changed in it. */
    remove: ({ dashboard, ready }: ListedDashboard) => {
      changes.remove(dashboard.id);
      showToast({
        title: t(ready === null ? 'dashboards:removed' : 'dashboards:wasReset', { name: dashboard.name }),
        action: {
          label: t('dashboards:undo'),
          onClick: () => {
            changes.undo();
            showDashboard(id, dashboard.id);
          },
        },
      });
    },
  };
}

import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useDashboardList } from './use-dashboards.ts';
import './dashboard-links.css';

/** The dashboards with something to show, for the sidebar. */
export function DashboardLinks() {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const { list } = useDashboardList();
  const route = useAppStore((state) => state.route);
  const wanted = useAppStore((state) => state.shownDashboards[id]);
  const { showDashboard, goTo } = useAppStore.getState();
  const shown = list?.find(({ dashboard }) => dashboard.id === wanted) ?? list?.[0];
  const listed = (list ?? []).filter((each) => each.stored || each.dashboard.tiles.length > 0 || each === shown);
  if (listed.length < 2) return null;
  return (
    <nav className="dashboard-links" aria-label={t('dashboards:list')}>
      <h2>{t('dashboards:list')}</h2>
      <ul>
        {listed.map(({ dashboard }) => (
          <li key={dashboard.id}>
            <button
              type="button"
              title={dashboard.name}
              aria-current={route === 'overview' && dashboard.id === shown?.dashboard.id ? 'page' : undefined}
              onClick={() => {
                showDashboard(id, dashboard.id);
                goTo('overview');
              }}
            >
              {dashboard.name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

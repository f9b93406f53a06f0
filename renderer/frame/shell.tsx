import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DashboardLinks } from '../features/dashboards/dashboard-links.tsx';
import { DashboardsScreen } from '../features/dashboards/dashboards-screen.tsx';
import { DataScreen } from '../features/data/data-screen.tsx';
import { GoalFormHost } from '../features/goals/goal-form-host.tsx';
import { DropToImport } from '../features/import/drop-to-import.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { KpisScreen } from '../features/kpis/kpis-screen.tsx';
import { PaletteButton } from '../features/palette/palette-button.tsx';
import { PaletteHost } from '../features/palette/palette-host.tsx';
import { PassportPanel } from '../features/passport/passport-panel.tsx';
import { StartScreen } from '../features/start/start-screen.tsx';
import { failureSentence } from '../i18n/failure-sentence.ts';
import { useAppStore } from '../state/app-store.ts';
import type { Screen } from '../state/route.model.ts';
import { failureOf } from '../transport/host-failure.ts';
import { useWorkspaceQuery } from '../transport/use-workspace.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { laterRoom } from './later-room.tsx';
import { Sidebar } from './sidebar.tsx';

// The large rooms that nobody starts in come when they are entered, or once nothing else is to be done.
const LATER = {
  explore: laterRoom('explore', async () => (await import('../features/explore/explore-screen.tsx')).ExploreScreen),
  goals: laterRoom('goals', async () => (await import('../features/goals/goals-screen.tsx')).GoalsScreen),
  forecast: laterRoom(
    'forecast',
    async () => (await import('../features/forecast/forecast-screen.tsx')).ForecastScreen,
  ),
  'customer-value': laterRoom(
    'customer-value',
    async () => (await import('../features/customer-value/customer-value-screen.tsx')).CustomerValueScreen,
  ),
  reports: laterRoom('reports', async () => (await import('../features/reports/reports-screen.tsx')).ReportsScreen),
  entry: laterRoom('data', async () => (await import('../features/entry/entry-screen.tsx')).EntryScreen),
  names: laterRoom('data', async () => (await import('../features/names/names-screen.tsx')).NamesScreen),
  rows: laterRoom('data', async () => (await import('../features/rows/rows-screen.tsx')).RowsScreen),
  'kpi-settings': laterRoom(
    'kpis',
    async () => (await import('../features/kpis/kpi-settings-screen.tsx')).KpiSettingsScreen,
  ),
  'kpi-editor': laterRoom('kpis', async () => (await import('../features/formula/editor-screen.tsx')).EditorScreen),
};

const SCREEN_VIEWS: Readonly<Record<Screen, React.ComponentType>> = {
  overview: DashboardsScreen,
  explore: LATER.explore.View,
  forecast: LATER.forecast.View,
  kpis: KpisScreen,
  'kpi-settings': LATER['kpi-settings'].View,
  'kpi-editor': LATER['kpi-editor'].View,
  goals: LATER.goals.View,
  'customer-value': LATER['customer-value'].View,
  reports: LATER.reports.View,
  data: DataScreen,
  rows: LATER.rows.View,
  names: LATER.names.View,
  entry: LATER.entry.View,
  import: ImportScreen,
};

/** Whoever enters a room whose code could not be brought is told so there. */
async function bringRooms(): Promise<void> {
  for (const { bring } of Object.values(LATER)) await bring().catch(() => undefined);
}

/** The start screen without a workspace; with one, the sidebar and the screen of the address. */
export function Shell() {
  const { t } = useTranslation();
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  const route = useAppStore((state) => state.route);
  const meeting = useAppStore((state) => state.meeting && state.route === 'overview');
  const name = workspace?.name;
  useEffect(() => {
    document.title = name === undefined ? 'Nyckeltal' : `${name} – Nyckeltal`;
  }, [name]);
  const isOpen = workspace != null;
  useEffect(() => {
    if (!isOpen) return;
    const wait = requestIdleCallback(() => void bringRooms());
    return () => cancelIdleCallback(wait);
  }, [isOpen]);
  if (error !== null) {
    return (
      <main className="whole-page">
        <EmptyState
          icon="warning"
          title={failureSentence(t, failureOf(error))}
          actions={<Button onClick={() => void refetch()}>{t('frame:retry')}</Button>}
        />
      </main>
    );
  }
  if (workspace === undefined) return <p className="whole-page late muted">{t('frame:opening')}</p>;
  if (workspace === null) return <StartScreen />;
  const View = SCREEN_VIEWS[route];
  return (
    <div className={meeting ? 'frame frame-meeting' : 'frame'}>
      <a className="skip-link" href={`#/${route}`} onClick={focusMain}>
        {t('frame:skip')}
      </a>
      {!meeting && (
        <Sidebar workspace={workspace} route={route}>
          <PaletteButton />
          <DashboardLinks />
        </Sidebar>
      )}
      <main className="frame-main" id="main" tabIndex={-1}>
        <Suspense>
          <View key={workspace.id} />
        </Suspense>
      </main>
      <PassportPanel />
      <PaletteHost />
      <GoalFormHost />
      {route !== 'import' && <DropToImport />}
    </div>
  );
}

function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard, Tile } from '#shared/dashboards.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { MOST_CARDS } from '#shared/tiles/overview-plan.ts';
import { tileTitle } from '#shared/tiles/tile-title.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { RemarkDialog } from '../overview/remark-dialog.tsx';
import { RoomWaiting } from '../../frame/room-waiting.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { useChoices } from '../overview/use-overview.ts';
import { OfferedFiles } from '../watch/offered-files.tsx';
import { ImportButton } from '../import/import-button.tsx';
import { AddTileDialog } from './add-tile-dialog.tsx';
import { DashboardBar } from './dashboard-bar.tsx';
import { DashboardGrid } from './dashboard-grid.tsx';
import { MissingNote } from './missing-note.tsx';
import { OfferDialog } from './offer-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { withDuplicate, withoutTile, withText, withTile, withTiles, withTitle } from './tiles.model.ts';
import { useDashboardChanges, useDashboardList, type ListedDashboard } from './use-dashboards.ts';
import { useDashboardKeys } from './use-dashboard-keys.ts';
import { useTiles } from './use-tiles.ts';
import '../overview/overview.css';
import './dashboards.css';

const InsightsSection = lazy(async () => ({
  default: (await import('../insights/insights-section.tsx')).InsightsSection,
}));

/** Dashboards: ready-made ones and the user's own, with what applies to all of their tiles at the top. */
export function DashboardsScreen() {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const { list, error, retry, ...known } = useDashboardList();
  const wanted = useAppStore((state) => state.shownDashboards[id]);
  const shown = list?.find(({ dashboard }) => dashboard.id === wanted) ?? list?.[0] ?? null;
  if (error !== null) return <TileFailure error={error} retry={retry} />;
  if (list === null || shown === null) return <RoomWaiting title={t('frame:room.overview')} />;
  return <ShownDashboard key={shown.dashboard.id} shown={shown} list={list} {...known} />;
}

interface ShownDashboardProps extends Pick<ReturnType<typeof useDashboardList>, 'kpis' | 'dimensions' | 'atHand'> {
  readonly shown: ListedDashboard;
  readonly list: readonly ListedDashboard[];
}

const NO_REMARKS: readonly never[] = [];

function ShownDashboard({ shown, list, kpis, dimensions, atHand }: ShownDashboardProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [choices, choose] = useChoices();
  const { dashboard, ready } = shown;
  const { needs, waiting, error, retry } = useTiles(dashboard.tiles, choices, kpis, dimensions, atHand);
  const changes = useDashboardChanges();
  const remarks = useSaved('annotation').items ?? NO_REMARKS;
  const info = useHostQuery('app.info', {}).data;
  const { editing, meeting, setEditing, openDashboardDialog } = useAppStore();
  const close = (): void => openDashboardDialog(null);
  const open = useAppStore((state) => state.dashboardDialog);
  const offered = useAppStore((state) => state.offeredShare);
  const [named, setNamed] = useState<Tile | null>(null);
  useDashboardKeys(changes);
  const edit = (change: (before: Dashboard) => Dashboard): void => changes.put(change(changes.latest(shown)));
  const { answer, words } = needs;
  const hasRows = Object.values(workspace.rows).some((count) => count > 0);
  const revenue = answer === undefined ? undefined : totalOf(answer, 'revenue');
  const isEmptyPeriod = revenue?.value === null && revenue.reason?.code === 'no-data';
  const cards = dashboard.tiles.filter(({ show }) => show === 'kpi').length;
  const remove = (tile: Tile): void => {
    const name = tileTitle(tile, words);
    edit((before) => withoutTile(before, tile.id));
    showToast({
      title: t('dashboards:tileRemoved', { name }),
      action: { label: t('dashboards:undo'), onClick: changes.undo },
    });
  };
  return (
    <>
      <DashboardBar
        shown={shown}
        list={list}
        choices={choices}
        choose={choose}
        dimensions={dimensions}
        answer={needs.wholeAnswer ?? null}
        words={words}
        canPrint={info?.canPrint ?? true}
        usable={hasRows}
        changes={changes}
      />
      {!meeting && <OfferedFiles first />}
      {!hasRows && (
        <div className="overview-empty">
          <EmptyState
            icon="overview"
            title={t('overview:empty.title')}
            text={t('overview:empty.text')}
            actions={<ImportButton />}
          />
        </div>
      )}
      {hasRows && error !== null && <TileFailure error={error} retry={retry} />}
      {hasRows && error === null && isEmptyPeriod && !editing && (
        <div className="overview-empty">
          <EmptyState
            icon="calendar"
            title={t('overview:noData.title')}
            text={t(choices.filters.length > 0 ? 'overview:noData.filtered' : 'overview:noData.text')}
            actions={
              <Button look="primary" onClick={() => choose({ period: null, filters: [] })}>
                {t('overview:noData.latest')}
              </Button>
            }
          />
        </div>
      )}
      {hasRows && error === null && dashboard.tiles.length === 0 && (
        <div className="overview-empty">
          <EmptyState
            icon="overview"
            title={t(ready === null || shown.stored ? 'dashboards:empty.title' : 'dashboards:empty.none')}
            text={t(ready === null || shown.stored ? 'dashboards:empty.text' : 'dashboards:empty.noneText')}
            actions={
              <Button
                onClick={() => {
                  setEditing(true);
                  openDashboardDialog('add');
                }}
              >
                {t('dashboards:add')}
              </Button>
            }
          />
        </div>
      )}
      {hasRows && error === null && !(isEmptyPeriod && !editing) && (
        <>
          {editing && (
            <p id="tile-keys" className="dashboard-keys">
              {t('dashboards:tile.keys')}
            </p>
          )}
          <DashboardGrid
            dashboard={dashboard}
            needs={needs}
            remarks={remarks}
            editing={editing}
            busy={waiting}
            onTiles={(change) => {
              const before = changes.latest(shown);
              const tiles = change(before.tiles);
              const isOther = tiles.some((tile, index) => tile !== before.tiles[index]);
              if (isOther) changes.put(withTiles(before, tiles));
              return isOther;
            }}
            actions={{
              onRename: setNamed,
              onDuplicate: (tile) => edit((before) => withDuplicate(before, tile.id, crypto.randomUUID())),
              onRemove: remove,
            }}
          />
          {cards > MOST_CARDS && <p className="kpi-cards-many">{t('dashboards:many', { count: cards })}</p>}
          {ready !== null && !editing && needs.wholeAnswer !== undefined && (
            <Suspense>
              <InsightsSection choices={choices} waits={waiting} />
            </Suspense>
          )}
          {ready !== null && !meeting && <MissingNote missing={ready.missing} />}
        </>
      )}
      {open === 'add' && (
        <AddTileDialog
          dashboard={dashboard}
          kpis={kpis}
          dimensions={dimensions}
          words={words}
          onAdd={(content, title) => edit((before) => withTile(before, crypto.randomUUID(), content, title))}
          onClose={close}
        />
      )}
      <RemarkDialog day={needs.wholeAnswer?.period.through ?? null} dimensionOf={words.dimensionOf} />
      {offered !== null && <OfferDialog shared={offered} list={list} dimensionOf={words.dimensionOf} />}
      {open === 'rename' && (
        <NameDialog
          title={t('dashboards:rename')}
          value={dashboard.name}
          onSave={(name) => edit((before) => ({ ...before, name }))}
          onClose={close}
        />
      )}
      {named !== null && (
        <NameDialog
          title={t(named.show === 'text' ? 'dashboards:tile.editText' : 'dashboards:tile.rename')}
          value={named.show === 'text' ? named.text : (named.title ?? '')}
          multiline={named.show === 'text'}
          optional
          {...(named.show === 'text' ? {} : { hint: t('dashboards:tile.autoName') })}
          onSave={(value) =>
            edit((before) =>
              named.show === 'text'
                ? withText(before, named.id, value)
                : withTitle(before, named.id, value === '' ? null : value),
            )
          }
          onClose={() => setNamed(null)}
        />
      )}
    </>
  );
}

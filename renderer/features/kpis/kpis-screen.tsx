import { useTranslation } from 'react-i18next';
import { RoomTabs } from '../../frame/room-tabs.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { KPI_SHELVES } from '../../state/kpis-slice.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDraft } from '../formula/use-draft.ts';
import { TileFailure } from '../overview/tile.tsx';
import { CategoryCard } from './category-card.tsx';
import { KpiDetail } from './kpi-detail.tsx';
import { PeriodChip, usePeriod } from './period-chip.tsx';
import { useCards } from './use-cards.ts';
import { useLibrary } from './use-library.ts';
import './kpis.css';

/** Every KPI: what it comes to, how it is counted, and what the missing ones need. */
export function KpisScreen() {
  const { t } = useTranslation();
  const { entries, error, retry, parts, selected, view, change } = useLibrary();
  const { period } = usePeriod();
  const cards = useCards(entries ?? []);
  const { start, readonly, isWaiting } = useDraft();
  const select = (kpi: string): void => change({ selected: kpi });
  return (
    <>
      <ScreenHeader title={t('library:title')}>
        <RoomTabs room="kpis" />
        <PeriodChip />
        <Button look="primary" icon={isWaiting ? 'pen' : 'plus'} disabled={readonly} onClick={() => start(null)}>
          {t(isWaiting ? 'formula:resume' : 'library:new')}
        </Button>
      </ScreenHeader>
      {error !== null && <TileFailure error={error} retry={retry} />}
      <div className="kpis">
        <div className="kpis-list">
          <div className="kpis-tools">
            <SearchField
              label={t('library:search')}
              value={view.search}
              onChange={(search) => change({ search, selected: null })}
            />
            <Menu
              align="end"
              trigger={<Chip label={t('library:shelf.label')} value={t(`library:shelf.${view.shelf}`)} />}
              groups={[
                KPI_SHELVES.map((shelf) => ({
                  label: t(`library:shelf.${shelf}`),
                  checked: view.shelf === shelf,
                  onSelect: () => change({ shelf, selected: null }),
                })),
              ]}
            />
          </div>
          {entries === undefined && error === null && <Skeleton height="320px" />}
          {parts.map((part) => (
            <CategoryCard
              key={part.category}
              part={part}
              selected={selected?.kpi ?? null}
              onSelect={select}
              cards={cards}
              period={period}
            />
          ))}
          {entries !== undefined && parts.length === 0 && (
            <div className="ui-card">
              <EmptyState
                icon="search"
                title={t('library:nothing.title')}
                text={t(view.shelf === 'own' && view.search === '' ? 'library:nothing.own' : 'library:nothing.text')}
                actions={
                  <Button onClick={() => change({ search: '', shelf: 'all' })}>{t('library:nothing.all')}</Button>
                }
              />
            </div>
          )}
        </div>
        {selected !== null && entries !== undefined && (
          <KpiDetail key={selected.kpi} entry={selected} entries={entries} cards={cards} />
        )}
      </div>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { PartsWaiting } from '../../frame/room-waiting.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { FORECAST_TABS } from '../../state/forecast-slice.ts';
import { useAppStore } from '../../state/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../overview/filter-bar.tsx';
import { CombinedTab } from './combined-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { KeptCard } from './kept-card.tsx';
import { PipelineTab } from './pipeline-tab.tsx';
import { useForecastTab, useForecastView } from './use-forecast-view.ts';
import './forecast.css';

const TABS = { both: CombinedTab, pipeline: PipelineTab, history: HistoryTab } as const;

/** What is to come: by the open deals, by the history, by both. */
export function ForecastScreen() {
  const { t } = useTranslation();
  const view = useForecastView();
  const { goTo } = useAppStore.getState();
  if (view === null) {
    return (
      <>
        <ScreenHeader title={t('forecast:title')}>
          <Tabs />
        </ScreenHeader>
        <PartsWaiting />
      </>
    );
  }
  const { tab, kpis, dimensions, filters, change } = view;
  if (kpis.length === 0)
    return (
      <>
        <ScreenHeader title={t('forecast:title')} />
        <EmptyState
          icon="forecast"
          title={t('forecast:empty.title')}
          text={t('forecast:empty.text')}
          actions={
            <Button look="primary" onClick={() => goTo('import')}>
              {t('forecast:empty.import')}
            </Button>
          }
        />
      </>
    );
  const Tab = TABS[tab];
  return (
    <>
      <ScreenHeader title={t('forecast:title')}>
        <Tabs />
        <FilterBar dimensions={dimensions} filters={filters} onChange={(next) => change({ filters: next })} />
      </ScreenHeader>
      <div className="forecast">
        <Tab view={view} />
        <KeptCard />
      </div>
    </>
  );
}

function Tabs() {
  const { t } = useTranslation();
  const [tab, show] = useForecastTab();
  return (
    <div className="forecast-tabs" role="group" aria-label={t('forecast:tabs.label')}>
      {FORECAST_TABS.map((each) => (
        <button key={each} type="button" aria-pressed={each === tab} onClick={() => show(each)}>
          {t(`forecast:tabs.${each}`)}
        </button>
      ))}
    </div>
  );
}

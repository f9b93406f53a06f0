import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/button.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { OfferedFiles } from '../watch/offered-files.tsx';
import { totalOf } from './answer.model.ts';
import { AssortmentTile } from './assortment-tile.tsx';
import { BreakdownTile } from './breakdown-tile.tsx';
import { KpiCards } from './kpi-cards.tsx';
import { OverviewBar } from './overview-bar.tsx';
import { RankingTile } from './ranking-tile.tsx';
import { TileFailure } from './tile.tsx';
import { TrendTile } from './trend-tile.tsx';
import { useChoices, useOverview, useWords } from './use-overview.ts';
import './overview.css';

/** The management dashboard: cards, revenue by month, why it changed, who buys and what sells. */
export function OverviewScreen() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [choices, choose] = useChoices();
  const { plan, dimensions, cards, info, error, retry } = useOverview(choices);
  const words = useWords(cards.data);
  const { goTo, forgetDone } = useAppStore.getState();
  const hasSales = (workspace.rows.sale ?? 0) > 0;
  const answer = cards.data;
  const failure = error ?? cards.error;
  const hasCards = plan !== null && plan.cards.length > 0;
  const usable = hasSales || hasCards;
  const empty = answer !== undefined && totalOf(answer, 'revenue')?.value === null;
  return (
    <>
      <OverviewBar
        choices={choices}
        choose={choose}
        dimensions={dimensions}
        answer={answer ?? null}
        canPrint={info?.canPrint ?? true}
        usable={usable}
      />
      <OfferedFiles first />
      {!usable && (plan !== null || failure !== null) && (
        <div className="overview-empty">
          <EmptyState
            icon="overview"
            title={t('overview:empty.title')}
            text={t('overview:empty.text')}
            actions={
              <Button
                look="primary"
                onClick={() => {
                  forgetDone();
                  goTo('import');
                }}
              >
                {t('overview:empty.import')}
              </Button>
            }
          />
        </div>
      )}
      {usable && failure !== null && <TileFailure error={failure} retry={retry} />}
      {usable && failure === null && plan !== null && (
        <div className="overview" aria-busy={cards.isFetching}>
          {hasCards && (
            <KpiCards plan={plan} choices={choices} answer={answer} today={info?.today ?? null} words={words} />
          )}
          {!hasSales ? null : empty ? (
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
          ) : (
            answer !== undefined && (
              <>
                <div className="overview-row overview-row-time">
                  <TrendTile choices={choices} answer={answer} words={words} />
                  {plan.breakdowns.length > 0 && (
                    <BreakdownTile by={plan.breakdowns} choices={choices} dimensions={dimensions} words={words} />
                  )}
                </div>
                <div className="overview-row overview-row-tables">
                  {plan.ranking !== null && (
                    <RankingTile dimension={plan.ranking} choices={choices} dimensions={dimensions} words={words} />
                  )}
                  {plan.assortment !== null && (
                    <AssortmentTile
                      plan={plan}
                      dimension={plan.assortment}
                      choices={choices}
                      dimensions={dimensions}
                      words={words}
                    />
                  )}
                </div>
              </>
            )
          )}
        </div>
      )}
    </>
  );
}

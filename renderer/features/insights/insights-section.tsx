import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Insight } from '#shared/insights.ts';
import { insightText, type InsightWords } from '#shared/tiles/insight-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { InsightItem } from './insight-item.tsx';
import './insights.css';

const SHOWN = 4;
const NONE: readonly never[] = [];

interface InsightsSectionProps {
  readonly choices: OverviewChoices;
  /** The tiles are still on their way: they go first. */
  readonly waits: boolean;
}

/** What stands out in the period and under the filters of the overview, the largest first; what is silenced waits below. */
export function InsightsSection({ choices, waits }: InsightsSectionProps) {
  const { t } = useTranslation();
  const words = useInsightWords();
  const { period, compare, filters } = choices;
  const asked = { period: period ?? 'latest-year', compare, filters: [...filters] };
  const { data, error, refetch } = useHostQuery('insight.list', asked, { keep: true, enabled: !waits });
  const { items, save, remove } = useSaved('silence');
  const [shows, setShows] = useState<'some' | 'all'>('some');
  const [showsSilenced, setShowsSilenced] = useState(false);
  if (error !== null) return <TileFailure error={error} retry={() => void refetch()} />;
  if (data === undefined || items === undefined) return <p className="late muted" aria-busy="true" />;
  const silenced = new Set((items ?? NONE).map(({ id }) => id));
  const heard = data.filter(({ id }) => !silenced.has(id));
  const unheard = data.filter(({ id }) => silenced.has(id));
  const silence = ({ id }: Insight, title: string): void => {
    void save({ id });
    showToast({
      title: t('insights:silenced', { title }),
      action: { label: t('insights:undo'), onClick: () => void remove(id) },
    });
  };
  return (
    <Card title={t('insights:title')} className="insights">
      {heard.length === 0 && <p className="muted">{t('insights:none')}</p>}
      <ul>
        {(shows === 'all' ? heard : heard.slice(0, SHOWN)).map((insight) => (
          <InsightItem
            key={insight.id}
            insight={insight}
            words={words}
            onSilence={(title) => silence(insight, title)}
          />
        ))}
      </ul>
      <div className="insights-foot">
        {heard.length > SHOWN && (
          <Button
            look="link"
            aria-expanded={shows === 'all'}
            onClick={() => setShows(shows === 'all' ? 'some' : 'all')}
          >
            {shows === 'all' ? t('insights:fewer') : t('insights:all', { count: heard.length })}
          </Button>
        )}
        {unheard.length > 0 && (
          <Button look="link" aria-expanded={showsSilenced} onClick={() => setShowsSilenced(!showsSilenced)}>
            {t('insights:silent', { count: unheard.length })}
          </Button>
        )}
      </div>
      {showsSilenced && unheard.length > 0 && (
        <ul className="insights-silent">
          {unheard.map((insight) => {
            const { title } = insightText(insight, words);
            return (
              <li key={insight.id}>
                <span className="muted">{title}</span>
                <Button
                  look="link"
                  aria-label={t('insights:restoreOf', { title })}
                  onClick={() => void remove(insight.id)}
                >
                  {t('insights:restore')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

function useInsightWords(): InsightWords {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { name } = useKpiWords();
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true }).data ?? NONE;
  return useMemo(
    () => ({ t, format, dimensionOf: (key) => dimensionName(t, key, dimensions), kpiName: name }),
    [t, format, dimensions, name],
  );
}

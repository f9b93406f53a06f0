import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { historyChart } from '#shared/charts/history-chart.ts';
import { FORECAST_GRAINS } from '#shared/forecast-choices.ts';
import { formatCompact, formatPercent, joined } from '#shared/format.ts';
import { formatRange } from '#shared/format-period.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { WhatIfSource } from '#shared/what-if-inputs.ts';
import type { ToldOf } from '#shared/told.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { PartsWaiting } from '../../frame/room-waiting.tsx';
import { useShownAnswer } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { NumberButton } from '../overview/number-button.tsx';
import { ToldButton } from '../overview/told-button.tsx';
import { BackTestCard } from './back-test-card.tsx';
import type { TabProps } from './tab-props.ts';
import { HorizonSelect } from './horizon-select.tsx';
import { KeepButton } from './keep-button.tsx';
import { RefusalState } from './refusal-state.tsx';
import { ShortageNotes } from './shortage-notes.tsx';
import { usePeriodPassport } from './use-period-passport.ts';
import { WhatIfCard } from './what-if-card.tsx';

/** KPIs whose history may be asked what if. */
const ASKED: Readonly<Record<string, WhatIfSource>> = { revenue: 'sales', bookings: 'deals' };

/** One KPI's history carried on. */
export function HistoryTab({ view }: TabProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const format = useFormatContext();
  const { kpi, kpis, change } = view;
  const openPassport = useAppStore((state) => state.openPassport);
  const chosen = { kpi: kpi ?? '', filters: [...view.filters], variants: {}, grain: view.grain, horizon: view.horizon };
  const { data: made, asked: ask, error, refetch } = useShownAnswer('forecast.history', chosen, kpi !== null);
  const { filters, grain } = ask;
  const passport = usePeriodPassport(filters, grain);
  const name = words.name(ask.kpi);
  const source = ASKED[parseKpiReference(ask.kpi).kpi];
  const title = t(`forecast:history.title.${grain}`, { kpi: name });
  const model = useMemo(
    () =>
      made === undefined
        ? null
        : historyChart(made, title, format, (key, values) => t(`forecast:${key}`, { ...values })),
    [made, title, format, t],
  );
  if (error !== null) return <TileFailure error={error} retry={() => void refetch()} />;
  if (made === undefined || model === null) return <PartsWaiting />;
  const { refusal, points, total, running, shortages, method, model: letters } = made;
  const [first, last] = [points[0], points.at(-1)];
  const told = (period: string | null, figure: ToldOf<'history'>['figure'] = 'value') => ({
    of: 'history' as const,
    ...ask,
    figure,
    period,
  });
  const said = (value: number): string => joined(formatCompact(value, made.kpi.unit, format), format.locale);
  return (
    <>
      <div className="forecast-controls">
        <Select
          label={t('forecast:kpi')}
          value={kpi}
          onChange={(next) => change({ kpi: next })}
          groups={[{ options: kpis.map((each) => ({ value: each, label: words.name(each) })) }]}
        />
        <Select
          label={t('forecast:grain')}
          value={view.grain}
          onChange={(next) => change({ grain: next })}
          groups={[{ options: FORECAST_GRAINS.map((each) => ({ value: each, label: t(`forecast:grains.${each}`) })) }]}
        />
        <HorizonSelect grain={view.grain} horizon={view.horizon} onChange={(next) => change({ horizon: next })} />
        <KeepButton source="history" kpi={made.kpi.ref} name={name} grain={grain} filters={filters} points={points} />
      </div>
      {refusal !== null ? (
        <RefusalState refusal={refusal} kpi={name} />
      ) : (
        <div className="forecast-columns">
          <ChartCard
            model={model}
            height={300}
            onPassport={({ series, category, point: { cell } }) => {
              if (series.role !== 'forecast') passport(cell);
              else if (category !== null)
                openPassport({ told: told(category.key), name: t('forecast:forecast'), place: category.name });
            }}
          />
          <div className="forecast-side">
            <Card
              title={t('forecast:sum.title')}
              sub={
                first === undefined || last === undefined ? undefined : formatRange(first.from, last.to, format.locale)
              }
            >
              {total !== null ? (
                <>
                  <p className="forecast-number">
                    <ToldButton told={told(null)} name={t('forecast:sum.title')}>
                      {said(total.value)}
                    </ToldButton>
                  </p>
                  {total.intervals?.map(({ low, high }, level) => {
                    const share = formatPercent(level === 0 ? 0.8 : 0.95, format.locale, 0);
                    const interval = t('forecast:interval', { share });
                    return (
                      <p key={level} className="forecast-line">
                        <span>{interval}</span>
                        <span className="num">
                          <ToldButton
                            told={told(null, level === 0 ? 'range80' : 'range95')}
                            name={interval}
                            place={t('forecast:sum.title')}
                          >
                            {t('forecast:fromTo', { low: said(low), high: said(high) })}
                          </ToldButton>
                        </span>
                      </p>
                    );
                  })}
                </>
              ) : (
                <p className="muted">{t('forecast:sum.distinct')}</p>
              )}
              {running !== null && (
                <p className="forecast-note">
                  <NumberButton
                    cell={{ kpi: made.kpi.ref, row: [], column: [] }}
                    name={t('forecast:actual')}
                    onOpen={(cell) =>
                      openPassport({
                        question: { kpis: [cell.kpi], filters, period: `${running.from}..${running.through}` },
                        cell,
                      })
                    }
                  >
                    {t('forecast:running', {
                      value: said(running.value),
                      through: formatRange(running.from, running.through, format.locale),
                    })}
                  </NumberButton>
                </p>
              )}
              {method !== null && (
                <p className="forecast-note">
                  {t(`forecast:how.${method}`)} {letters !== null && t('forecast:model', { letters })}
                </p>
              )}
              <ShortageNotes shortages={shortages} />
            </Card>
            <BackTestCard ask={ask} />
            {source !== undefined && <WhatIfCard source={source} filters={filters} />}
          </div>
        </div>
      )}
    </>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriodText, formatRange } from '#shared/format-period.ts';
import { rangesOf } from '#shared/forecast-range.ts';
import { formatPercent, NO_VALUE } from '#shared/format.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { useFormatContext } from '../../i18n/use-format.ts';
import { PartsWaiting } from '../../frame/room-waiting.tsx';
import { useHostQuery, useShownAnswer } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { ToldButton } from '../overview/told-button.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { BackTestCard, PipelineTestCard } from './back-test-card.tsx';
import { combinedChart } from './combined-chart.model.ts';
import { DealsControls } from './deals-controls.tsx';
import { HorizonSelect } from './horizon-select.tsx';
import { DealsNumber } from './deals-number.tsx';
import { RefusalState } from './refusal-state.tsx';
import { ShortageNotes } from './shortage-notes.tsx';
import type { TabProps } from './tab-props.ts';
import { useMoney } from './use-money.ts';
import { PIPELINE_KPI, WON_KPI } from './use-forecast-view.ts';
import { usePeriodPassport } from './use-period-passport.ts';
import { WhatIfCard } from './what-if-card.tsx';

type Figure = 'value' | 'booked' | 'pipeline' | 'history' | 'range80';
const NAMES = {
  value: 'forecast',
  booked: 'booked',
  pipeline: 'fromDeals',
  history: 'fromHistory',
} as const;
const TOTAL = 'total';
const USUAL = 'usual';
const REACHES = [1, 2, 3, 4, 6, 9, 12];

/** What is booked, the open deals, and the history beyond them. */
export function CombinedTab({ view }: TabProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const money = useMoney();
  const { change } = view;
  const chosen = { filters: [...view.filters], basis: view.basis, horizon: view.horizon, reach: view.reach };
  const openPassport = useAppStore((state) => state.openPassport);
  const { data: made, asked, error, refetch } = useShownAnswer('forecast.combined', chosen);
  const { filters, basis, horizon, reach } = asked;
  const passport = usePeriodPassport(filters, 'month');
  const test = useHostQuery('forecast.pipelineTest', { filters, basis, reach }, { keep: true });
  // What an earlier choice was tested with says nothing of this one.
  const tested = test.isPlaceholderData ? undefined : test.data;
  const model = useMemo(() => (made === undefined ? null : combinedChart(made, format, t)), [made, format, t]);
  if (error !== null) return <TileFailure error={error} retry={() => void refetch()} />;
  if (made === undefined || model === null) return <PartsWaiting />;
  if (made.refusal !== null)
    return (
      <RefusalState
        refusal={made.refusal}
        kpi={t(`kpis:${PIPELINE_KPI}.name`)}
        onHistory={() => view.change({ tab: 'history' })}
      />
    );
  const { points, total, overdue, undated, beyond, shortages } = made;
  const { ranges, shortage } = rangesOf(made, tested);
  const [first, last] = [points[0], points.at(-1)];
  // A range that earlier imports tell is kept as it stands here.
  const kept = points.map((point) => {
    const range = point.intervals === null ? ranges.get(point.key) : undefined;
    return range === undefined ? point : { ...point, range };
  });
  const parts = [
    { key: 'booked', figure: 'booked', value: total.booked },
    { key: 'fromDeals', figure: 'pipeline', value: total.pipeline },
    { key: 'fromHistory', figure: 'history', value: total.history },
  ] as const;
  const outside = { overdue, undated, beyond };
  const told = (figure: Figure, key: string) => {
    const period = key === TOTAL ? null : key;
    return { of: 'both' as const, filters, basis, horizon, reach, figure, period };
  };
  const number = (figure: keyof typeof NAMES, key: string, value: number) => (
    <ToldButton
      told={value === 0 && figure !== 'value' ? null : told(figure, key)}
      name={t(`forecast:${NAMES[figure]}`)}
      place={key === TOTAL ? t('forecast:sum.title') : formatPeriodText(key, format.locale)}
    >
      {value === 0 && figure !== 'value' ? NO_VALUE : money(value)}
    </ToldButton>
  );
  return (
    <>
      <DealsControls view={view} source="both" asOf={made.asOf} filters={filters} points={kept}>
        <Select
          label={t('forecast:reach.label')}
          value={view.reach === null ? USUAL : String(view.reach)}
          onChange={(next) => change({ reach: next === USUAL ? null : Number(next) })}
          groups={[
            {
              options: [
                { value: USUAL, label: t('forecast:reach.usual') },
                ...REACHES.map((count) => ({ value: String(count), label: t('forecast:reach.months', { count }) })),
              ],
            },
          ]}
        />
        <HorizonSelect grain="month" horizon={view.horizon} onChange={(next) => change({ horizon: next })} />
      </DealsControls>
      <div className="forecast-columns">
        <div className="forecast-main">
          <ChartCard
            model={model}
            height={300}
            onPassport={({ series, category, point: { cell } }) => {
              if (series.key !== 'pipeline' && series.key !== 'history') passport(cell);
              else if (category !== null)
                openPassport({ told: told(series.key, category.key), name: series.name, place: category.name });
            }}
          />
          <Card title={t('forecast:both.months')} sub={t('forecast:both.adds')}>
            <Table
              caption={t('forecast:both.months')}
              rows={[...points, { key: TOTAL, ...total }]}
              rowKey={({ key }) => key}
              isTotal={({ key }) => key === TOTAL}
              columns={[
                {
                  key: 'period',
                  header: t('forecast:period'),
                  rowHeader: true,
                  cell: ({ key }) => (key === TOTAL ? t('forecast:total') : formatPeriodText(key, format.locale)),
                },
                {
                  key: 'booked',
                  header: t('forecast:booked'),
                  number: true,
                  cell: ({ key, booked }) => number('booked', key, booked),
                },
                {
                  key: 'pipeline',
                  header: t('forecast:fromDeals'),
                  number: true,
                  cell: ({ key, pipeline }) => number('pipeline', key, pipeline),
                },
                {
                  key: 'history',
                  header: t('forecast:fromHistory'),
                  number: true,
                  cell: ({ key, history }) => number('history', key, history),
                },
                {
                  key: 'value',
                  header: t('forecast:forecast'),
                  number: true,
                  cell: ({ key, value }) => number('value', key, value),
                },
                {
                  key: 'interval',
                  header: t('forecast:interval', { share: formatPercent(0.8, format.locale, 0) }),
                  number: true,
                  cell: ({ key }) => {
                    const range = ranges.get(key);
                    if (range === undefined) return '';
                    return (
                      <ToldButton
                        told={told('range80', key)}
                        name={t('forecast:range')}
                        place={formatPeriodText(key, format.locale)}
                      >
                        {t('forecast:fromTo', { low: money(range.low), high: money(range.high) })}
                      </ToldButton>
                    );
                  },
                },
              ]}
            />
          </Card>
        </div>
        <div className="forecast-side">
          <Card
            title={t('forecast:sum.title')}
            sub={
              first === undefined || last === undefined ? undefined : formatRange(first.from, last.to, format.locale)
            }
          >
            <p className="forecast-number">{number('value', TOTAL, total.value)}</p>
            {parts.map(({ key, figure, value }) => (
              <p key={key} className="forecast-line">
                <span>{t(`forecast:${key}`)}</span>
                <span className="num">{number(figure, TOTAL, value)}</span>
              </p>
            ))}
            {(['overdue', 'undated', 'beyond'] as const).map((key) =>
              outside[key].deals === 0 ? null : (
                <p key={key} className="forecast-note">
                  <DealsNumber
                    basis={basis}
                    filters={filters}
                    figure="weighted"
                    part={key === 'beyond' ? { beyond: reach, horizon } : key}
                    place={t(`forecast:${key === 'beyond' ? 'later' : key}`)}
                    said
                  >
                    {t(`forecast:outside.${key}`, {
                      count: outside[key].deals,
                      weighted: money(outside[key].weighted),
                    })}
                  </DealsNumber>
                </p>
              ),
            )}
            <p className="forecast-note">{t('forecast:both.newDeals')}</p>
            {tested?.ahead.some(({ shares }) => shares !== null) === true && (
              <p className="forecast-note">{t('forecast:both.range')}</p>
            )}
            <ShortageNotes shortages={shortage === null ? shortages : [...shortages, shortage]} />
          </Card>
          <PipelineTestCard ask={{ filters, basis, reach }} />
          <BackTestCard ask={{ kpi: WON_KPI, filters, variants: {}, grain: 'month', horizon }} />
          <WhatIfCard source="deals" filters={filters} />
        </div>
      </div>
    </>
  );
}

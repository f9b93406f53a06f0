import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriodText, formatRange } from '#shared/format-period.ts';
import { formatPercent, NO_VALUE } from '#shared/format.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { useFormatContext } from '../../i18n/use-format.ts';
import { PartsWaiting } from '../../frame/room-waiting.tsx';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { NumberButton } from '../overview/number-button.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { BackTestCard, PipelineTestCard } from './back-test-card.tsx';
import { combinedChart } from './combined-chart.model.ts';
import { DealsControls } from './deals-controls.tsx';
import { HorizonSelect } from './horizon-select.tsx';
import { rangesOf } from './pipeline-range.model.ts';
import { RefusalState } from './refusal-state.tsx';
import { ShortageNotes } from './shortage-notes.tsx';
import type { TabProps } from './tab-props.ts';
import { useMoney } from './use-money.ts';
import { PIPELINE_KPI, WON_KPI } from './use-forecast-view.ts';
import { usePeriodPassport } from './use-period-passport.ts';
import { WhatIfCard } from './what-if-card.tsx';

const USUAL = 'usual';
const REACHES = [1, 2, 3, 4, 6, 9, 12];

/** What is booked, the open deals, and the history beyond them. */
export function CombinedTab({ view }: TabProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const money = useMoney();
  const { basis, horizon, reach, change } = view;
  const filters = [...view.filters];
  const passport = usePeriodPassport(filters, 'month');
  const test = useHostQuery('forecast.pipelineTest', { filters, basis, reach }, { keep: true });
  // What an earlier choice was tested with says nothing of this one.
  const tested = test.isPlaceholderData ? undefined : test.data;
  const {
    data: made,
    error,
    refetch,
  } = useHostQuery('forecast.combined', { filters, basis, horizon, reach }, { keep: true });
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
  const parts = [
    { key: 'booked', value: total.booked },
    { key: 'fromDeals', value: total.pipeline },
    { key: 'fromHistory', value: total.history },
  ] as const;
  const outside = { overdue, undated, beyond };
  const part = (value: number): string => (value === 0 ? NO_VALUE : money(value));
  return (
    <>
      <DealsControls view={view} source="both" asOf={made.asOf} filters={filters} points={points}>
        <Select
          label={t('forecast:reach.label')}
          value={reach === null ? USUAL : String(reach)}
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
        <HorizonSelect grain="month" horizon={horizon} onChange={(next) => change({ horizon: next })} />
      </DealsControls>
      <div className="forecast-columns">
        <div className="forecast-main">
          <ChartCard model={model} height={300} onPassport={({ point: { cell } }) => passport(cell)} />
          <Card title={t('forecast:both.months')} sub={t('forecast:both.adds')}>
            <Table
              caption={t('forecast:both.months')}
              rows={[...points, { key: 'total', ...total }]}
              rowKey={({ key }) => key}
              isTotal={({ key }) => key === 'total'}
              columns={[
                {
                  key: 'period',
                  header: t('forecast:period'),
                  rowHeader: true,
                  cell: ({ key }) => (key === 'total' ? t('forecast:total') : formatPeriodText(key, format.locale)),
                },
                {
                  key: 'booked',
                  header: t('forecast:booked'),
                  number: true,
                  cell: ({ key, booked }) => (
                    <NumberButton
                      cell={booked === 0 || key === 'total' ? null : { kpi: WON_KPI, row: [key], column: [] }}
                      name={`${t('forecast:booked')}, ${formatPeriodText(key, format.locale)}`}
                      onOpen={passport}
                    >
                      {part(booked)}
                    </NumberButton>
                  ),
                },
                {
                  key: 'pipeline',
                  header: t('forecast:fromDeals'),
                  number: true,
                  cell: ({ pipeline }) => part(pipeline),
                },
                {
                  key: 'history',
                  header: t('forecast:fromHistory'),
                  number: true,
                  cell: ({ history }) => part(history),
                },
                { key: 'value', header: t('forecast:forecast'), number: true, cell: ({ value }) => money(value) },
                {
                  key: 'interval',
                  header: t('forecast:interval', { share: formatPercent(0.8, format.locale, 0) }),
                  number: true,
                  cell: ({ key }) => {
                    const range = ranges.get(key);
                    return range === undefined
                      ? ''
                      : t('forecast:fromTo', { low: money(range.low), high: money(range.high) });
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
            <p className="forecast-number">{money(total.value)}</p>
            {parts.map(({ key, value }) => (
              <p key={key} className="forecast-line">
                <span>{t(`forecast:${key}`)}</span>
                <span className="num">{money(value)}</span>
              </p>
            ))}
            {(['overdue', 'undated', 'beyond'] as const).map((key) =>
              outside[key].deals === 0 ? null : (
                <p key={key} className="forecast-note">
                  {t(`forecast:outside.${key}`, { count: outside[key].deals, weighted: money(outside[key].weighted) })}
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

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pipelineChart } from '#shared/charts/pipeline-chart.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { formatNumber } from '#shared/format.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { useFormatContext } from '../../i18n/use-format.ts';
import { PartsWaiting } from '../../frame/room-waiting.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { useShownAnswer } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { PipelineTestCard } from './back-test-card.tsx';
import { DealsControls } from './deals-controls.tsx';
import { DealsNumber } from './deals-number.tsx';
import { MovementCard } from './movement-card.tsx';
import { pipelineLines, type PipelineLine } from './pipeline-lines.model.ts';
import { RefusalState } from './refusal-state.tsx';
import { StagesCard } from './stages-card.tsx';
import type { TabProps } from './tab-props.ts';
import { useMoney } from './use-money.ts';
import { PIPELINE_KPI } from './use-forecast-view.ts';

/** The open deals by expected close, each times its chance. */
export function PipelineTab({ view }: TabProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const money = useMoney();
  const openPassport = useAppStore((state) => state.openPassport);
  const chosen = { filters: [...view.filters], basis: view.basis };
  const { data: made, asked, error, refetch } = useShownAnswer('forecast.pipeline', chosen);
  const { filters, basis } = asked;
  const model = useMemo(
    () =>
      made === undefined ? null : pipelineChart(made, format, (key, values) => t(`forecast:${key}`, { ...values })),
    [made, format, t],
  );
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
  const nameOf = ({ key, part }: PipelineLine): string =>
    part === null ? formatPeriodText(key, format.locale) : t(`forecast:${part}`);
  const points = made.periods.map(({ key, from, to, weighted }) => ({
    key,
    from,
    to,
    value: weighted,
    intervals: null,
  }));
  const number = (line: PipelineLine, figure: 'deals' | 'value' | 'weighted', text: string) => (
    <DealsNumber
      basis={basis}
      filters={filters}
      figure={figure}
      part={line.part ?? { month: line.key }}
      place={nameOf(line)}
    >
      {text}
    </DealsNumber>
  );
  return (
    <>
      <DealsControls view={view} source="pipeline" asOf={made.asOf} filters={filters} points={points} />
      <div className="forecast-columns">
        <ChartCard
          model={model}
          height={260}
          onPassport={({ category }) => {
            if (category === null) return;
            const told = { of: 'pipeline', basis, filters, figure: 'weighted', part: { month: category.key } } as const;
            openPassport({ told, name: t('forecast:weighted'), place: category.name });
          }}
        />
        <div className="forecast-side">
          <Card title={t('forecast:deals')} sub={t('forecast:pipeline.adds')}>
            <Table
              caption={t('forecast:deals')}
              rows={pipelineLines(made)}
              rowKey={({ key }) => key}
              isTotal={({ part }) => part === 'total'}
              columns={[
                {
                  key: 'when',
                  header: t('forecast:expected'),
                  rowHeader: true,
                  cell: nameOf,
                },
                {
                  key: 'deals',
                  header: t('forecast:count'),
                  number: true,
                  cell: (line) => number(line, 'deals', formatNumber(line.deals, format.locale)),
                },
                {
                  key: 'value',
                  header: t('forecast:value'),
                  number: true,
                  cell: (line) => number(line, 'value', money(line.value)),
                },
                {
                  key: 'weighted',
                  header: t('forecast:weighted'),
                  number: true,
                  cell: (line) => number(line, 'weighted', money(line.weighted)),
                },
              ]}
            />
            {(['withoutChance', 'withoutValue'] as const).map((lacking) =>
              made[lacking] === 0 ? null : (
                <p key={lacking} className="forecast-note">
                  <DealsNumber
                    basis={basis}
                    filters={filters}
                    figure={lacking === 'withoutChance' ? 'without-chance' : 'without-value'}
                    part="total"
                    place={t('forecast:deals')}
                    said
                  >
                    {t(`forecast:${lacking}`, { count: made[lacking] })}
                  </DealsNumber>
                </p>
              ),
            )}
          </Card>
          <PipelineTestCard ask={{ filters, basis, reach: null }} />
        </div>
      </div>
      <StagesCard stages={made.stages} basis={basis} filters={filters} />
      <MovementCard filters={filters} />
    </>
  );
}

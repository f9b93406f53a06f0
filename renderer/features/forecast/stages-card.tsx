import { useTranslation } from 'react-i18next';
import type { PipelineForecast } from '#shared/forecast.ts';
import { formatNumber, formatPercent, NO_VALUE } from '#shared/format.ts';
import type { Filter } from '#shared/question.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { weightsWith } from '../kpis/stage-weights.model.ts';
import { WeightField } from '../kpis/stage-weights-card.tsx';
import { useSettings } from '../kpis/use-settings.ts';
import { DealsNumber } from './deals-number.tsx';
import { useMoney } from './use-money.ts';

type StagesCardProps = Pick<PipelineForecast, 'stages' | 'basis'> & { readonly filters: Filter[] };

/** The stages of the open deals with the chances given and those that history tells. */
export function StagesCard({ stages, basis, filters }: StagesCardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const money = useMoney();
  const { settings, disabled, change } = useSettings();
  const { stageWeights } = settings;
  const learnt = stages.flatMap(({ stage, learnt: of }) =>
    stage === null || of === null || of.weight === null ? [] : [{ stage, weight: Math.round(of.weight * 100) / 100 }],
  );
  const take = (): void => {
    const next = learnt.reduce((weights, { stage, weight }) => weightsWith(weights, stage, weight), {
      ...stageWeights,
    });
    change(t('forecast:stages.taken'), { stageWeights: next }, { stageWeights });
  };
  const set = (stage: string, weight: number | null): void =>
    change(
      t('library:rule.stageWeights.changed', { stage }),
      { stageWeights: weightsWith(stageWeights, stage, weight) },
      { stageWeights },
    );
  const number = (stage: string | null, figure: 'deals' | 'value' | 'weighted' | 'learnt', text: string) => (
    <DealsNumber
      basis={basis}
      filters={filters}
      figure={figure}
      part={{ stage }}
      place={stage ?? t('forecast:stages.none')}
    >
      {text}
    </DealsNumber>
  );
  return (
    <Card
      title={t('forecast:stages.title')}
      sub={t('forecast:stages.sub')}
      actions={
        learnt.length === 0 ? undefined : (
          <Button disabled={disabled} onClick={take}>
            {t('forecast:stages.take')}
          </Button>
        )
      }
    >
      <Table
        caption={t('forecast:stages.title')}
        rows={stages}
        rowKey={({ stage }) => stage ?? ''}
        className="forecast-stages"
        columns={[
          {
            key: 'stage',
            header: t('forecast:stages.stage'),
            rowHeader: true,
            cell: ({ stage }) => stage ?? t('forecast:stages.none'),
          },
          {
            key: 'deals',
            header: t('forecast:count'),
            number: true,
            cell: ({ stage, deals }) => number(stage, 'deals', formatNumber(deals, locale)),
          },
          {
            key: 'value',
            header: t('forecast:value'),
            number: true,
            cell: ({ stage, value }) => number(stage, 'value', money(value)),
          },
          {
            key: 'weighted',
            header: t('forecast:weighted'),
            number: true,
            cell: ({ stage, weighted }) => number(stage, 'weighted', money(weighted)),
          },
          {
            key: 'learnt',
            header: t('forecast:stages.learnt'),
            number: true,
            cell: ({ stage, learnt: of }) => {
              if (of === null) return NO_VALUE;
              const { won, lost, unknown, weight } = of;
              return (
                <span title={t('forecast:stages.of', { won, decided: won + lost, unknown })}>
                  {number(
                    stage,
                    'learnt',
                    t('forecast:stages.wonOf', {
                      weight: weight === null ? NO_VALUE : formatPercent(weight, locale, 0),
                      won,
                      decided: won + lost,
                    }),
                  )}
                </span>
              );
            },
          },
          {
            key: 'set',
            header: t('forecast:stages.set'),
            number: true,
            width: '110px',
            cell: ({ stage, set: weight }) =>
              stage === null ? (
                NO_VALUE
              ) : (
                <WeightField
                  key={String(weight)}
                  stage={stage}
                  weight={weight}
                  disabled={disabled}
                  onSet={(next) => set(stage, next)}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moment } from '#shared/forecast.ts';
import { formatDate, formatPeriodText } from '#shared/format-period.ts';
import { formatNumber, NO_VALUE } from '#shared/format.ts';
import type { Filter } from '#shared/question.ts';
import { Chart } from '../../charts/chart.tsx';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useHostQuery, useShownAnswer } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import type { ToldOf } from '#shared/told.ts';
import { useAppStore } from '../../state/app-store.ts';
import { ToldButton } from '../overview/told-button.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { momentChoices, periodsOf, type MomentChoice } from './moments.model.ts';
import { movementChart } from './movement-chart.model.ts';
import { useMoney } from './use-money.ts';

const NONE: readonly never[] = [];
const ALL = 'all';

/** How the open deals of one moment became those of another, adding up. */
export function MovementCard({ filters }: { readonly filters: Filter[] }) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { to } = useWorkspace();
  const imports = useHostQuery('import.list', {}, { keep: true }).data ?? NONE;
  const today = useHostQuery('app.info', {}).data?.today ?? to ?? '';
  const choices = useMemo(() => momentChoices(imports, to, today), [imports, to, today]);
  const all = [...choices.imports, ...choices.days];
  const usual = choices.imports.length > 1 ? choices.imports : choices.days;
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string; readonly period?: string }>({});
  const find = (value: string | undefined): MomentChoice | undefined => all.find((choice) => choice.value === value);
  const end = find(chosen.to) ?? usual[0];
  const start = find(chosen.from) ?? usual[1];
  if (start === undefined || end === undefined) return null;
  const periods = periodsOf(end.day);
  const period = periods.find((each) => each === chosen.period) ?? null;
  const nameOf = ({ day, file }: MomentChoice): string =>
    file === null
      ? formatDate(day, format.locale)
      : t('forecast:movement.import', { file, day: formatDate(day, format.locale) });
  const groups = [
    { label: t('forecast:movement.imports'), options: choices.imports },
    { label: t('forecast:movement.days'), options: choices.days },
  ]
    .filter(({ options }) => options.length > 0)
    .map(({ label, options }) => ({
      label,
      options: options.map((choice) => ({ value: choice.value, label: nameOf(choice) })),
    }));
  return (
    <Card title={t('forecast:movement.title')} sub={t('forecast:movement.sub')}>
      <div className="forecast-controls">
        <Select
          label={t('forecast:movement.from')}
          showLabel
          value={start.value}
          onChange={(next) => setChosen({ ...chosen, from: next })}
          groups={groups}
        />
        <Select
          label={t('forecast:movement.to')}
          showLabel
          value={end.value}
          onChange={(next) => setChosen({ ...chosen, to: next })}
          groups={groups}
        />
        <Select
          label={t('forecast:movement.period')}
          showLabel
          value={period ?? ALL}
          onChange={(next) => setChosen({ ...chosen, period: next })}
          groups={[
            {
              options: [
                { value: ALL, label: t('forecast:movement.anyTime') },
                ...periods.map((each) => ({ value: each, label: formatPeriodText(each, format.locale) })),
              ],
            },
          ]}
        />
      </div>
      <Moved filters={filters} start={start} end={end} period={period} all={all} nameOf={nameOf} />
    </Card>
  );
}

interface MovedProps {
  readonly filters: Filter[];
  readonly start: MomentChoice;
  readonly end: MomentChoice;
  readonly period: string | null;
  readonly all: readonly MomentChoice[];
  readonly nameOf: (choice: MomentChoice) => string;
}

function Moved({ filters, start, end, period, all, nameOf }: MovedProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const money = useMoney();
  const openPassport = useAppStore((state) => state.openPassport);
  const chosen = { filters, from: start.moment, to: end.moment, period };
  const { data: moved, asked, error, refetch } = useShownAnswer('forecast.movement', chosen);
  const choiceOf = (moment: Moment): MomentChoice | undefined =>
    all.find((each) => JSON.stringify(each.moment) === JSON.stringify(moment));
  const [before, after] = [choiceOf(asked.from) ?? start, choiceOf(asked.to) ?? end];
  const sub = `${nameOf(before)} → ${nameOf(after)}`;
  const model = useMemo(
    () => (moved === undefined ? null : movementChart(moved, sub, format, t)),
    [moved, sub, format, t],
  );
  if (error !== null) return <TileFailure error={error} retry={() => void refetch()} />;
  if (moved === undefined || model === null) return null;
  const open = (step: ToldOf<'movement'>['step'], name: string): void =>
    openPassport({ told: { of: 'movement', ...asked, step, figure: 'value' }, name, place: sub });
  const number = (
    { step, deal, figure }: Pick<ToldOf<'movement'>, 'step' | 'deal' | 'figure'>,
    name: string,
    text: string,
    place = sub,
  ) => (
    <ToldButton
      told={{ of: 'movement', ...asked, step, figure, ...(deal === undefined ? {} : { deal }) }}
      name={name}
      place={place}
    >
      {text}
    </ToldButton>
  );
  const dated = (day: string | null): string => (day === null ? NO_VALUE : formatDate(day, format.locale));
  const steps = [
    { key: 'start' as const, name: t('forecast:movement.start'), ...moved.start },
    ...moved.moves
      .filter(({ deals }) => deals > 0)
      .map((each) => ({ key: each.move, name: t(`forecast:movement.moves.${each.move}`), ...each })),
    { key: 'end' as const, name: t('forecast:movement.end'), ...moved.end },
  ];
  return (
    <>
      <div className="forecast-columns">
        <Chart
          model={model}
          height={40 + 26 * model.categories.length}
          onPassport={({ category }) => {
            const step = steps.find(({ key }) => key === category?.key);
            if (step !== undefined) open(step.key, step.name);
          }}
        />
        <Table
          caption={t('forecast:movement.title')}
          rows={steps}
          rowKey={({ key }) => key}
          isTotal={({ key }) => key === 'end'}
          columns={[
            { key: 'name', header: t('forecast:movement.what'), rowHeader: true, cell: ({ name }) => name },
            {
              key: 'deals',
              header: t('forecast:count'),
              number: true,
              cell: ({ key, name, deals }) =>
                number({ step: key, figure: 'deals' }, name, formatNumber(deals, format.locale)),
            },
            {
              key: 'value',
              header: t('forecast:value'),
              number: true,
              cell: ({ key, name, value }) => number({ step: key, figure: 'value' }, name, money(value)),
            },
          ]}
        />
      </div>
      {before.file === null || after.file === null ? (
        <p className="forecast-note">{t('forecast:movement.byDays')}</p>
      ) : null}
      {moved.postponed.deals > 0 && (
        <p className="forecast-note">
          {number(
            { step: 'postponed', figure: 'value' },
            t('forecast:movement.later'),
            t('forecast:movement.postponed', { count: moved.postponed.deals, value: money(moved.postponed.value) }),
          )}
        </p>
      )}
      {moved.deals.length > 0 && (
        <details className="forecast-more">
          <summary>{t('forecast:movement.largest')}</summary>
          <Table
            caption={t('forecast:movement.largest')}
            rows={moved.deals}
            rowKey={({ key }) => key}
            columns={[
              { key: 'name', header: t('forecast:movement.deal'), rowHeader: true, cell: ({ name }) => name },
              {
                key: 'move',
                header: t('forecast:movement.what'),
                cell: ({ move }) => t(`forecast:movement.moves.${move}`),
              },
              { key: 'before', header: t('forecast:movement.expectedBefore'), cell: ({ before }) => dated(before) },
              { key: 'after', header: t('forecast:movement.expectedAfter'), cell: ({ after }) => dated(after) },
              {
                key: 'value',
                header: t('forecast:value'),
                number: true,
                cell: ({ key, move, name, value }) =>
                  number(
                    { step: move, deal: key, figure: 'value' },
                    t(`forecast:movement.moves.${move}`),
                    money(value),
                    `${name}, ${sub}`,
                  ),
              },
            ]}
          />
        </details>
      )}
    </>
  );
}

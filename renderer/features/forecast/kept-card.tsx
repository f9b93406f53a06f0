import { useTranslation } from 'react-i18next';
import type { SavedForecast } from '#shared/forecast.ts';
import { formatDate, formatPeriodText } from '#shared/format-period.ts';
import { formatCompact, formatSignedPercent, joined, NO_VALUE } from '#shared/format.ts';
import type { ToldOf } from '#shared/told.ts';
import type { Unit } from '#shared/units.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { IconButton } from '../../ui/button.tsx';
import { NumberButton } from '../overview/number-button.tsx';
import { ToldButton } from '../overview/told-button.tsx';
import { usePeriodPassport } from './use-period-passport.ts';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { showToast } from '../../ui/toast.tsx';

/** Forecasts as they were made, the last first, against what came. Nothing while none is kept. */
export function KeptCard() {
  const { t } = useTranslation();
  const { items = [], save, remove } = useSaved('forecast');
  if (items.length === 0) return null;
  const kept = items.toSorted((a, b) => (a.madeOn < b.madeOn ? 1 : -1));
  const failed = (): void => showToast({ title: t('forecast:kept.failed'), tone: 'bad' });
  const letGo = (forecast: SavedForecast): void => {
    remove(forecast.id)
      .then(() =>
        showToast({
          title: t('forecast:kept.removed', { name: forecast.name }),
          action: { label: t('forecast:kept.undo'), onClick: () => void save(forecast).catch(failed) },
        }),
      )
      .catch(failed);
  };
  return (
    <Card title={t('forecast:kept.title')} sub={t('forecast:kept.sub')}>
      {kept.map((forecast) => (
        <Kept key={forecast.id} forecast={forecast} onRemove={() => letGo(forecast)} />
      ))}
    </Card>
  );
}

interface KeptProps {
  readonly forecast: SavedForecast;
  readonly onRemove: () => void;
}

function Kept({ forecast, onRemove }: KeptProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { readonly } = useWorkspace();
  const { data: outcome, error } = useHostQuery('forecast.outcome', { id: forecast.id });
  const passport = usePeriodPassport(forecast.filters, forecast.grain);
  const unit: Unit = outcome?.kpi.unit ?? 'money';
  const said = (value: number | null): string =>
    value === null ? NO_VALUE : joined(formatCompact(value, unit, format), format.locale);
  const off = (actual: number, made: number): string =>
    made > 0 ? formatSignedPercent(actual / made - 1, format.locale) : NO_VALUE;
  const closed = outcome?.closed ?? null;
  const number = (figure: ToldOf<'kept'>['figure'], period: string | null, text: string, within = false) => (
    <ToldButton
      told={text === NO_VALUE ? null : { of: 'kept', forecast, figure, period }}
      name={t(figure === 'off' ? 'forecast:kept.off' : `forecast:${figure}`)}
      place={`${forecast.name}, ${period === null ? t('forecast:kept.over') : formatPeriodText(period, format.locale)}`}
      said={within}
    >
      {text}
    </ToldButton>
  );
  const summaryOf = () => {
    if (error !== null) return failureSentence(t, failureOf(error));
    if (outcome === undefined) return '';
    if (closed === null) return t('forecast:kept.waiting');
    const { periods: count, actual, forecast: made } = closed;
    const text = t('forecast:kept.came', {
      count,
      actual: said(actual),
      forecast: said(made),
      off: off(actual, made),
    });
    return number(made > 0 ? 'off' : 'actual', null, text, true);
  };
  const lines = outcome?.periods ?? [];
  const total = closed === null ? [] : [{ ...closed, key: null, within: null }];
  return (
    <details className="forecast-kept">
      <summary>
        <span className="forecast-kept-name">
          {forecast.name} <span className="muted">{t(`forecast:tabs.${forecast.source}`)}</span>
        </span>
        <span className="muted">
          {t('forecast:kept.made', {
            day: formatDate(forecast.madeOn, format.locale),
            asOf: formatDate(forecast.asOf, format.locale),
          })}
        </span>
        <span>{summaryOf()}</span>
      </summary>
      <div className="forecast-kept-body">
        <Table
          caption={forecast.name}
          rows={[...lines, ...total]}
          rowKey={({ key }) => key ?? ''}
          isTotal={({ key }) => key === null}
          columns={[
            {
              key: 'period',
              header: t('forecast:period'),
              rowHeader: true,
              cell: ({ key }) => (key === null ? t('forecast:kept.over') : formatPeriodText(key, format.locale)),
            },
            {
              key: 'forecast',
              header: t('forecast:forecast'),
              number: true,
              cell: ({ key, forecast: made }) => number('forecast', key, said(made)),
            },
            {
              key: 'actual',
              header: t('forecast:actual'),
              number: true,
              cell: ({ key, actual }) =>
                key === null ? (
                  number('actual', null, said(actual))
                ) : (
                  <NumberButton
                    cell={actual === null ? null : { kpi: forecast.kpi, row: [key], column: [] }}
                    name={`${t('forecast:actual')}, ${formatPeriodText(key, format.locale)}`}
                    onOpen={passport}
                  >
                    {said(actual)}
                  </NumberButton>
                ),
            },
            {
              key: 'off',
              header: t('forecast:kept.off'),
              number: true,
              cell: ({ key, actual, forecast: made }) =>
                actual === null ? NO_VALUE : number('off', key, off(actual, made)),
            },
            {
              key: 'within',
              header: t('forecast:kept.within'),
              cell: ({ within }) => (within === null ? '' : t(within ? 'forecast:kept.yes' : 'forecast:kept.no')),
            },
          ]}
        />
        <IconButton
          icon="trash"
          label={t('forecast:kept.remove', { name: forecast.name })}
          disabled={readonly}
          onClick={onRemove}
        />
      </div>
    </details>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/chart-card.tsx';
import { formatPercent, moneyScale } from '#shared/format.ts';
import type { ToldOf } from '#shared/told.ts';
import { BY_RFM } from '#shared/rfm.ts';
import { trustSentences } from '#shared/trust-words.ts';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ImportButton } from '../import/import-button.tsx';
import { AboutCard } from './about-card.tsx';
import { saidTold, Sentence } from '../overview/sentence.tsx';
import { checkChart, checkPieces } from './check-chart.model.ts';
import { CustomersCard } from './customers-card.tsx';
import { Figures } from './figures.tsx';
import { SegmentsCard } from './segments-card.tsx';
import { DISCOUNTS, HORIZONS, useCustomerValue, useGroupNames } from './use-customer-value.ts';
import { valueChart } from './value-chart.model.ts';
import '../rows/rows.css';
import './customer-value.css';

const GROUPS_HEIGHT = 340;
const CHECK_HEIGHT = 220;

/** What customers have been worth and are expected to be, and how far to believe it. */
export function CustomerValueScreen() {
  const { t } = useTranslation();
  const format = useFormatContext();
  const { choices, choose, summary } = useCustomerValue();
  const { asked: shown } = summary;
  const names = useGroupNames(shown.segment);
  const openPassport = useAppStore((state) => state.openPassport);
  const [only, setOnly] = useState<{ readonly segment: string | null } | null>(null);
  const { data, error, refetch } = summary;
  const scale = moneyScale(Math.max(data?.total.value ?? 0, data?.total.revenue ?? 0));
  const check = useMemo(() => (data?.holdOut == null ? null : checkChart(data.holdOut, t, format)), [data, t, format]);
  const checked = useMemo(() => {
    const opens = (figure: ToldOf<'held-out'>['figure']) =>
      saidTold({ told: { of: 'held-out', figure, ...shown }, name: t(`clv:check.${figure}Name`), place: '' });
    return data?.holdOut == null ? [] : checkPieces(data.holdOut, t, format, opens);
  }, [data, t, format, shown]);
  const { months } = shown;
  const values = useMemo(
    () => (data === undefined ? null : valueChart(data, names.group, months, { t, format, scale })),
    // oxlint-disable-next-line react/exhaustive-deps -- the scale follows from the data
    [data, names, months, t, format],
  );
  const trust = data === undefined ? [] : trustSentences(data, (key, values) => t(`clv:${key}`, values), format.locale);
  return (
    <>
      <ScreenHeader title={t('clv:title')}>
        <Menu
          align="end"
          trigger={<Chip label={t('clv:segment')} value={names.dimension(choices.segment)} />}
          groups={[
            [BY_RFM, ...(data?.dimensions ?? [])].map((segment) => ({
              label: names.dimension(segment),
              checked: segment === choices.segment,
              onSelect: () => {
                setOnly(null);
                choose({ segment });
              },
            })),
          ]}
        />
        <Menu
          align="end"
          trigger={<Chip label={t('clv:horizon')} value={t('clv:months', { count: choices.months })} />}
          groups={[
            HORIZONS.map((each) => ({
              label: t('clv:months', { count: each }),
              checked: each === choices.months,
              onSelect: () => choose({ months: each }),
            })),
          ]}
        />
        <Menu
          align="end"
          trigger={<Chip label={t('clv:discount')} value={formatPercent(choices.discount, format.locale, 0)} />}
          groups={[
            DISCOUNTS.map((each) => ({
              label: formatPercent(each, format.locale, 0),
              checked: each === choices.discount,
              onSelect: () => choose({ discount: each }),
            })),
          ]}
        />
      </ScreenHeader>
      {error !== null && (
        <Notice
          tone="bad"
          title={t('clv:failed')}
          actions={<Button onClick={() => void refetch()}>{t('frame:retry')}</Button>}
        >
          {failureSentence(t, failureOf(error))}
        </Notice>
      )}
      {data === undefined && error === null && (
        <div className="clv" aria-busy="true">
          <p className="late muted">{t('clv:counting')}</p>
          <Skeleton height="96px" />
          <Skeleton height="320px" />
        </div>
      )}
      {data !== undefined && data.customers === 0 && (
        <div className="ui-card">
          <EmptyState
            icon="customer-value"
            title={t('clv:empty.title')}
            text={t('clv:empty.text')}
            actions={<ImportButton />}
          />
        </div>
      )}
      {data !== undefined && data.customers > 0 && (
        <div className="clv" aria-busy={summary.isPlaceholderData}>
          {trust.length > 0 && (
            <Notice tone="warn" title={t('clv:notes.title')}>
              <ul className="clv-notes">
                {trust.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Notice>
          )}
          <Figures summary={data} choices={shown} />
          <div className="clv-pair">
            <SegmentsCard
              summary={data}
              choices={shown}
              names={names}
              scale={scale}
              onOnly={(segment) => setOnly({ segment })}
            />
            {values !== null && (
              <ChartCard
                model={values}
                height={GROUPS_HEIGHT}
                onPassport={({ point: { cell } }) => {
                  const [group] = cell?.row ?? [];
                  if (group === undefined) return;
                  const told = { of: 'customer', figure: 'value', ...shown, group } as const;
                  openPassport({ told, name: t('clv:figure.value'), place: names.group(group) });
                }}
              />
            )}
            {check !== null && (
              <ChartCard
                model={check}
                height={CHECK_HEIGHT}
                sub={<Sentence pieces={checked} />}
                onPassport={({ series, category, point: { cell } }) => {
                  if (cell === null) return;
                  const figure = series.key === 'expected' ? 'expected' : 'happened';
                  const told = { of: 'held-out', figure, ...shown, repeats: Number(cell.row[0]) } as const;
                  openPassport({ told, name: series.name, place: category?.name ?? '' });
                }}
              />
            )}
            <AboutCard summary={data} trusted={trust.length === 0} />
          </div>
          <CustomersCard choices={choices} names={names} only={only} onAll={() => setOnly(null)} />
        </div>
      )}
    </>
  );
}

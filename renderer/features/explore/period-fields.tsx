import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodWords } from '#shared/filter-words.ts';
import type { Filter } from '#shared/question.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { customSpec } from '../overview/period-choices.model.ts';
import { useExploring } from './explore-context.ts';

type PeriodFilter = Extract<Filter, { readonly op: 'period' }>;

const RELATIVE = [
  'this-month',
  'this-quarter',
  'this-year',
  'last-month',
  'last-quarter',
  'last-year',
  'last-30-days',
  'last-90-days',
  'last-12-months',
  'latest-month',
  'latest-quarter',
  'latest-year',
] as const;
const DAYS = ' days';

/** A period that moves with today, or two days. */
export function PeriodFields({
  filter,
  onChange,
}: {
  readonly filter: PeriodFilter;
  readonly onChange: (next: PeriodFilter) => void;
}) {
  const { t } = useTranslation();
  const { words } = useExploring();
  const isRelative = RELATIVE.some((each) => each === filter.period);
  const [from = '', to = ''] = isRelative ? [] : filter.period.split('..');
  const [range, setRange] = useState({ from, to });
  const [own, setOwn] = useState(!isRelative);
  const setEnd = (next: typeof range): void => {
    setRange(next);
    const period = customSpec(next.from, next.to);
    if (period !== null) onChange({ ...filter, period });
  };
  return (
    <>
      <Select
        label={t('explore:filter.period')}
        showLabel
        value={own ? DAYS : filter.period}
        groups={[
          {
            options: RELATIVE.map((value) => ({
              value: value as string,
              label: sentence(periodWords(value, words.filters)),
            })),
          },
          { options: [{ value: DAYS, label: t('explore:filter.days') }] },
        ]}
        onChange={(period) => {
          setOwn(period === DAYS);
          if (period !== DAYS) onChange({ ...filter, period });
        }}
      />
      {own && (
        <div className="panel-pair">
          <DateField
            label={t('explore:filter.from')}
            value={range.from}
            onChange={(next) => setEnd({ ...range, from: next })}
          />
          <DateField
            label={t('explore:filter.to')}
            value={range.to}
            onChange={(next) => setEnd({ ...range, to: next })}
          />
        </div>
      )}
    </>
  );
}

const sentence = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

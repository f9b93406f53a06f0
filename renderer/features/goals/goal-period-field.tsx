import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriodText } from '#shared/format-period.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { datesOf, periodOfDates, periodOptions } from './goal-periods.model.ts';

interface GoalPeriodFieldProps {
  readonly period: string;
  readonly onChange: (period: string) => void;
}

const OWN = 'own';

/** By when: this or the next year, quarter or month, or two dates. */
export function GoalPeriodField({ period, onChange }: GoalPeriodFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { fiscalYearStart } = useWorkspace().settings;
  const today = useHostQuery('app.info', {}).data?.today ?? period;
  const options = periodOptions(today, fiscalYearStart, locale);
  const known = options.some(({ value }) => value === period);
  const [own, setOwn] = useState(false);
  const [[from, to], setDates] = useState(datesOf(period));
  const put = (first: string, last: string): void => {
    setDates([first, last]);
    const next = periodOfDates(first, last);
    if (next !== null) onChange(next);
  };
  const shown = known ? options : [{ value: period, label: formatPeriodText(period, locale) }, ...options];
  return (
    <>
      <Select
        label={t('goals:form.period')}
        showLabel
        value={own ? OWN : period}
        onChange={(next) => {
          setOwn(next === OWN);
          if (next !== OWN) onChange(next);
        }}
        groups={[{ options: shown }, { options: [{ value: OWN, label: t('goals:form.otherPeriod') }] }]}
      />
      {own && (
        <span className="goal-form-dates">
          <DateField label={t('goals:form.from')} value={from} onChange={(next) => put(next, to)} />
          <DateField
            label={t('goals:form.to')}
            value={to}
            onChange={(next) => put(from, next)}
            error={from !== '' && to !== '' && from > to ? t('goals:form.badPeriod') : null}
          />
        </span>
      )}
    </>
  );
}

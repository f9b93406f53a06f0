import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriodText } from '#shared/format-period.ts';
import type { GoalBaseline } from '#shared/goals.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { baselineYears, datesOf, periodOfDates, periodOptions, type PeriodOption } from './goal-periods.model.ts';

interface GoalPeriodFieldProps {
  readonly period: string;
  readonly onChange: (period: string) => void;
}

/** By when: this or the next year, quarter or month, or two dates. */
export function GoalPeriodField({ period, onChange }: GoalPeriodFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { fiscalYearStart } = useWorkspace().settings;
  const today = useToday() ?? period;
  return (
    <PeriodChoice
      label={t('goals:form.period')}
      value={period}
      options={periodOptions(today, fiscalYearStart, locale)}
      onChange={onChange}
    />
  );
}

interface BaselineFieldProps {
  readonly from: GoalBaseline;
  readonly onChange: (from: GoalBaseline) => void;
}

const STEPS = ['last-year', 'previous'] as const;

/** What a change is measured from: the same period of the year before, the one just before, a year, or two dates. */
export function BaselineField({ from, onChange }: BaselineFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const today = useToday();
  return (
    <PeriodChoice
      label={t('goals:form.baseline')}
      value={typeof from === 'object' ? from.period : from}
      options={[
        ...STEPS.map((value) => ({ value, label: t(`goals:form.baselines.${value}`) })),
        ...(today === null ? [] : baselineYears(today, locale)),
      ]}
      onChange={(next) => onChange(STEPS.find((step) => step === next) ?? { period: next })}
    />
  );
}

function useToday(): string | null {
  return useHostQuery('app.info', {}).data?.today ?? null;
}

const OWN = 'own';

interface PeriodChoiceProps {
  readonly label: string;
  /** One of the options, or the text of another period. */
  readonly value: string;
  readonly options: readonly PeriodOption[];
  readonly onChange: (value: string) => void;
}

/** One of the periods offered, or two dates. */
function PeriodChoice({ label, value, options, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const known = options.some((option) => option.value === value);
  const [own, setOwn] = useState(false);
  const [[from, to], setDates] = useState<readonly [string, string]>(['', '']);
  const put = (first: string, last: string): void => {
    setDates([first, last]);
    const next = periodOfDates(first, last);
    if (next !== null) onChange(next);
  };
  const shown = known ? options : [{ value, label: formatPeriodText(value, locale) }, ...options];
  return (
    <>
      <Select
        label={label}
        showLabel
        value={own ? OWN : value}
        onChange={(next) => {
          setOwn(next === OWN);
          if (next === OWN) setDates(datesOf(value));
          else onChange(next);
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

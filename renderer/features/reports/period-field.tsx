import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';
import { PeriodPicker } from '../overview/period-picker.tsx';
import { usePeriodName } from './use-period-name.ts';

/** Periods that move with the data or with today, so that the next report is for the next one. */
const MOVING = [
  'latest-month',
  'latest-quarter',
  'latest-year',
  'last-month',
  'last-quarter',
  'last-year',
  'last-12-months',
  'all',
] as const;
const FIXED = 'fixed';

interface PeriodFieldProps {
  readonly period: string;
  /** The days that it comes to: 'jan–sep 2026'. */
  readonly shown: string | null;
  readonly onChange: (period: string) => void;
}

/** A period that moves on by itself, or one that is chosen once. */
export function PeriodField({ period, shown, onChange }: PeriodFieldProps) {
  const { t } = useTranslation();
  const nameOf = usePeriodName();
  const [isOpen, setOpen] = useState(false);
  const moves = MOVING.some((each) => each === period);
  const isFixed = isOpen || !moves;
  return (
    <div className="report-period">
      <Select
        label={t('overview:period.label')}
        showLabel
        value={isFixed ? FIXED : period}
        groups={[
          { options: MOVING.map((value) => ({ value: value as string, label: nameOf(value) })) },
          { options: [{ value: FIXED, label: t('report:screen.report.fixedPeriod') }] },
        ]}
        onChange={(next) => {
          setOpen(next === FIXED);
          if (next !== FIXED) onChange(next);
        }}
      />
      {isFixed && (
        <PeriodPicker
          shown={moves ? t('report:screen.report.choosePeriod') : nameOf(period)}
          answer={null}
          spec={moves ? null : period}
          onChange={(spec) => onChange(spec ?? 'latest-year')}
        />
      )}
      {!isFixed && shown !== null && <span className="ui-field-note">{shown}</span>}
    </div>
  );
}

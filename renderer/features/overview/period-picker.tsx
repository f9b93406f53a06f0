import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriodText } from '#shared/format-period.ts';
import type { Answer } from '#shared/question.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { choicesOfYear, customSpec, fiscalYearSpec, yearsWithData, type PeriodChoice } from './period-choices.model.ts';
import './period-picker.css';

interface PeriodPickerProps {
  /** As it counts: 'jan–okt 2026'. */
  readonly shown: string;
  readonly answer: Answer | null;
  readonly spec: string | null;
  readonly onChange: (spec: string | null) => void;
}

/** Year, quarter or month of the data, the last twelve months, everything, or two dates. */
export function PeriodPicker({ shown, answer, spec, onChange }: PeriodPickerProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const choose = (next: string | null): void => {
    onChange(next);
    setOpen(false);
  };
  return (
    <Popover
      trigger={<Chip className="self-explaining" label={t('overview:period.label')} value={shown} />}
      open={open}
      onOpenChange={setOpen}
    >
      <PeriodChoices answer={answer} spec={spec} onChange={choose} />
    </Popover>
  );
}

function PeriodChoices({ answer, spec, onChange }: Omit<PeriodPickerProps, 'shown'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { from, to, settings } = useWorkspace();
  const first = from ?? answer?.period.from ?? '';
  const last = to ?? answer?.period.to ?? '';
  const years = yearsWithData(first, last);
  const [year, setYear] = useState(Number((answer?.period.to ?? last).slice(0, 4)));
  const shownYear = years.includes(year) ? year : (years[0] ?? year);
  const choices = choicesOfYear(shownYear, first, last);
  const fiscal = fiscalYearSpec(shownYear, settings.fiscalYearStart);
  const inForce = spec ?? String(years[0] ?? '');
  const option = (choice: PeriodChoice, text: string) => (
    <button
      key={choice.spec}
      type="button"
      className="period-option"
      aria-pressed={inForce === choice.spec}
      disabled={choice.outside}
      onClick={() => onChange(choice.spec)}
    >
      {text}
    </button>
  );
  return (
    <div className="period">
      <div className="period-year">
        <IconButton
          icon="chevron-left"
          label={t('overview:period.yearBefore')}
          disabled={!years.includes(shownYear - 1)}
          onClick={() => setYear(shownYear - 1)}
        />
        {option(choices.year, t('overview:period.wholeYear', { year: shownYear }))}
        <IconButton
          icon="chevron-right"
          label={t('overview:period.yearAfter')}
          disabled={!years.includes(shownYear + 1)}
          onClick={() => setYear(shownYear + 1)}
        />
      </div>
      <div className="period-quarters">
        {choices.quarters.map((choice) => option(choice, formatPeriodText(choice.spec, locale, true)))}
      </div>
      <div className="period-months">
        {choices.months.map((choice) => option(choice, formatPeriodText(choice.spec, locale, true)))}
      </div>
      <div className="period-rest">
        {fiscal !== null && option({ spec: fiscal, outside: false }, formatPeriodText(fiscal, locale))}
        {option({ spec: 'last-12-months', outside: false }, t('overview:period.last12'))}
        {option({ spec: 'all', outside: false }, t('overview:period.all'))}
      </div>
      <CustomRange from={answer?.period.from ?? first} to={answer?.period.through ?? last} onChange={onChange} />
    </div>
  );
}

interface CustomRangeProps {
  readonly from: string;
  readonly to: string;
  readonly onChange: (spec: string) => void;
}

function CustomRange({ from, to, onChange }: CustomRangeProps) {
  const { t } = useTranslation();
  const [range, setRange] = useState({ from, to });
  const spec = customSpec(range.from, range.to);
  return (
    <form
      className="period-custom"
      onSubmit={(event) => {
        event.preventDefault();
        if (spec !== null) onChange(spec);
      }}
    >
      <DateField
        label={t('overview:period.from')}
        value={range.from}
        onChange={(next) => setRange({ ...range, from: next })}
      />
      <DateField
        label={t('overview:period.to')}
        value={range.to}
        onChange={(next) => setRange({ ...range, to: next })}
      />
      <Button type="submit" disabled={spec === null}>
        {t('overview:period.use')}
      </Button>
    </form>
  );
}

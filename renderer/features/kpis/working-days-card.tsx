import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseIsoDate } from '#shared/calendar.ts';
import { formatNumber } from '#shared/format.ts';
import { HOLIDAY_COUNTRIES, type HolidayCountry } from '#shared/holidays/countries.ts';
import type { Settings } from '#shared/settings.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { usePeriod } from './period-chip.tsx';
import { RuleCard } from './rule-card.tsx';
import { useSettings } from './use-settings.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const NO_CALENDAR = 'none';

/** Whose holidays are free, which days of the week are worked, and other free days. */
export function WorkingDaysCard() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { settings, disabled, change } = useSettings();
  const { workingDays } = settings;
  const { period, name: periodText } = usePeriod();
  const counted = useHostQuery('kpi.check', { formula: 'working-days', id: null, period }, { keep: true }).data;
  const days = counted?.ok === true ? counted.value : null;
  const set = (part: Partial<Settings['workingDays']>): void =>
    change(t('library:rule.workingDays.changed'), { workingDays: { ...workingDays, ...part } }, { workingDays });
  const countries = HOLIDAY_COUNTRIES.map((code) => ({ value: code, label: t(`library:country.${code}`) })).toSorted(
    (a, b) => a.label.localeCompare(b.label, locale),
  );
  const { country, weekdays } = workingDays;
  return (
    <RuleCard rule="workingDays">
      <div className="kpi-rule-fields">
        <Select<HolidayCountry | typeof NO_CALENDAR>
          showLabel
          label={t('library:rule.workingDays.country')}
          disabled={disabled}
          value={country ?? NO_CALENDAR}
          onChange={(next) => set({ country: next === NO_CALENDAR ? null : next })}
          groups={[
            { options: [{ value: NO_CALENDAR, label: t('library:rule.workingDays.none') }] },
            { options: countries },
          ]}
        />
        {country !== null && (
          <>
            <fieldset className="kpi-week">
              <legend className="ui-field-label">{t('library:rule.workingDays.week')}</legend>
              {WEEK.map((day) => {
                const worked = weekdays.includes(day);
                return (
                  <span key={day} className="kpi-week-day">
                    <Checkbox
                      label={t(`library:weekday.${day}`)}
                      checked={worked}
                      disabled={disabled || (worked && weekdays.length === 1)}
                      onChange={(next) =>
                        set({ weekdays: WEEK.filter((each) => (each === day ? next : weekdays.includes(each))) })
                      }
                    />
                    <span aria-hidden="true">{t(`library:weekdayShort.${day}`)}</span>
                  </span>
                );
              })}
            </fieldset>
            <ExtraDays key={workingDays.extra.join()} extra={workingDays.extra} disabled={disabled} onSave={set} />
            {days !== null && (
              <p className="kpi-rule-said">
                {t('library:rule.workingDays.inPeriod', {
                  count: days,
                  n: formatNumber(days, locale),
                  period: periodText,
                })}
              </p>
            )}
          </>
        )}
      </div>
    </RuleCard>
  );
}

interface ExtraDaysProps {
  readonly extra: readonly string[];
  readonly disabled: boolean;
  readonly onSave: (part: { readonly extra: string[] }) => void;
}

function ExtraDays({ extra, disabled, onSave }: ExtraDaysProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(extra.join('\n'));
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const wrong = lines.filter((line) => parseIsoDate(line) === null);
  const isChanged = lines.join() !== extra.join();
  return (
    <div className="kpi-extra">
      <TextArea
        label={t('library:rule.workingDays.extra')}
        disabled={disabled}
        value={text}
        onChange={setText}
        hint={t('library:rule.workingDays.extraHint')}
        error={
          isChanged && wrong.length > 0 ? t('library:rule.workingDays.extraWrong', { lines: wrong.join(', ') }) : null
        }
      />
      {isChanged && (
        <Button
          disabled={disabled || wrong.length > 0}
          onClick={() => onSave({ extra: [...new Set(lines)].toSorted() })}
        >
          {t('library:rule.workingDays.extraSave')}
        </Button>
      )}
    </div>
  );
}

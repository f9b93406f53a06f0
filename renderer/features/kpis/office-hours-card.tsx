import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/settings.ts';
import { TextField } from '../../ui/text-field.tsx';
import { RuleCard } from './rule-card.tsx';
import { typedTime } from './typed-time.model.ts';
import { useSettings } from './use-settings.ts';

type Hours = Settings['officeHours'];

/** From when to when somebody is there to answer. */
export function OfficeHoursCard() {
  const { t } = useTranslation();
  const { settings, disabled, change } = useSettings();
  const { officeHours } = settings;
  const set = (next: Hours): void =>
    change(t('library:rule.officeHours.changed'), { officeHours: next }, { officeHours });
  return (
    <RuleCard rule="officeHours">
      <HoursFields key={`${officeHours.from} ${officeHours.to}`} hours={officeHours} disabled={disabled} onSet={set} />
    </RuleCard>
  );
}

interface HoursFieldsProps {
  readonly hours: Hours;
  readonly disabled: boolean;
  readonly onSet: (hours: Hours) => void;
}

function HoursFields({ hours, disabled, onSet }: HoursFieldsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(hours);
  const [tried, setTried] = useState(false);
  const [from, to] = [typedTime(typed.from), typedTime(typed.to)];
  const isTurned = from !== null && to !== null && from >= to;
  const set = (): void => {
    setTried(true);
    if (from === null || to === null || isTurned) return;
    if (from !== hours.from || to !== hours.to) onSet({ from, to });
    else setTyped(hours);
  };
  const wrong = (end: keyof Hours): string | null => {
    if (!tried) return null;
    if ((end === 'from' ? from : to) === null) return t('library:rule.officeHours.noTime');
    return isTurned && end === 'to' ? t('library:rule.officeHours.wrong') : null;
  };
  return (
    <div className="kpi-hours">
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          label={t(`library:rule.officeHours.${end}`)}
          disabled={disabled}
          maxLength={5}
          value={typed[end]}
          onChange={(value) => setTyped({ ...typed, [end]: value })}
          onBlur={set}
          onKeyDown={(event) => {
            if (event.key === 'Enter') set();
          }}
          error={wrong(end)}
        />
      ))}
    </div>
  );
}

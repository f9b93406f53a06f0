import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';
import { RuleCard } from './rule-card.tsx';
import { useSettings } from './use-settings.ts';

/** From when to when somebody is there to answer. */
export function OfficeHoursCard() {
  const { t } = useTranslation();
  const { settings, disabled, change } = useSettings();
  const { officeHours } = settings;
  const [typed, setTyped] = useState(officeHours);
  const [base, setBase] = useState(officeHours);
  if (base !== officeHours) {
    setBase(officeHours);
    setTyped(officeHours);
  }
  const isWrong = typed.from === '' || typed.to === '' || typed.from >= typed.to;
  const set = (): void => {
    if (isWrong || (typed.from === officeHours.from && typed.to === officeHours.to)) return;
    change(
      t('library:settings.changed', { setting: t('library:rule.officeHours.title') }),
      { officeHours: typed },
      { officeHours },
    );
  };
  return (
    <RuleCard rule="officeHours">
      <div className="kpi-hours">
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            type="time"
            label={t(`library:rule.officeHours.${end}`)}
            disabled={disabled}
            value={typed[end]}
            onChange={(value) => setTyped({ ...typed, [end]: value })}
            onBlur={set}
            onKeyDown={(event) => {
              if (event.key === 'Enter') set();
            }}
            error={end === 'to' && isWrong ? t('library:rule.officeHours.wrong') : null}
          />
        ))}
      </div>
    </RuleCard>
  );
}

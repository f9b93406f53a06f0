import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RuleCard } from './rule-card.tsx';
import { derivedLapse, lapseText } from './rules.model.ts';
import { typedNumber } from './typed-number.model.ts';
import { useSettings } from './use-settings.ts';

const MOST_DAYS = 10_000;

/** After how many days without a purchase a customer is lost: as the data have it, or a number of the user's own. */
export function LapseCard() {
  const { t } = useTranslation();
  const id = useId();
  const locale = useLocale();
  const { settings, disabled, change } = useSettings();
  const lapse = useHostQuery('catalogue.lapse', {}, { keep: true }).data;
  const { lapseDays } = settings;
  const [text, setText] = useState(lapseDays === null ? '' : String(lapseDays));
  const [wrong, setWrong] = useState(false);
  const derived = lapse === undefined ? null : derivedLapse(lapse);
  const set = (days: number | null): void => {
    setWrong(false);
    setText(days === null ? '' : String(days));
    if (days !== lapseDays)
      change(
        t('library:settings.changed', { setting: t('library:rule.lapse.title') }),
        { lapseDays: days },
        { lapseDays },
      );
  };
  const setTyped = (): void => {
    const days = typedNumber(text, locale);
    if (days !== null && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) set(days);
    else setWrong(lapseDays !== null || text.trim() !== '');
  };
  return (
    <RuleCard rule="lapse">
      <h3 id={id} className="visually-hidden">
        {t('library:rule.lapse.title')}
      </h3>
      <div className="kpi-rule-choices">
        <RadioChoice
          labelledBy={id}
          disabled={disabled}
          value={lapseDays === null ? 'derived' : 'own'}
          onChange={(next) => set(next === 'derived' ? null : (derived?.days ?? null))}
          options={[
            {
              value: 'derived',
              content: t('library:rule.lapse.automatic', {
                text: derived === null ? '…' : lapseText(derived, false, t, locale),
              }),
            },
            { value: 'own', content: t('library:rule.lapse.own') },
          ]}
        />
      </div>
      {lapseDays !== null && (
        <form
          className="kpi-rule-number"
          onSubmit={(event) => {
            event.preventDefault();
            setTyped();
          }}
        >
          <TextField
            label={t('library:rule.lapse.input')}
            inputMode="numeric"
            disabled={disabled}
            value={text}
            onChange={setText}
            onBlur={setTyped}
            error={wrong ? t('library:rule.lapse.wrong') : null}
          />
        </form>
      )}
    </RuleCard>
  );
}

import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { derivedLapse } from '#shared/lapse.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { saidTold, Sentence } from '../overview/sentence.tsx';
import { RuleCard } from './rule-card.tsx';
import { lapseText } from './rules.model.ts';
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
  const derived = lapse === undefined ? null : { ...lapse, days: derivedLapse(lapse.medianGap) };
  const told = { of: 'lapse', figure: 'derived' } as const;
  const said =
    derived === null
      ? []
      : [
          {
            text: lapseText(derived, false, t, locale),
            opens: saidTold({ told, name: t('library:rule.lapse.name'), place: '' }),
          },
        ];
  const [opened, setOpened] = useState(false);
  const isOwn = lapseDays !== null || opened;
  const set = (days: number | null): void => {
    setOpened(false);
    if (days !== lapseDays) change(t('library:rule.lapse.changed'), { lapseDays: days }, { lapseDays });
  };
  return (
    <RuleCard rule="lapse">
      <span id={id} hidden>
        {t('library:rule.lapse.title')}
      </span>
      <div className="kpi-rule-choices">
        <RadioChoice
          labelledBy={id}
          disabled={disabled}
          value={isOwn ? 'own' : 'derived'}
          onChange={(next) => (next === 'derived' ? set(null) : setOpened(true))}
          options={[
            {
              value: 'derived',
              content: t('library:rule.lapse.automatic'),
              aside: (
                <span className="kpi-lapse-said">
                  <Sentence pieces={said} />
                </span>
              ),
            },
            { value: 'own', content: t('library:rule.lapse.own') },
          ]}
        />
        {isOwn && <DaysField key={lapseDays} days={lapseDays ?? derived?.days ?? 0} disabled={disabled} onSet={set} />}
      </div>
    </RuleCard>
  );
}

interface DaysFieldProps {
  readonly days: number;
  readonly disabled: boolean;
  readonly onSet: (days: number) => void;
}

function DaysField({ days, disabled, onSet }: DaysFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [text, setText] = useState(String(days));
  const [wrong, setWrong] = useState(false);
  const set = (): void => {
    const typed = typedNumber(text, locale);
    const isRight = typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= MOST_DAYS;
    setWrong(!isRight);
    if (isRight) onSet(typed);
  };
  return (
    <form
      className="kpi-rule-number"
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <TextField
        label={t('library:rule.lapse.input')}
        inputMode="numeric"
        disabled={disabled}
        value={text}
        onChange={setText}
        onBlur={() => {
          if (text.trim() !== String(days)) set();
        }}
        error={wrong ? t('library:rule.lapse.wrong') : null}
      />
    </form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { formatNumber } from '#shared/format.ts';
import type { Settings } from '#shared/settings.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { typedNumber } from './typed-number.model.ts';
import { useSettings } from './use-settings.ts';

interface ReferenceFormProps {
  readonly entry: KpiEntry;
  readonly reference: Settings['references'][string] | null;
  readonly onDone: () => void;
}

/** A value from elsewhere and where it comes from. Shares are written in per cent. */
export function ReferenceForm({ entry, reference, onDone }: ReferenceFormProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const { locale, currency } = useFormatContext();
  const { settings, disabled, change } = useSettings();
  const { kpi, unit } = entry;
  const scale = unit === 'ratio' ? 100 : 1;
  const [text, setText] = useState(reference === null ? '' : formatNumber(reference.value * scale, locale, 4, 0));
  const [source, setSource] = useState(reference?.source ?? '');
  const [tried, setTried] = useState(false);
  const value = typedNumber(text, locale);
  const { [kpi]: _, ...others } = settings.references;
  const save = (references: Settings['references']): void => {
    change(t('library:against.saved', { name: words.name(kpi) }), { references }, { references: settings.references });
    onDone();
  };
  const shownUnit =
    unit === 'money' ? currency : unit === 'ratio' ? '%' : t(`library:unit.${unit}`).toLocaleLowerCase(locale);
  return (
    <form
      className="kpi-reference"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (value !== null && source.trim() !== '')
          save({ ...others, [kpi]: { value: value / scale, source: source.trim() } });
      }}
    >
      <TextField
        label={t('library:against.valueIn', { unit: shownUnit })}
        value={text}
        onChange={setText}
        inputMode="decimal"
        ref={focusFirst}
        error={tried && value === null ? t('library:against.notNumber') : null}
      />
      <TextField
        label={t('library:against.source')}
        value={source}
        onChange={setSource}
        hint={t('library:against.sourceHint')}
        error={tried && source.trim() === '' ? t('library:against.noSource') : null}
      />
      <div className="kpi-reference-actions">
        <Button type="submit" disabled={disabled}>
          {t('library:against.save')}
        </Button>
        <Button look="ghost" onClick={onDone}>
          {t('library:against.cancel')}
        </Button>
        {reference !== null && (
          <Button look="ghost" disabled={disabled} onClick={() => save(others)}>
            {t('library:against.clear')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Whoever asks for the form wants to write. */
function focusFirst(input: HTMLInputElement | null): void {
  input?.focus();
}

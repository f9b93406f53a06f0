import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, ReadingOptions, TableYear } from '#shared/importing.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { typedYear, withYear } from './table-year.model.ts';

interface TableYearProps {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ReadingOptions) => void;
}

/** The year of months that are columns: asked for where nobody says it, else told with who says it and a way to change it. */
export function TableYearQuestion({ inspection: { year }, options, disabled, onChange }: TableYearProps) {
  const { t } = useTranslation('import');
  const [isOpen, setOpen] = useState(false);
  const say = (said: number | 'none' | null): void => {
    setOpen(false);
    onChange(withYear(options, said));
  };
  if (options.year === 'none') {
    return (
      <p className="import-answers">
        <span>
          {t('year.kept')}{' '}
          <Button look="link" disabled={disabled} onClick={() => say(null)}>
            {t('year.asRows')}
          </Button>
        </span>
      </p>
    );
  }
  if (year === null) return null;
  if (year.value !== null && !isOpen) {
    return (
      <p className="import-answers">
        <span>
          <b>{t('year.label')}:</b> {year.value} <Source year={year} />{' '}
          <Button look="link" disabled={disabled} onClick={() => setOpen(true)}>
            {t('question.again')}
          </Button>
        </span>
      </p>
    );
  }
  return (
    <section className="import-questions" aria-labelledby="import-year">
      <h3 id="import-year">{t('year.title')}</h3>
      <p>{t(year.value === null ? 'year.sub' : 'year.subChange')}</p>
      <YearField disabled={disabled} value={year.value} onSay={say} />
      <Button look="link" disabled={disabled} onClick={() => say('none')}>
        {t('year.keep')}
      </Button>
    </section>
  );
}

function Source({ year: { from, text } }: { readonly year: TableYear }) {
  const { t } = useTranslation('import');
  if (from === null || from === 'user') return null;
  return <span className="muted">{t(`year.from.${from}`, { text })}</span>;
}

interface YearFieldProps {
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onSay: (year: number) => void;
}

function YearField({ value, disabled, onSay }: YearFieldProps) {
  const { t } = useTranslation('import');
  const [text, setText] = useState(value === null ? '' : String(value));
  const year = typedYear(text);
  return (
    <form
      className="import-year"
      onSubmit={(event) => {
        event.preventDefault();
        if (year !== null) onSay(year);
      }}
    >
      <TextField
        label={t('year.field')}
        value={text}
        onChange={setText}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        disabled={disabled}
      />
      <Button type="submit" disabled={disabled || year === null}>
        {t('year.use')}
      </Button>
    </form>
  );
}

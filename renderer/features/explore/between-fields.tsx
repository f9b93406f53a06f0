import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, type Locale } from '#shared/format.ts';
import type { Filter } from '#shared/question.ts';
import { TextField } from '../../ui/text-field.tsx';
import { typedNumber } from '../kpis/typed-number.model.ts';
import { useExploring } from './explore-context.ts';

type Between = Extract<Filter, { readonly op: 'between' }>;

/** Two ends of numbers, either of them open. */
export function BetweenFields({
  filter,
  onChange,
}: {
  readonly filter: Between;
  readonly onChange: (next: Between) => void;
}) {
  const { t } = useTranslation();
  const { words } = useExploring();
  const [texts, setTexts] = useState(() => ({
    from: shown(filter.from, words.locale),
    to: shown(filter.to, words.locale),
  }));
  const field = (end: 'from' | 'to') => {
    const text = texts[end];
    const isWrong = text.trim() !== '' && typedNumber(text, words.locale) === null;
    return (
      <TextField
        label={t(`explore:filter.${end}`)}
        inputMode="decimal"
        value={text}
        error={isWrong ? t('explore:filter.noNumber') : null}
        onChange={(next) => {
          setTexts({ ...texts, [end]: next });
          const number = next.trim() === '' ? null : typedNumber(next, words.locale);
          if (next.trim() === '' || number !== null) onChange({ ...filter, [end]: number });
        }}
      />
    );
  };
  return (
    <div className="panel-pair">
      {field('from')}
      {field('to')}
    </div>
  );
}

function shown(value: number | null, locale: Locale): string {
  return value === null ? '' : formatNumber(value, locale, 4, 0);
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { RowFilter } from '#shared/stored-rows.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { typedNumber } from './filters.model.ts';

interface RangeProps {
  readonly field: string;
  readonly filter: RowFilter | null;
  readonly onChange: (filter: RowFilter | null) => void;
}

/** Numbers from and to, both included, in the units of the file. */
export function NumberRange({ field, filter, onChange }: RangeProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = (value: number | null): string => (value === null ? '' : formatNumber(value, locale, 4, 0));
  const [from, setFrom] = useState(filter?.is === 'number' ? shown(filter.from) : '');
  const [to, setTo] = useState(filter?.is === 'number' ? shown(filter.to) : '');
  const change = (first: string, last: string): void => {
    setFrom(first);
    setTo(last);
    const [low, high] = [typedNumber(first), typedNumber(last)];
    if (Number.isNaN(low) || Number.isNaN(high)) return;
    onChange(low === null && high === null ? null : { field, is: 'number', from: low, to: high });
  };
  const errorOf = (text: string): string | null => (Number.isNaN(typedNumber(text)) ? t('rows:notANumber') : null);
  return (
    <div className="rows-range">
      <TextField
        label={t('rows:from')}
        inputMode="decimal"
        value={from}
        error={errorOf(from)}
        onChange={(text) => change(text, to)}
      />
      <TextField
        label={t('rows:to')}
        inputMode="decimal"
        value={to}
        error={errorOf(to)}
        onChange={(text) => change(from, text)}
      />
    </div>
  );
}

/** Days from and to, both included. */
export function DateRange({ field, filter, onChange }: RangeProps) {
  const { t } = useTranslation();
  const range = filter?.is === 'date' ? filter : { from: null, to: null };
  const change = (part: { readonly from: string | null } | { readonly to: string | null }): void => {
    const { from, to } = { ...range, ...part };
    onChange(from === null && to === null ? null : { field, is: 'date', from, to });
  };
  const day = (text: string): string | null => (text === '' ? null : text);
  return (
    <div className="rows-range">
      <DateField label={t('rows:from')} value={range.from ?? ''} onChange={(text) => change({ from: day(text) })} />
      <DateField label={t('rows:to')} value={range.to ?? ''} onChange={(text) => change({ to: day(text) })} />
    </div>
  );
}

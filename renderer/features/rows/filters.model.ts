import type { TFunction } from 'i18next';
import { formatDate } from '#shared/format-period.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import type { RowFilter } from '#shared/stored-rows.ts';
import { storedValue } from '#shared/stored-words.ts';

/** The filter of a column; there is at most one. */
export function filterOf(filters: readonly RowFilter[], field: string): RowFilter | null {
  return filters.find((filter) => filter.field === field) ?? null;
}

/** The filters with another one, or none, for a column. */
export function withFilter(
  filters: readonly RowFilter[],
  field: string,
  filter: RowFilter | null,
): readonly RowFilter[] {
  const at = filters.findIndex((each) => each.field === field);
  if (at < 0) return filter === null ? filters : [...filters, filter];
  return filter === null ? filters.toSpliced(at, 1) : filters.with(at, filter);
}

/**
 * A number as people type it in either language, with a percent sign or without; null for none, NaN for what is no number.
 * Example: `typedNumber('1 234,5')` is 1234.5 and `typedNumber('20 %')` is 0.2.
 */
export function typedNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
  if (plain === '') return null;
  const match = /^(-?)(\d*)(?:[.,](\d+))?(%?)$/.exec(plain);
  if (match === null || plain === '-') return NaN;
  const number = Number(`${match[1] ?? ''}${match[2] === '' ? '0' : (match[2] ?? '')}.${match[3] ?? '0'}`);
  return match[4] === '%' ? number / 100 : number;
}

interface Words {
  readonly t: TFunction;
  readonly locale: Locale;
}

/** A filter in words, to stand behind its column's name: "innehåller ”björk”", "från 100", "saknas". */
export function filterWords(filter: RowFilter, { t, locale }: Words): string {
  const range = (from: string | null, to: string | null): string => {
    if (from !== null && to !== null) return from === to ? from : t('rows:words.between', { from, to });
    return from === null ? t('rows:words.to', { to: to ?? '' }) : t('rows:words.from', { from });
  };
  const number = (value: number | null): string | null => (value === null ? null : formatNumber(value, locale, 4, 0));
  const day = (iso: string | null): string | null => (iso === null ? null : formatDate(iso, locale));
  switch (filter.is) {
    case 'contains':
      return t('rows:words.contains', { text: filter.text });
    case 'in': {
      const [first = null, ...others] = filter.values;
      const name = first === null ? t('rows:blank') : storedValue(t, filter.field, first);
      return others.length === 0 ? name : t('rows:words.some', { name, n: formatNumber(others.length, locale) });
    }
    case 'number':
      return range(number(filter.from), number(filter.to));
    case 'date':
      return range(day(filter.from), day(filter.to));
    case 'flag':
      return t(filter.value ? 'rows:yes' : 'rows:no');
    case 'blank':
      return t('rows:words.blank');
    case 'filled':
      return t('rows:words.filled');
  }
}

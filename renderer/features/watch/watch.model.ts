import type { TFunction } from 'i18next';
import { formatNumber, type Locale } from '#shared/format.ts';
import type { OfferedFile, TakenFile } from '#shared/watching.ts';

/** What an offer says: how many rows it would add and whose reading they follow, or that something is left to settle. */
export function offerText(t: TFunction, { rows, rejected, remembered, ready }: OfferedFile, locale: Locale): string {
  const before = remembered;
  const first = ready
    ? t('watch:offer.rows', { count: rows, n: formatNumber(rows, locale), before })
    : t('watch:offer.open', { before });
  if (rejected === 0) return first;
  return `${first} ${t('watch:offer.rejected', { count: rejected, n: formatNumber(rejected, locale) })}`;
}

export function takenText(t: TFunction, { rows }: TakenFile, locale: Locale): string {
  return t('watch:taken.rows', { count: rows, n: formatNumber(rows, locale) });
}

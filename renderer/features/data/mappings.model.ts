import type { TFunction } from 'i18next';
import { formatNumber, type Locale } from '#shared/format.ts';
import type { RememberedMapping } from '#shared/importing.ts';
import { kindName } from '../import/words.ts';

const SHOWN = 3;

/** What a remembered file holds and its first headers: "Försäljning: Fakturadatum, Fakturanr, Kund och 5 till". */
export function mappingSummary(
  t: TFunction,
  { kind, columns }: Pick<RememberedMapping, 'kind' | 'columns'>,
  locale: Locale,
): string {
  const first = columns
    .slice(0, SHOWN)
    .map(({ header }) => header)
    .join(', ');
  const left = columns.length - SHOWN;
  const headers = left > 0 ? t('reimport:mappings.more', { headers: first, n: formatNumber(left, locale) }) : first;
  return t('reimport:mappings.about', { kind: kindName(t, kind), headers });
}

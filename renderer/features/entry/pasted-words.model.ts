import type { TFunction } from 'i18next';
import type { EntryKind } from '#shared/entry-kinds.ts';
import type { Pasted } from '#shared/entry.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import { listed } from '../import/words.ts';

/** What became of a pasted block beside its rows: sums and columns left out, months turned to rows. '' when nothing did. */
export function pastedWords(
  t: TFunction,
  kind: EntryKind,
  { leftOut, totals, notices }: Pick<Pasted, 'leftOut' | 'totals' | 'notices'>,
  locale: Locale,
): string {
  const months = notices.find(({ code }) => code === 'unpivoted')?.details['months'];
  const columns = listed(
    leftOut.map((name) => t('entry:quoted', { name })),
    t('entry:and'),
  );
  return [
    months === undefined ? '' : t(`entry:paste.months.${kind === 'target' ? 'target' : 'cost'}`),
    totals === 0 ? '' : t('entry:paste.totals', { count: totals, n: formatNumber(totals, locale) }),
    leftOut.length === 0 ? '' : t('entry:paste.leftOut', { count: leftOut.length, columns }),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

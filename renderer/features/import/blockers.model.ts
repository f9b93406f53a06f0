import type { TFunction } from 'i18next';
import type { Inspection } from '#shared/importing.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import { receiptRows } from './receipt.model.ts';
import { fieldName } from './words.ts';

const KNOWN = ['E_AMBIGUOUS', 'E_MISSING_FIELD', 'E_ALL_REJECTED', 'E_ALREADY_IMPORTED', 'E_NO_ROWS'] as const;

/** Why the file cannot be imported yet, one sentence a blocker, the same sentence once. What is asked on the page itself is left out. */
export function blockerSentences(
  t: TFunction,
  inspection: Inspection,
  locale: Locale,
  asked: readonly string[] = [],
): readonly string[] {
  const rows = receiptRows(inspection.receipt);
  const open = inspection.blockers.filter(
    ({ code, column }) =>
      code !== 'E_NO_YEAR' && (code !== 'E_AMBIGUOUS' || column === null || !asked.includes(column)),
  );
  const sentences = open.map(({ code, field, column }) =>
    t(`import:blockers.${KNOWN.find((known) => known === code) ?? 'other'}`, {
      field: field === null ? '' : fieldName(t, inspection.kind, field).toLowerCase(),
      column: column ?? '',
      n: formatNumber(rows.duplicates, locale),
    }),
  );
  return [...new Set(sentences)];
}

/** Whether the import may start: nothing stands in the way and there is something to import. */
export function canImport(inspection: Inspection): boolean {
  return inspection.blockers.length === 0 && receiptRows(inspection.receipt).imported > 0;
}

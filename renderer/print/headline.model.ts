import type { TFunction } from 'i18next';
import { formatChange, formatCompact, joined, type FormatContext } from '#shared/format.ts';
import type { AnswerCell } from '#shared/question.ts';

/** The report's first line: what revenue did, in one sentence and without claiming why. Example: "Intäkterna ökade 8,3 % till 18,42 mkr". */
export function headline(revenue: AnswerCell | null, t: TFunction, format: FormatContext): string {
  if (revenue === null || revenue.value === null) return t('print:headline.none');
  const value = joined(formatCompact(revenue.value, 'money', format), format.locale);
  const change = formatChange(revenue.compare, 'money', 'higher', format);
  if (change === null) return t('print:headline.plain', { value });
  if (change.arrow === '') return t('print:headline.same', { value });
  return t(change.arrow === '▲' ? 'print:headline.rose' : 'print:headline.fell', { size: change.text, value });
}

import type { TFunction } from 'i18next';
import { formatRange } from '#shared/format-period.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import type { ChangeRule, Inspection } from '#shared/importing.ts';

export interface ChangeChoice {
  readonly rule: ChangeRule;
  readonly title: string;
  readonly text: string;
}

export interface ChangedRows {
  readonly title: string;
  readonly sub: string | null;
  readonly choices: readonly ChangeChoice[];
}

/**
 * What can be done with rows that have changed, or with rows that stand in the file's period already; null when the file
 * meets none. Rows that are simply there already ask nothing.
 */
export function changedRows(
  t: TFunction,
  { reimport, receipt }: Pick<Inspection, 'reimport' | 'receipt'>,
  locale: Locale,
): ChangedRows | null {
  const { onChange, changed, from, to, inPeriod } = reimport;
  const others = inPeriod - receipt.rows.duplicates + receipt.changes.kept;
  if (changed === 0 && onChange === 'update' && (others <= 0 || receipt.rows.imported === 0)) return null;
  const n = (count: number): string => formatNumber(count, locale);
  const period = from === null || to === null ? null : formatRange(from, to, locale);
  const choice = (rule: ChangeRule, title: string, text: string): ChangeChoice => ({ rule, title, text });
  const choices = [
    changed > 0
      ? choice('update', t('reimport:choice.update'), t('reimport:choice.updateText'))
      : choice('update', t('reimport:choice.add'), t('reimport:choice.addText')),
    ...(changed > 0 || onChange === 'skip'
      ? [choice('skip', t('reimport:choice.skip'), t('reimport:choice.skipText'))]
      : []),
    ...(period !== null && (inPeriod > 0 || onChange === 'replace-period')
      ? [
          choice(
            'replace-period',
            t('reimport:choice.replace'),
            t('reimport:choice.replaceText', { count: inPeriod, n: n(inPeriod), period }),
          ),
        ]
      : []),
  ];
  return changed > 0
    ? { title: t('reimport:choice.changed', { count: changed, n: n(changed) }), sub: null, choices }
    : {
        title: t('reimport:choice.samePeriod'),
        sub: period === null ? null : t('reimport:choice.samePeriodSub', { n: n(inPeriod), period }),
        choices,
      };
}

import type { TFunction } from 'i18next';
import type { Benchmarks } from '#shared/benchmarks.ts';
import type { Input } from '#shared/contract.ts';
import { formatRange } from '#shared/format-period.ts';
import type { Locale } from '#shared/format.ts';
import type { PassportLine } from '../passport/passport.model.ts';

/** What a number is held against, as lines that open their own passports. One that is both the last and the best is named the last. */
export function benchmarkLines(
  found: Benchmarks[number] | undefined,
  asked: Input<'question.benchmarks'> | null,
  shown: (value: number) => string,
  t: TFunction,
  locale: Locale,
): readonly PassportLine[] {
  if (found === undefined) return [];
  const { kpi, last, best, external } = found;
  const named = (key: 'last' | 'best', one: NonNullable<typeof last>): PassportLine => ({
    label: t(`library:against.${key}`, { period: formatRange(one.period.from, one.period.to, locale) }),
    value: shown(one.value),
    ...(asked === null
      ? {}
      : { opens: { question: { ...asked, period: one.period.spec }, cell: { kpi, row: [], column: [] } } }),
  });
  return [
    ...(last === null ? [] : [named('last', last)]),
    ...(best === null || best.period.from === last?.period.from ? [] : [named('best', best)]),
    ...(external === null
      ? []
      : [{ label: t('library:against.reference', { source: external.source }), value: shown(external.value) }]),
  ];
}

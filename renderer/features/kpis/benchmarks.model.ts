import type { TFunction } from 'i18next';
import type { Benchmarks } from '#shared/benchmarks.ts';
import { formatRange } from '#shared/format-period.ts';
import type { Locale } from '#shared/format.ts';
import type { RuleLine } from './rules.model.ts';

/** What a number is held against, as lines. One that is both the last and the best is named the last. */
export function benchmarkLines(
  found: Benchmarks[number] | undefined,
  shown: (value: number) => string,
  t: TFunction,
  locale: Locale,
): readonly RuleLine[] {
  if (found === undefined) return [];
  const { last, best, external } = found;
  const named = (key: 'last' | 'best', one: NonNullable<typeof last>): RuleLine => ({
    label: t(`library:against.${key}`, { period: formatRange(one.period.from, one.period.to, locale) }),
    value: shown(one.value),
  });
  return [
    ...(last === null ? [] : [named('last', last)]),
    ...(best === null || best.period.from === last?.period.from ? [] : [named('best', best)]),
    ...(external === null
      ? []
      : [{ label: t('library:against.reference', { source: external.source }), value: shown(external.value) }]),
  ];
}

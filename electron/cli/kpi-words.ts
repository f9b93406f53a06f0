import type { FilterWords } from '#shared/filter-words.ts';
import type { Locale } from '#shared/format.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { OwnKpi } from '#shared/own-kpi.ts';
import type { Reason } from '#shared/question.ts';
import { CUSTOM_PREFIX } from '#shared/record-kinds.ts';
import { storedValue } from '#shared/stored-words.ts';
import type { Words } from './words.ts';

/** A KPI by its name, one of the user's own by the user's, in one variant with the name of that: `Churn (by revenue)`. */
export function kpiName(reference: string, own: readonly OwnKpi[], words: Words): string {
  const { kpi, variant } = parseKpiReference(reference);
  const name = own.find(({ id }) => id === kpi)?.name ?? words(`kpis:${kpi}.name`);
  return variant === null ? name : `${name} (${words(`kpis:${kpi}.variants.${variant}`)})`;
}

/** `sale.cost` as a person says it, a column of the user's own by its header. */
export function needText(need: string, words: Words): string {
  const [kind = '', field = ''] = need.split(/\.(.*)/s, 2);
  const name = field.startsWith(CUSTOM_PREFIX) ? field.slice(CUSTOM_PREFIX.length) : words(`fields:${need}`);
  return `${name} (${words(`fields:kinds.${kind}`)})`;
}

export function needsText(needs: readonly string[], words: Words): string {
  return needs.map((need) => needText(need, words)).join(', ');
}

/** Why there is no number. */
export function reasonText({ code, needs }: Reason, words: Words): string {
  return words(`reasons.${code}`, { needs: needsText(needs, words) });
}

/** What filters are told with. */
export function filterWords(words: Words, locale: Locale, own: readonly OwnKpi[]): FilterWords {
  return {
    say: (key, values) => words(`filters:${key}`, values),
    locale,
    member: (name, dimension) => (name === null ? words('unknown') : storedValue(words, dimension, name)),
    kpi: (reference) => kpiName(reference, own, words),
  };
}

import type { TFunction } from 'i18next';
import type { FilterWords } from '#shared/filter-words.ts';
import type { Locale } from '#shared/format.ts';
import { storedValue } from '#shared/stored-words.ts';
import type { KpiWords } from './kpi-words.ts';

/** What filters are told with on screen and paper: `filterCondition(filter, filterWords(t, locale, kpis))`. */
export function filterWords(t: TFunction, locale: Locale, kpis: Pick<KpiWords, 'name'>): FilterWords {
  return {
    say: (key, values) => t(`filters:${key}`, { ...values }),
    locale,
    member: (name, dimension) => (name === null ? t('filters:unknown') : storedValue(t, dimension, name)),
    kpi: kpis.name,
  };
}

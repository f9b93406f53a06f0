import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { storedValue } from '#shared/stored-words.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import { filterWords } from '../../i18n/filter-words.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useLocale } from '../../i18n/use-format.ts';
import type { RowField } from './fields.model.ts';
import type { ExploreWords } from './words.model.ts';

/** Names of everything that can stand in a view. */
export function useExploreWords(dimensions: readonly NamedDimension[], rowFields: readonly RowField[]): ExploreWords {
  const { t } = useTranslation();
  const locale = useLocale();
  const kpis = useKpiWords();
  return useMemo(() => {
    const filters = filterWords(t, locale, kpis);
    return {
      t,
      locale,
      filters,
      kpi: kpis.name,
      member: (name, dimension) => (name === null ? t('filters:unknown') : storedValue(t, dimension, name)),
      dimension: (key) => (key === DATE_DIMENSION ? t('explore:date') : dimensionName(t, key, dimensions)),
      rowField: (key) => rowFields.find((field) => field.key === key)?.name ?? dimensionName(t, key, dimensions),
    };
  }, [t, locale, kpis, dimensions, rowFields]);
}

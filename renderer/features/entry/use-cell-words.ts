import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#shared/units.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import type { CellWords } from './cell-text.model.ts';

/** The words of cells in the language in force. Bookings can be a target without being a KPI yet. */
export function useCellWords(): CellWords {
  const { t } = useTranslation();
  const locale = useLocale();
  const kpis = useHostQuery('catalogue.kpis', {}, { keep: true }).data;
  return useMemo(() => {
    const units = (kpis ?? []).map(({ kpi, unit }): readonly [string, Unit] => [kpi, unit]);
    return { t, locale, kpis: new Map<string, Unit>([...units, ['bookings', 'money']]) };
  }, [t, locale, kpis]);
}

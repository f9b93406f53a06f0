import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import type { OwnKpi } from '#shared/own-kpi.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { useHostQuery } from '../transport/use-host-query.ts';

/** What KPIs and measures are called, the user's own ones included. */
export interface KpiWords {
  /** Of a KPI, of one in a variant of its own, or of a measure; null where nobody has named it. */
  known(reference: string): string | null;
  /** The same, else the id itself. */
  name(reference: string): string;
  definition(kpi: string): string;
  /** Other words that people search for it by. */
  also(kpi: string): string;
  /** Empty where a KPI has but one. */
  variant(kpi: string, variant: string): string;
}

/** Example: 'sales-cycle:mean' is called 'Säljcykel · Medelvärde'. */
export function kpiWords(t: TFunction, entries: readonly Pick<KpiEntry, 'kpi' | 'own'>[]): KpiWords {
  const own = new Map(entries.flatMap((entry) => (entry.own === null ? [] : [[entry.kpi, entry.own] as const])));
  const said = (key: string): string => t(`kpis:${key}`, { defaultValue: '' });
  const variant = (kpi: string, id: string): string =>
    id === 'standard' || own.has(kpi) ? '' : said(`${kpi}.variants.${id}`);
  const known = (reference: string): string | null => {
    const { kpi, variant: id } = parseKpiReference(reference);
    const name = own.get(kpi)?.name ?? said(`${kpi}.name`);
    if (name === '') return null;
    const inVariant = id === null ? '' : variant(kpi, id);
    return inVariant === '' ? name : `${name} · ${inVariant}`;
  };
  return {
    known,
    name: (reference) => known(reference) ?? reference,
    also: (kpi) => t(`library:also.${kpi}`, { defaultValue: '' }),
    definition: (kpi) => own.get(kpi)?.definition ?? said(`${kpi}.definition`),
    variant,
  };
}

const NONE: readonly KpiEntry[] = [];

/** `draft`: of a KPI that is being written. */
export function useKpiWords(draft?: Pick<OwnKpi, 'id' | 'name' | 'definition'>): KpiWords {
  const { t } = useTranslation();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? NONE;
  return useMemo(() => {
    const own = draft === undefined ? [] : [{ kpi: draft.id, own: { name: draft.name, definition: draft.definition } }];
    return kpiWords(t, [...entries, ...own]);
  }, [t, entries, draft]);
}

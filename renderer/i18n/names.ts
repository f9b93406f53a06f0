import type { TFunction } from 'i18next';
import { CUSTOM_PREFIX, LIST_KINDS } from '#shared/record-kinds.ts';

export interface NamedDimension {
  readonly key: string;
  readonly label: string | null;
  readonly kinds: readonly string[];
}

/** A dimension as people say it: the file's own header for a custom one, else the catalogue's word. */
export function dimensionName(t: TFunction, key: string, dimensions: readonly NamedDimension[]): string {
  const known = dimensions.find((dimension) => dimension.key === key);
  if (known?.label != null) return known.label;
  if (key.startsWith(CUSTOM_PREFIX)) return key.slice(CUSTOM_PREFIX.length);
  const kinds = known?.kinds ?? ['sale'];
  // A list gives fields to kinds that have none of that name.
  const homes = [...kinds, ...LIST_KINDS].map((kind) => `fields:${kind}.${key}`);
  return t([...homes, `fields:${key}`], { defaultValue: key });
}

/** A field that rows lack, within its kind: `sale.cost` is "kostnad", `rate.EUR` "kurs för EUR", `calendar.working-days` a calendar. */
export function needName(need: string, t: TFunction): string {
  const { kind, field } = needOf(need);
  if (kind === 'rate') return t('fields:rate', { currency: field });
  if (kind === 'calendar') return t(`fields:calendar.${field}`);
  if (field === '') return t(`fields:kinds.${kind}`, { defaultValue: kind });
  if (field.startsWith(CUSTOM_PREFIX)) return field.slice(CUSTOM_PREFIX.length);
  const name = t([`fields:${kind}.${field}`, `fields:${field}`], { defaultValue: field });
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** What a KPI lacks, fields beside the kind they are of. Example: deal.status, deal.closed and rate.EUR are "affärer (status, avslutad), kurs för EUR". */
export function needsText(needs: readonly string[], t: TFunction): string {
  const byKind = Map.groupBy(needs, (need) => (isOfKind(need) ? needOf(need).kind : need));
  return [...byKind]
    .map(([kind, all]) => {
      if (!isOfKind(kind)) return needName(kind, t);
      const fields = all.filter((need) => needOf(need).field !== '').map((need) => needName(need, t));
      return fields.length === 0 ? needName(kind, t) : `${needName(kind, t)} (${fields.join(', ')})`;
    })
    .join(', ');
}

function needOf(need: string): { readonly kind: string; readonly field: string } {
  const at = need.indexOf('.');
  return at < 0 ? { kind: need, field: '' } : { kind: need.slice(0, at), field: need.slice(at + 1) };
}

const isOfKind = (need: string): boolean => !/^(?:rate|calendar)\./.test(need);

import { CUSTOM_PREFIX } from './record-kinds.ts';
import type { Say } from './stored-words.ts';

/** A field that rows lack, within its kind: `sale.cost` is "kostnad", `rate.EUR` "kurs för EUR", `calendar.working-days` a calendar. */
export function needName(need: string, say: Say): string {
  const { kind, field } = needOf(need);
  if (kind === 'rate') return say('fields:rate', { currency: field });
  if (kind === 'calendar') return say(`fields:calendar.${field}`);
  if (field === '') return said(say, [`fields:kinds.${kind}`], kind);
  if (field.startsWith(CUSTOM_PREFIX)) return field.slice(CUSTOM_PREFIX.length);
  const name = said(say, [`fields:${kind}.${field}`, `fields:${field}`], field);
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** What a KPI lacks, fields beside the kind they are of. Example: deal.status, deal.closed and rate.EUR are "affärer (status, avslutad), kurs för EUR". */
export function needsText(needs: readonly string[], say: Say): string {
  const byKind = Map.groupBy(needs, (need) => (isOfKind(need) ? needOf(need).kind : need));
  return [...byKind]
    .map(([kind, all]) => {
      if (!isOfKind(kind)) return needName(kind, say);
      const fields = all.filter((need) => needOf(need).field !== '').map((need) => needName(need, say));
      return fields.length === 0 ? needName(kind, say) : `${needName(kind, say)} (${fields.join(', ')})`;
    })
    .join(', ');
}

/** The first of the keys that the catalogue has. */
const said = (say: Say, keys: readonly string[], otherwise: string): string =>
  keys.map((key) => say(key, { defaultValue: '' })).find((text) => text !== '') ?? otherwise;

function needOf(need: string): { readonly kind: string; readonly field: string } {
  const at = need.indexOf('.');
  return at < 0 ? { kind: need, field: '' } : { kind: need.slice(0, at), field: need.slice(at + 1) };
}

const isOfKind = (need: string): boolean => !/^(?:rate|calendar)\./.test(need);

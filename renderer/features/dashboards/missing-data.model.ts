import type { TFunction } from 'i18next';
import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import type { Missing } from './ready.model.ts';

/**
 * What is missing, in words: whole kinds by their name, fields of a kind that is there by theirs. KPIs that lack the same are together.
 * Example: 'affärer: Vinstfrekvens, Säljcykel' and 'kostnad (försäljningsrader): Täckningsgrad'.
 */
export function missingData(
  missing: readonly Missing[],
  isHere: (kind: RecordKind) => boolean,
  t: TFunction,
): readonly { readonly data: string; readonly kpis: readonly string[] }[] {
  const lines = new Map<string, string[]>();
  for (const { data, kpis } of missing) {
    const words = dataWords(data, isHere, t);
    if (words !== '') lines.set(words, [...(lines.get(words) ?? []), ...kpis]);
  }
  return [...lines].map(([data, kpis]) => ({ data, kpis })).toSorted((a, b) => b.kpis.length - a.kpis.length);
}

function dataWords(data: readonly string[], isHere: (kind: RecordKind) => boolean, t: TFunction): string {
  const byKind = Map.groupBy(data, (need) => need.split('.')[0] ?? '');
  const words = [...byKind].flatMap(([kind, needs]) => {
    const known = RECORD_KINDS.find((each) => each === kind);
    if (known === undefined) return [];
    const kindName = t(`fields:kinds.${kind}`, { defaultValue: kind });
    if (!isHere(known)) return [kindName];
    const fields = needs.flatMap((need) => {
      const field = need.slice(kind.length + 1);
      return field === '' ? [] : [lowered(t([`fields:${kind}.${field}`, `fields:${field}`], { defaultValue: field }))];
    });
    return fields.length === 0
      ? [kindName]
      : [t('dashboards:missing.kindFields', { fields: fields.join(', '), kind: kindName })];
  });
  return words.join(', ');
}

const lowered = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

import type { WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { FilterWords } from '#shared/filter-words.ts';
import type { Locale } from '#shared/format.ts';
import type { GridWords } from '#shared/grid-words.ts';
import { groupedField, groupedName } from '#shared/grouped-fields.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { CUSTOM_PREFIX } from '#shared/record-kinds.ts';
import type { Settings } from '#shared/settings.ts';
import { storedValue } from '#shared/stored-words.ts';
import { sentencesIn } from './sentences.ts';

export interface TableWords {
  readonly grid: GridWords & { readonly dimension: (key: string) => string };
  readonly filters: FilterWords;
}

/** What an exported table is told with, as its screen tells it. */
export function tableWords(
  locale: Locale,
  columns: Pick<WorkspaceColumns, 'kinds' | 'table'>,
  { ownKpis }: Pick<Settings, 'ownKpis'>,
): TableWords {
  const say = sentencesIn(locale);
  const kpi = (reference: string): string => {
    const { kpi: id, variant } = parseKpiReference(reference);
    const name = ownKpis.find((own) => own.id === id)?.name ?? (say(`kpis:${id}.name`) || id);
    const inVariant = variant === null || variant === 'standard' ? '' : say(`kpis:${id}.variants.${variant}`);
    return inVariant === '' ? name : `${name} · ${inVariant}`;
  };
  const member = (name: string, dimension: string): string => storedValue(say, dimension, name);
  const dimension = (key: string): string => {
    const grouped = groupedField(key);
    if (grouped !== null) return groupedName(grouped, dimension, say);
    const kinds = columns.kinds();
    const label = kinds.flatMap(
      (kind) => columns.table(kind)?.fields.find((field) => field.key === key)?.label ?? [],
    )[0];
    if (label !== undefined) return label;
    if (key.startsWith(CUSTOM_PREFIX)) return key.slice(CUSTOM_PREFIX.length);
    // Cohorts by whatever grain have one name.
    const homes = [...kinds.map((kind) => `fields:${kind}.${key}`), `fields:${key.split(':')[0] ?? key}`];
    const known = homes.map((one) => say(one));
    return known.find((name) => name !== '') ?? key;
  };
  return {
    grid: { say, locale, kpi, member, dimension },
    filters: {
      say: (key, values) => say(`filters:${key}`, values),
      locale,
      kpi,
      member: (name, of) => (name === null ? say('filters:unknown') : member(name, of)),
    },
  };
}

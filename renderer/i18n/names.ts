import type { TFunction } from 'i18next';
import { groupedField, groupedName } from '#shared/grouped-fields.ts';
import { CUSTOM_PREFIX, RECORD_KINDS } from '#shared/record-kinds.ts';

export interface NamedDimension {
  readonly key: string;
  readonly label: string | null;
  readonly kinds: readonly string[];
}

/** A dimension as people say it: the file's own header for a custom one, else the catalogue's word. */
export function dimensionName(t: TFunction, key: string, dimensions: readonly NamedDimension[]): string {
  const grouped = groupedField(key);
  if (grouped !== null) return groupedName(grouped, (field) => dimensionName(t, field, dimensions), t);
  const known = dimensions.find((dimension) => dimension.key === key);
  if (known?.label != null) return known.label;
  if (key.startsWith(CUSTOM_PREFIX)) return key.slice(CUSTOM_PREFIX.length);
  // A list gives fields to kinds that have none of that name.
  const homes = [...(known?.kinds ?? []), ...RECORD_KINDS].map((kind) => `fields:${kind}.${key}`);
  // Cohorts by whatever grain have one name.
  return t([...homes, `fields:${key.split(':')[0] ?? key}`], { defaultValue: key });
}

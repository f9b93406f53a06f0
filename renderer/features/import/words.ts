import type { TFunction } from 'i18next';
import { CUSTOM_PREFIX, type RecordKind } from '#shared/record-kinds.ts';

/** A field as people say it. A custom field is its own header; a name nobody has written is shown as its key. */
export function fieldName(t: TFunction, kind: RecordKind, field: string): string {
  if (field.startsWith(CUSTOM_PREFIX)) return field.slice(CUSTOM_PREFIX.length);
  return t([`fields:${kind}.${field}`, `fields:${field}`], { defaultValue: field });
}

/** A record kind in the plural: "försäljningsrader". */
export function kindName(t: TFunction, kind: RecordKind): string {
  return t(`fields:kinds.${kind}`, { defaultValue: kind });
}

/** "kostnader och leads" */
export function listed(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1) ?? ''}`;
}

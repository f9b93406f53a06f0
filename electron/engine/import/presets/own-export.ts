import en from '#shared/messages/en/fields.json' with { type: 'json' };
import sv from '#shared/messages/sv/fields.json' with { type: 'json' };
import { FIELDS_BY_KIND, RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import { headerWords } from '../header-words.ts';
import { SYNONYMS } from '../synonyms.ts';
import type { Preset } from './preset.ts';

/** The names of a kind's fields as the app shows and writes them, in both languages, and their keys. */
function namesOf(kind: RecordKind): Readonly<Record<string, string>> {
  const languages: readonly Readonly<Record<string, string>>[] = [sv[kind], en[kind]];
  return Object.fromEntries(
    FIELDS_BY_KIND[kind].map(({ key }) => {
      const names = [`${kind} ${key}`, key, ...languages.flatMap((names) => names[key] ?? [])];
      return [key, [...new Set(names.map(headerWords))].join('|')];
    }),
  );
}

/**
 * Our own tables, one preset per kind: nearly every header is the name of a field, and one of them is a name that no other
 * program gives it, such as `Belopp (netto)`.
 */
export const OWN_EXPORTS: readonly Preset[] = RECORD_KINDS.map((kind) => {
  const columns = namesOf(kind);
  const ownWords = Object.entries(columns).flatMap(([field, names]) => {
    const known = SYNONYMS[kind][field];
    const others = [...(known?.sure.split('|') ?? []), ...(known?.check?.split('|') ?? [])];
    return names.split('|').filter((name) => !others.includes(name));
  });
  return {
    name: 'own-export',
    kind,
    signs: { together: Object.values(columns).join('|'), least: 3, share: 0.6, with: ownWords.join('|') },
    columns,
    grouped: true,
  };
});

import en from '#shared/messages/en/fields.json' with { type: 'json' };
import sv from '#shared/messages/sv/fields.json' with { type: 'json' };
import type { FieldInfo } from '#engine/ports/workspace-columns.ts';
import type { Locale } from '#shared/format.ts';
import { CUSTOM_PREFIX, type RecordKind } from '#shared/record-kinds.ts';
import { headerWords } from '../import/header-words.ts';

const CATALOGUES = { 'sv-SE': sv, 'en-GB': en } as const satisfies Readonly<Record<Locale, unknown>>;

/** What a column of a file's own is, as its header says it: of text, whether it names single things; of numbers, whether they are shares. */
export const CUSTOM_WORDS = ['text', 'code', 'number', 'share', 'date'] as const;
export type CustomWord = (typeof CUSTOM_WORDS)[number];

/** The words of a table's header in a language. */
export interface OwnWords {
  /** By field of the kind. */
  readonly fields: Readonly<Record<string, string>>;
  readonly source: { readonly file: string; readonly sheet: string; readonly row: string };
  readonly custom: Readonly<Record<CustomWord, string>>;
}

/** The languages' words for a kind. */
export function ownWords(kind: RecordKind, locale: Locale): OwnWords {
  const words = CATALOGUES[locale];
  return { fields: words[kind], source: words.export.source, custom: words.export.types };
}

/** A mark that no other program writes. Example: `signature('sale')` is '[Nyckeltal: sale]'. */
export function signature(kind: RecordKind): string {
  return `[Nyckeltal: ${kind}]`;
}

function customWord({ type, unit, identifier }: FieldInfo): CustomWord {
  if (type === 'decimal') return unit === 'ratio' ? 'share' : 'number';
  if (type === 'text') return identifier ? 'code' : 'text';
  return 'date';
}

/**
 * The header of a kind's rows: fields by their names, the file's own columns with what they are, and last the file, sheet
 * and row that each row came from. No two are the same to a reader that goes by words.
 * Example: date, amount and custom:Lager are Datum, Belopp (netto), Lager [tal], Källfil, Källblad, Källrad [Nyckeltal: sale].
 */
export function ownHeader(kind: RecordKind, fields: readonly FieldInfo[], locale: Locale): readonly string[] {
  const words = ownWords(kind, locale);
  const taken = new Set<string>();
  const unique = (write: (number: string) => string): string => {
    let header = write('');
    for (let n = 2; taken.has(headerWords(header)); n++) header = write(` ${String(n)}`);
    taken.add(headerWords(header));
    return header;
  };
  const named = fields.map((field) => {
    const { key } = field;
    if (!key.startsWith(CUSTOM_PREFIX)) return unique(() => words.fields[key] ?? key);
    const word = words.custom[customWord(field)];
    return unique((number) => `${key.slice(CUSTOM_PREFIX.length)} [${word}${number}]`);
  });
  const { file, sheet, row } = words.source;
  return [...named, file, sheet, `${row} ${signature(kind)}`];
}

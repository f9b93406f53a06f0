import type { RecordKind } from '#shared/record-kinds.ts';
import { RECORD_KINDS } from '#shared/record-kinds.ts';
import { headerWords } from './header-words.ts';
import { KIND_SIGNS, SYNONYMS } from './synonyms.ts';

/** How well a header names a field: exact names first, then a name with more words, then names that may mean otherwise. */
export interface HeaderMatch {
  readonly field: string;
  readonly tier: 'sure' | 'guess' | 'check';
  /** Place in the field's list: the better name has the lower one. */
  readonly rank: number;
}

/** Words around a name that do not change what it names: currencies, VAT left out, units. */
const NOISE =
  /(?:^| )(?:i |in )?(?:sek|eur|usd|nok|dkk|gbp|kr|kronor|euro|exkl moms|ex moms|excl vat|ex vat|excl tax|st|pcs)$/;
/** With one of these a longer header names something else than the field it contains. */
const OTHER_MEANING =
  /(?:^| )(?:moms|vat|tax|skatt|fee|avgift|frakt|shipping|freight|ship|target|budget|mål|goal|tkr|ksek|mkr|msek|thousands|prev|previous|föregående|ly|index|growth|per|id|nr|no|number|nummer|code|kod|type|typ|inkl|incl|gross|brutto|margin|marginal|band|grad|andel|share)(?: |$)/;

interface WordTable {
  readonly exact: ReadonlyMap<string, readonly HeaderMatch[]>;
  readonly names: readonly { readonly words: string; readonly field: string; readonly rank: number }[];
}

function wordTable(kind: RecordKind): WordTable {
  const exact = new Map<string, HeaderMatch[]>();
  const names: { words: string; field: string; rank: number }[] = [];
  for (const [field, { sure, check }] of Object.entries(SYNONYMS[kind])) {
    sure.split('|').forEach((words, rank) => {
      exact.set(words, [...(exact.get(words) ?? []), { field, tier: 'sure', rank }]);
      if (words.length >= 4) names.push({ words, field, rank });
    });
    check?.split('|').forEach((words, rank) => {
      exact.set(words, [...(exact.get(words) ?? []), { field, tier: 'check', rank: rank + 1000 }]);
    });
  }
  return { exact, names };
}

const TABLES = new Map(RECORD_KINDS.map((kind) => [kind, wordTable(kind)]));
const SIGNS = new Map(RECORD_KINDS.map((kind) => [kind, KIND_SIGNS[kind].split('|')]));

/** True for a header that is a known name of any kind. Example: `isKnownHeader('kundnr')` is true. */
export function isKnownHeader(words: string): boolean {
  return RECORD_KINDS.some((kind) => TABLES.get(kind)?.exact.has(words.replace(NOISE, '')));
}

/**
 * The fields of a kind a header can name. Example: for a sale, ` Sales` is amount, sure; `Total revenue 2024` is amount,
 * a guess; `Total` is amount, to be checked.
 */
export function matchHeader(kind: RecordKind, header: string): readonly HeaderMatch[] {
  const table = TABLES.get(kind);
  if (table === undefined) return [];
  const words = headerWords(header);
  const found = table.exact.get(words) ?? table.exact.get(words.replace(NOISE, ''));
  if (found !== undefined) return found;
  if (OTHER_MEANING.test(words)) return [];
  const padded = ` ${words} `;
  return table.names
    .filter((name) => padded.includes(` ${name.words} `))
    .map(({ field, rank, words: name }) => {
      const isHeadword = padded.endsWith(` ${name} `);
      return { field, tier: 'guess' as const, rank: rank - name.length * 10 - (isHeadword ? 1000 : 0) };
    });
}

/** True for a header that names something near an amount: tax, thousands, a target. Example: 'Belopp (tkr)'. */
export function namesAnother(header: string): boolean {
  return OTHER_MEANING.test(headerWords(header));
}

/** How many of a kind's telling words stand in the headers. Example: `Deal - Stage` has two of a deal. */
export function kindSigns(kind: RecordKind, headers: readonly string[]): number {
  const signs = SIGNS.get(kind) ?? [];
  const padded = headers.map((header) => ` ${headerWords(header)} `);
  return signs.filter((sign) => padded.some((words) => words.includes(` ${sign} `))).length;
}

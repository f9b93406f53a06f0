import type { FileCurrency, Inspection, ReadingOptions } from '#shared/importing.ts';
import { fieldOf, type RecordKind } from '#shared/record-kinds.ts';
import { currencyCode } from '#shared/rates.ts';
import type { PlannedColumn } from './import-plan.ts';
import type { ColumnProfile } from './profile-column.ts';

/** What a file says of its currency before its rows are read. */
export interface CurrencyEvidence extends Pick<FileCurrency, 'from' | 'text'> {
  /** Of every row; null when a column says it, several are said or nobody does. */
  readonly code: string | null;
  /** All that amounts and their formats are written with, as codes; none where a column says it. */
  readonly written: readonly string[];
}

/**
 * The currency of a file's amounts: the user's word, a column, what is written with the amounts, or what their number
 * formats show, in that order. `base` is what the workspace counts in: plain `kr` are its own crowns.
 * Example: amounts as `$1,250.00` in a workspace of SEK give USD, from a symbol.
 */
export function fileCurrency(
  kind: RecordKind,
  columns: readonly PlannedColumn[],
  profiles: readonly ColumnProfile[],
  { currency: said }: ReadingOptions,
  base: string,
): CurrencyEvidence {
  const column = columns.find(({ key }) => key === 'currency');
  if (column !== undefined) return { code: null, from: 'column', text: column.header, written: [] };
  const money = columns.filter(({ unit }) => unit === 'money').flatMap(({ index }) => profiles[index] ?? []);
  const [inTexts, inFormats] = [
    distinct(money.flatMap(({ currencies }) => currencies)),
    distinct(money.flatMap(({ formats }) => formats)),
  ];
  const written = fieldOf(kind, 'currency') === null ? [] : codesOf([...inTexts, ...inFormats], base);
  if (said !== undefined) return { code: said, from: 'user', text: '', written };
  const [code] = written;
  if (code === undefined || written.length > 1) return { code: null, from: null, text: '', written };
  const from = inTexts.length > 0 ? 'symbol' : 'format';
  return { code, from, text: (inTexts.length > 0 ? inTexts : inFormats)[0] ?? '', written };
}

/** Several currencies in one file without a column for them: no row says which is its own. */
export function currencyNotices({ from, written }: CurrencyEvidence): Inspection['notices'] {
  if (from === 'user' || written.length < 2) return [];
  return [{ code: 'several-currencies', details: { currencies: written.join(', ') } }];
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted();

const CROWNS = ['SEK', 'NOK', 'DKK', 'ISK'];
const DOLLARS = ['USD', 'CAD', 'AUD'];

/** A sign such as kr or $ says nothing more beside a code it can stand for. Crowns that are nobody's are taken for Swedish. */
function codesOf(texts: readonly string[], base: string): readonly string[] {
  const isSaid = (codes: readonly string[]): boolean => texts.some((text) => codes.includes(text.toUpperCase()));
  const codes = texts.flatMap((text) => {
    const isCrowns = /^(?:kr\.?|:-)$/i.test(text);
    if ((isCrowns && isSaid(CROWNS)) || (text === '$' && isSaid(DOLLARS))) return [];
    return isCrowns ? (CROWNS.includes(base) ? base : 'SEK') : currencyCode(text, base);
  });
  return distinct(codes);
}

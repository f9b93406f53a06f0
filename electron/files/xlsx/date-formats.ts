import { MOST_CURRENCIES } from '../table-builder.ts';
import { currencyOfFormat } from './currency-formats.ts';
import { xmlElements } from './xml-events.ts';

/** Built-in formats that show a date or time; 27 to 36 and 50 to 58 are those of East Asian versions. */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/**
 * True for a number format that shows a date, a time or a duration. Quoted text, escaped letters and brackets that hold a
 * colour, condition or locale do not count; `[h]`, `[mm]`, `[ss]` do. Example: `0.0" dagar"` is none, `[h]:mm` is one.
 */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  const bare = first.replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replaceAll(/general/gi, '');
  return /[ymdhs]/i.test(bare) || /^\[(?:h+|m+|s+)\]/i.test(bare);
}

export function isDateFormatId(id: number): boolean {
  return builtInDates.some(([from, to]) => id >= from && id <= to);
}

/** What a cell's style says of its number. */
export interface CellStyles {
  /** By style: 1 shows a date, 2 and up the currency at that place less 2, 0 neither. */
  readonly looks: Uint8Array;
  readonly currencies: readonly string[];
}

export const NO_STYLES: CellStyles = { looks: new Uint8Array(), currencies: [] };
export const DATE_LOOK = 1;
export const FIRST_CURRENCY = 2;

/** From the text of `styles.xml`. What a built-in format shows as its currency depends on the reader's machine: it says none. */
export function cellStyles(xml: string): CellStyles {
  const custom = new Map<number, string>();
  const currencies: string[] = [];
  const ids: number[] = [];
  for (const { name, path, attributes } of xmlElements(xml)) {
    if (name === 'numFmt' && path.at(-1) === 'numFmts') {
      custom.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    } else if (name === 'xf' && path.at(-1) === 'cellXfs') {
      ids.push(Number(attributes.get('numFmtId') ?? 0));
    }
  }
  const lookOf = (id: number): number => {
    const code = custom.get(id);
    return code !== undefined ? lookOfFormat(code, currencies) : isDateFormatId(id) ? DATE_LOOK : 0;
  };
  const looks = new Map([...new Set(ids)].map((id) => [id, lookOf(id)]));
  return { looks: Uint8Array.from(ids, (id) => looks.get(id) ?? 0), currencies };
}

/** What a number format shows, as `CellStyles.looks` has it; a currency not seen before is put into the list. */
export function lookOfFormat(code: string, currencies: string[]): number {
  if (isDateFormat(code)) return DATE_LOOK;
  const currency = currencyOfFormat(code);
  if (currency === null) return 0;
  const known = currencies.indexOf(currency);
  if (known >= 0) return known + FIRST_CURRENCY;
  return currencies.length < MOST_CURRENCIES ? currencies.push(currency) - 1 + FIRST_CURRENCY : 0;
}

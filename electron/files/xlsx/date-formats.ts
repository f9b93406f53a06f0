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

/** By cell style: 1 where its number format shows a date. From the text of `styles.xml`. */
export function dateStyles(xml: string): Uint8Array {
  const custom = new Map<number, boolean>();
  const ids: number[] = [];
  for (const { name, path, attributes } of xmlElements(xml)) {
    if (name === 'numFmt' && path.at(-1) === 'numFmts') {
      custom.set(Number(attributes.get('numFmtId')), isDateFormat(attributes.get('formatCode') ?? ''));
    } else if (name === 'xf' && path.at(-1) === 'cellXfs') {
      ids.push(Number(attributes.get('numFmtId') ?? 0));
    }
  }
  return Uint8Array.from(ids, (id) => ((custom.get(id) ?? isDateFormatId(id)) ? 1 : 0));
}

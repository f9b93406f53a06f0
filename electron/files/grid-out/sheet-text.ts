import type { SheetCell, TableSheet } from '#engine/grid/table-sheet.ts';
import { guardText } from '#engine/own-export/guard-text.ts';
import { sheetRows, type SheetTask } from './sheet-rows.ts';

export type TextStyle = 'swedish' | 'international';

const DIALECTS = {
  swedish: { separator: ';', mark: ',' },
  international: { separator: ',', mark: '.' },
} as const satisfies Readonly<Record<TextStyle, { readonly separator: string; readonly mark: string }>>;

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** A sheet as UTF-8 with a byte order mark, some rows at a time. */
export function* sheetText(sheet: TableSheet, style: TextStyle, task: SheetTask): Generator<Buffer> {
  const { separator, mark } = DIALECTS[style];
  const cell = (content: SheetCell): string => {
    if (content === null) return '';
    // Three decimals could be a thousand to who reads them back.
    if (content.is === 'number')
      return numberText(content.value)
        .replace(/(\.\d{3})$/, '$10')
        .replace('.', mark);
    const safe = guardText(content.text.toWellFormed());
    const isBare = !safe.includes(separator) && !/["\r\n]|^\s|\s$/.test(safe);
    return isBare ? safe : `"${safe.replaceAll('"', '""')}"`;
  };
  yield Buffer.from(BYTE_ORDER_MARK);
  for (const rows of sheetRows(sheet, task))
    yield Buffer.from(rows.map((row) => row.map(cell).join(separator) + LINE_END).join(''));
}

/** Digits without an exponent, as many as a spreadsheet keeps. Example: 1/3 is 0.333333333333333, 1e21 all its zeros. */
export function numberText(value: number): string {
  const short = String(Number(value.toPrecision(15)));
  if (!short.includes('e')) return short;
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/\.?0+$/, '') : BigInt(Math.round(value)).toString();
}

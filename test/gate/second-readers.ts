import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { Encoding, Separator } from '#shared/importing.ts';
import { numberCell, placeOf, type Cells } from './cells.ts';

const DAY = 86_400_000;
const FIRST_SERIAL = Date.UTC(1899, 11, 30);

/** A workbook's first sheet as hucre reads it; null when it cannot. */
export async function hucreCells(bytes: Uint8Array): Promise<Cells | null> {
  const book = await readXlsx(bytes).catch(() => null);
  if (book === null) return null;
  const cells = new Map<string, string>();
  book.sheets[0]?.rows.forEach((row, index) => {
    row.forEach((value, column) => {
      const cell = hucreCell(value);
      if (cell !== null) cells.set(placeOf(index + 1, column), cell);
    });
  });
  return cells;
}

function hucreCell(value: unknown): string | null {
  if (value instanceof Date) return `@${Number(((value.getTime() - FIRST_SERIAL) / DAY).toPrecision(15))}`;
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'boolean') return value ? '!TRUE' : '!FALSE';
  return typeof value === 'string' && value !== '' ? `"${value}` : null;
}

/** The letters of a text file; a mark of byte order is none, whatever else the bytes are. */
export function decodedText(file: Buffer, encoding: Encoding): string {
  const bytes = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file;
  if (encoding === 'cp437') return iconv.decode(bytes, 'cp437');
  if (encoding === 'iso-8859-1') return bytes.toString('latin1');
  return new TextDecoder(encoding).decode(bytes);
}

/** A text as papaparse reads it; null where its quotes do not match, or it would see other blanks or line ends. */
export function papaCells(text: string, separator: Separator): Cells | null {
  const start = text.replace(/^\uFEFF/, '').replace(/^sep=[,;\t|](?:\r\n|\n|\r)/i, '');
  const plain = start.endsWith('\u001a') ? start.slice(0, -1) : start;
  // A blank that only papaparse takes for one, after a quote.
  if (/"[^\S \t\r\n]/.test(plain)) return null;
  if (new Set(plain.match(/\r\n|\n|\r/g)).size > 1) return null;
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter: separator });
  if (errors.some(({ type }) => type === 'Quotes')) return null;
  const cells = new Map<string, string>();
  data.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (cell !== '') cells.set(placeOf(index + 1, column), cell);
    });
  });
  return cells;
}

import { damaged } from '../file-errors.ts';
import type { SieBook, SieTransaction, SieVoucher } from './sie-book.ts';
import { sieFields, type SieField } from './sie-fields.ts';

/** Dimensions whose meaning the format reserves, for files that do not name them. */
const RESERVED: readonly (readonly [string, string])[] = [
  ['1', 'Kostnadsställe'],
  ['2', 'Kostnadsbärare'],
  ['6', 'Projekt'],
  ['7', 'Anställd'],
  ['8', 'Kund'],
  ['9', 'Leverantör'],
  ['10', 'Faktura'],
];

interface OpenVoucher extends SieVoucher {
  readonly date: string;
  readonly text: string;
  readonly transactions: SieTransaction[];
}

/**
 * Reads the lines of a SIE file. `#RTRANS` and `#BTRANS` (rows added and struck out by a correction) are left out: a row added
 * is followed by its `#TRANS`, a row struck out has none. Lines of unknown tags are skipped, as the format asks.
 */
export function parseSie(text: string): SieBook {
  const book = {
    type: null as number | null,
    years: new Map<number, { from: string; to: string }>(),
    accountNames: new Map<string, string>(),
    dimensionNames: new Map<string, string>(RESERVED),
    objectNames: new Map<string, string>(),
    vouchers: [] as OpenVoucher[],
    results: new Map<string, number>(),
  };
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const fields = sieFields(line);
    const at = (place: number): string => textOf(fields[place]);
    switch (at(0).toUpperCase()) {
      case '#SIETYP':
        book.type = Number(at(1)) || null;
        return;
      case '#RAR':
        book.years.set(Number(at(1)), { from: isoOf(at(2)), to: isoOf(at(3)) });
        return;
      case '#KONTO':
        book.accountNames.set(at(1), at(2));
        return;
      case '#DIM':
      case '#UNDERDIM':
        book.dimensionNames.set(at(1), at(2));
        return;
      case '#OBJEKT':
        book.objectNames.set(`${at(1)} ${at(2)}`, at(3));
        return;
      case '#RES':
        if (at(1) === '0') book.results.set(at(2), (book.results.get(at(2)) ?? 0) + amountOf(at(3), index + 1));
        return;
      case '#VER':
        book.vouchers.push({ series: at(1), number: at(2), date: at(3), text: at(4), transactions: [] });
        return;
      case '#TRANS': {
        const voucher = book.vouchers.at(-1);
        if (voucher === undefined) throw damaged('voucher', { row: index + 1 });
        voucher.transactions.push(transactionOf(fields, voucher, index + 1));
      }
    }
  });
  return book;
}

function transactionOf(fields: readonly SieField[], voucher: OpenVoucher, line: number): SieTransaction {
  const place = fields.findIndex((field) => typeof field !== 'string');
  const list = place < 0 ? [] : (fields[place] ?? []);
  const rest = fields.slice(place < 0 ? 2 : place + 1).map((field) => textOf(field));
  const [amount = '', date = '', text = ''] = rest;
  const objects: (readonly [string, string])[] = [];
  if (typeof list !== 'string') {
    for (let i = 0; i + 1 < list.length; i += 2) objects.push([list[i] ?? '', list[i + 1] ?? '']);
  }
  return {
    line,
    account: textOf(fields[1]),
    objects,
    amount: amountOf(amount, line),
    date: date === '' ? voucher.date : date,
    text: text === '' ? voucher.text : text,
  };
}

function textOf(field: SieField | undefined): string {
  return typeof field === 'string' ? field.trim() : '';
}

/** Ten-thousandths. The format writes a point; a comma is understood too. */
function amountOf(text: string, line: number): number {
  const match = /^([-+]?)(\d{1,11})(?:[.,](\d{0,4})0*)?$/.exec(text);
  if (match === null) throw damaged('amount', { row: line });
  const [, sign, whole, decimals = ''] = match;
  const scaled = Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
  return sign === '-' && scaled !== 0 ? -scaled : scaled;
}

/** `20260131` is `2026-01-31`. */
export function isoOf(date: string): string {
  return /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : date;
}

import iconv from 'iconv-lite';
import { workbookOf } from '../fixtures/workbook.ts';
import { Dice } from '../gate/dice.ts';

/** How a file is written; what a person would be told with it, and so what the recount is told. */
export interface Style {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252' | 'cp437';
  readonly separator: ';' | ',' | '\t' | '|';
  readonly decimal: '.' | ',';
  readonly group: '' | ' ' | '\u00a0' | '.' | ',' | "'";
  readonly money: 'plain' | 'kr' | '$' | 'parentheses' | 'minus last';
  readonly quotes: boolean;
  readonly newline: '\n' | '\r\n';
  readonly titles: number;
  readonly blanks: boolean;
  readonly totals: 'none' | 'last' | 'blocks';
}

/** A row of the truth: ten-thousandths, so that nothing is ever rounded. */
export interface Row {
  readonly day: number;
  readonly customer: string;
  readonly amount: bigint;
  readonly quantity: number;
}

export interface Ledger {
  readonly style: Style;
  readonly rows: readonly Row[];
  /** Number of the seed for what the style leaves open. */
  readonly number: number;
}

const CUSTOMERS = [
  'Totalbygg AB',
  'Åkes Rör',
  'Östersunds Kök',
  'Summa Summarum HB',
  'Café "Noir"',
  'Smith; Sons, Ltd',
] as const;

export function ledger(seed: number, number: number): Ledger {
  const dice = new Dice(seed, number);
  const separator = dice.pick<Style['separator']>([';', ',', '\t', '|']);
  const decimal = dice.pick<Style['decimal']>(['.', ',']);
  const groups = decimal === ',' ? (['', ' ', '\u00a0', '.'] as const) : (['', ',', "'", ' '] as const);
  const style: Style = {
    format: dice.chance(0.35) ? 'xlsx' : 'csv',
    encoding: dice.pick(['utf-8', 'utf-8', 'windows-1252', 'utf-16le', 'cp437']),
    separator,
    decimal,
    group: dice.pick<Style['group']>([...groups]),
    money: dice.pick<Style['money']>(['plain', 'plain', 'kr', '$', 'parentheses', 'minus last']),
    quotes: dice.chance(0.3),
    newline: dice.pick(['\n', '\r\n']),
    titles: dice.below(3),
    blanks: dice.chance(0.4),
    totals: dice.pick(['none', 'none', 'last', 'blocks']),
  };
  const decimals = dice.pick([2, 2, 4]);
  const rows = dice.times(12 + dice.below(120), (): Row => ({
    day: 45_300 + dice.below(700),
    customer: dice.pick(CUSTOMERS),
    amount: BigInt(dice.below(90_000_000) - 15_000_000) * (decimals === 2 ? 100n : 1n) + (decimals === 2 ? 1100n : 1n),
    quantity: 1 + dice.below(200),
  }));
  return { style, rows, number };
}

const HEADER = ['Fakturadatum', 'Kund', 'Belopp', 'Antal'];

/** A line of the file: a cell is a text, a day, an amount or a count. */
type Cell = string | { readonly day: number } | { readonly amount: bigint } | { readonly count: number };

/** Title lines, header, rows, totals and blank lines, in the order of the file. */
function linesOf({ style, rows, number }: Ledger): readonly (readonly Cell[])[] {
  const dice = new Dice(number, 77);
  const total = (label: string, of: readonly Row[]): readonly Cell[] => [
    label,
    '',
    { amount: of.reduce((sum, { amount }) => sum + amount, 0n) },
    { count: of.reduce((sum, { quantity }) => sum + quantity, 0) },
  ];
  const titles = ['Försäljning per kund', 'Utskriven 2026-10-02'].slice(0, style.titles).map((title) => [title]);
  const block = Math.ceil(rows.length / 3);
  const body = rows.flatMap(({ day, customer, amount, quantity }, i): (readonly Cell[])[] => [
    [{ day }, customer, { amount }, { count: quantity }],
    ...(style.totals === 'blocks' && (i + 1) % block === 0
      ? [total('Delsumma', rows.slice(i + 1 - block, i + 1))]
      : []),
    ...(style.blanks && dice.chance(0.08) ? [[]] : []),
  ]);
  const isBlocks = style.totals === 'blocks' && rows.length % block !== 0;
  const rest = isBlocks ? [total('Delsumma', rows.slice(Math.floor(rows.length / block) * block))] : [];
  const end = style.totals === 'none' ? [] : [...rest, total('Summa', rows)];
  return [...titles, HEADER, ...body, ...end];
}

function isoDay(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** `-1234567890n` ten-thousandths in plain digits with at least two decimals: `-123456.789`. */
export function plainAmount(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -4)}.${decimals}`;
}

function writtenAmount(amount: bigint, { decimal, group, money }: Style): string {
  const [whole = '', decimals = ''] = plainAmount(amount < 0n ? -amount : amount).split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, group) + decimal + decimals;
  const negative = amount < 0n;
  if (money === 'parentheses') return negative ? `(${digits})` : digits;
  if (money === 'minus last') return negative ? `${digits}-` : digits;
  const signed = negative ? `-${digits}` : digits;
  if (money === 'kr') return `${signed} kr`;
  return money === '$' ? (negative ? `-$${digits}` : `$${digits}`) : signed;
}

function csvBytes(ledgerGiven: Ledger): Buffer {
  const { style } = ledgerGiven;
  const { separator, quotes, newline, encoding } = style;
  const text = (cell: Cell): string => {
    if (typeof cell === 'string') return cell;
    if ('day' in cell) return isoDay(cell.day);
    return 'amount' in cell ? writtenAmount(cell.amount, style) : String(cell.count);
  };
  const quoted = (cell: string): string =>
    quotes || cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = linesOf(ledgerGiven).map((line) => line.map((cell) => quoted(text(cell))).join(separator));
  const whole = lines.join(newline) + newline;
  return encoding === 'utf-16le' ? Buffer.from(`\ufeff${whole}`, 'utf16le') : iconv.encode(whole, encoding);
}

function xlsxBytes(ledgerGiven: Ledger): Buffer {
  const dice = new Dice(ledgerGiven.number, 78);
  const isShared = dice.chance(0.5);
  const strings: string[] = [];
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (value: Cell, ref: string): string => {
    if (typeof value !== 'string') {
      if ('day' in value) return `<c r="${ref}" s="1"><v>${value.day}</v></c>`;
      return `<c r="${ref}"><v>${'amount' in value ? plainAmount(value.amount) : value.count}</v></c>`;
    }
    if (value === '') return '';
    if (!isShared) return `<c r="${ref}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    if (!strings.includes(value)) strings.push(value);
    return `<c r="${ref}" t="s"><v>${strings.indexOf(value)}</v></c>`;
  };
  const rows = linesOf(ledgerGiven).map((line, row) => {
    const cells = line.map((value, column) => cell(value, `${'ABCD'.charAt(column)}${row + 1}`));
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return workbookOf({
    sheet: rows.join(''),
    strings: strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join(''),
    formats: [14],
  });
}

export function ledgerBytes(given: Ledger): Buffer {
  return given.style.format === 'xlsx' ? xlsxBytes(given) : csvBytes(given);
}

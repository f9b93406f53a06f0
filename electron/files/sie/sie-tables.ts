import { nameHeaders } from '#engine/import/header-words.ts';
import { DOT, TEXT, type RawColumn, type RawTable } from '#engine/import/raw-table.ts';
import { columnOf, textColumn } from '#engine/import/tables/cut-table.ts';
import { PLAIN_LAYOUT } from '#engine/import/tables/table-layout.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { differingAccounts, unbalancedVouchers } from './check-sie.ts';
import { isoOf } from './parse-sie.ts';
import type { SieBook, SieTransaction } from './sie-book.ts';

/** A kind of records kept on a range of accounts. */
interface Range {
  readonly kind: 'sale' | 'cost';
  readonly first: number;
  readonly last: number;
  /** Revenue is credit, which the books write as minus. */
  readonly sign: 1 | -1;
}

const RANGES: readonly Range[] = [
  { kind: 'sale', first: 3000, last: 3799, sign: -1 },
  { kind: 'cost', first: 4000, last: 4999, sign: 1 },
];

const HEADERS = ['Datum', 'Konto', 'Kontonamn', 'Verifikation', 'Text', 'Belopp'];
const AMOUNT = HEADERS.indexOf('Belopp');

const COLUMNS: Readonly<Record<Range['kind'], NonNullable<ReadingOptions['columns']>>> = {
  sale: {
    0: { to: 'field', field: 'date' },
    1: { to: 'custom' },
    2: { to: 'custom' },
    3: { to: 'field', field: 'order' },
    4: { to: 'custom' },
    5: { to: 'field', field: 'amount' },
  },
  cost: {
    0: { to: 'field', field: 'date' },
    1: { to: 'custom' },
    2: { to: 'field', field: 'category' },
    3: { to: 'custom' },
    4: { to: 'custom' },
    5: { to: 'field', field: 'amount' },
  },
};

export interface SieTable {
  /** `3000–3799`. */
  readonly name: string;
  readonly table: RawTable;
}

interface Entry extends SieTransaction {
  readonly voucher: string;
}

/**
 * The vouchers as tables: sales from the accounts 3000 to 3799 with the sign turned, costs from 4000 to 4999. One row a
 * transaction, with the line it stands on as its row in the file; the header is ours and counts for nothing. The file's own
 * results (`#RES 0`) are the control totals. Ranges without transactions give no table.
 */
export function sieTables(book: SieBook): readonly SieTable[] {
  const entries = book.vouchers.flatMap(({ series, number, transactions }) =>
    transactions.map((transaction): Entry => ({ ...transaction, voucher: `${series} ${number}`.trim() })),
  );
  const made = RANGES.flatMap((range) => {
    const taken = entries.filter(({ account }) => isIn(range, account));
    return taken.length === 0 ? [] : [{ range, table: tableOf(book, range, taken) }];
  });
  return made.map(({ range, table }, index) => {
    const layout = table.layout ?? PLAIN_LAYOUT;
    const notices = [...(index === 0 ? unbalancedVouchers(book) : []), ...layout.notices];
    return {
      name: `${String(range.first)}\u2013${String(range.last)}`,
      table: { ...table, layout: { ...layout, notices } },
    };
  });
}

function isIn({ first, last }: Range, account: string): boolean {
  const number = /^\d{4,6}$/.test(account) ? Number(account.slice(0, 4)) : 0;
  return number >= first && number <= last;
}

function tableOf(book: SieBook, range: Range, entries: readonly Entry[]): RawTable {
  const dimensions = [...new Set(entries.flatMap(({ objects }) => objects.map(([dimension]) => dimension)))].sort(
    (a, b) => Number(a) - Number(b),
  );
  const names = nameHeaders([
    ...HEADERS,
    ...dimensions.map((dimension) => book.dimensionNames.get(dimension) ?? `Dimension ${dimension}`),
  ]);
  const texts = (column: number, cell: (entry: Entry) => string): RawColumn =>
    textColumn([names[column] ?? '', ...entries.map((entry) => cell(entry))]);
  const columns = [
    texts(0, ({ date }) => isoOf(date)),
    texts(1, ({ account }) => account),
    texts(2, ({ account }) => book.accountNames.get(account) || account),
    texts(3, ({ voucher }) => voucher),
    texts(4, ({ text }) => text),
    amounts(entries, range.sign),
    ...dimensions.map((dimension, at) => texts(HEADERS.length + at, (entry) => objectName(book, entry, dimension))),
  ];
  const results = [...book.results].filter(([account]) => isIn(range, account));
  const total = results.reduce((sum, [, amount]) => sum + amount * range.sign, 0);
  return {
    rows: entries.length + 1,
    fileRows: Int32Array.from([0, ...entries.map(({ line }) => line)]),
    columns,
    dateSystem: 1900,
    merges: [],
    ragged: 0,
    layout: {
      ...PLAIN_LAYOUT,
      rows: { header: -1, skipped: 0, totals: 0 },
      notices: differingAccounts(book, (account) => isIn(range, account)),
      control: results.length === 0 ? new Map() : new Map([[AMOUNT, total]]),
      reading: { kind: range.kind, columns: COLUMNS[range.kind] },
    },
  };
}

function objectName({ objectNames }: SieBook, { objects }: Entry, dimension: string): string {
  const code = objects.find(([own]) => own === dimension)?.[1];
  return code === undefined ? '' : objectNames.get(`${dimension} ${code}`) || code;
}

/** Four decimals, as they are stored. */
function amounts(entries: readonly Entry[], sign: 1 | -1): RawColumn {
  const tags = new Uint8Array(entries.length + 1).fill(DOT + 4);
  const values = Float64Array.from([0, ...entries.map(({ amount }) => (amount === 0 ? 0 : amount * sign))]);
  tags[0] = TEXT;
  return columnOf(tags, values, [HEADERS[AMOUNT] ?? '']);
}

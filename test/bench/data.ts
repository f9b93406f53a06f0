import { createWriteStream, existsSync, openSync, renameSync, closeSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { crc32, deflateRawSync } from 'node:zlib';
import { dayOf, isoDate } from '#shared/calendar.ts';

/**
 * One seeded sales ledger as CSV and as XLSX, written once to the temporary folder and found there again: 20 000 customers,
 * 1 500 products, 60 reps, five years, about 421 000 orders in a million rows. Money has two decimals.
 */
export const BENCH_HEADER = [
  'date',
  'order',
  'customer',
  'rep',
  'region',
  'product',
  'category',
  'quantity',
  'unit price',
  'amount',
  'cost',
  'type',
] as const;

const VERSION = 1;
export const BENCH_FIRST_DAY = dayOf(2021, 1, 1);
export const BENCH_DAYS = 1826;
const REGIONS = ['North', 'South', 'East', 'West', 'Central', 'Capital', 'Coast', 'Export'];
export const BENCH_CATEGORIES = [
  'Coffee',
  'Tea',
  'Machines',
  'Spare parts',
  'Service',
  'Cups',
  'Sirups',
  'Filters',
  'Grinders',
  'Gifts',
];
const TYPES = ['new', 'repeat', 'repeat', 'repeat', 'upsell', 'recurring'];

export interface BenchRow {
  readonly day: number;
  readonly texts: readonly [
    order: string,
    customer: string,
    rep: string,
    region: string,
    product: string,
    category: string,
  ];
  readonly quantity: number;
  /** Cents. */
  readonly price: number;
  readonly amount: number;
  readonly cost: number;
  readonly type: string;
}

/** mulberry32: small, seeded, the same everywhere. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The rows in order of date. The same for every call with the same number. */
export function* benchRows(rows: number): Generator<BenchRow> {
  const next = random(20_261_121);
  const below = (n: number): number => Math.floor(next() * n);
  let order = 0;
  let lines = 0;
  let customer = 0;
  for (let row = 0; row < rows; row++) {
    if (lines === 0) {
      order++;
      lines = next() < 0.45 ? 1 : 2 + below(4);
      customer = Math.floor(next() ** 1.6 * 20_000);
    }
    lines--;
    const product = below(1500);
    const quantity = 1 + below(20);
    const price = 500 + ((product * 7919) % 90_000) + below(100);
    const amount = Math.round((quantity * price * (100 - (below(5) === 0 ? below(30) : 0))) / 100);
    yield {
      day: BENCH_FIRST_DAY + Math.floor((row * BENCH_DAYS) / rows),
      texts: [
        `SO-${pad(order, 7)}`,
        `Customer ${pad(customer, 5)} AB`,
        `Rep ${pad(customer % 60, 2)}`,
        pick(REGIONS, customer),
        `P-${pad(product, 4)} ${pick(BENCH_CATEGORIES, product)}`,
        pick(BENCH_CATEGORIES, product),
      ],
      quantity,
      price,
      amount,
      cost: Math.round(amount * (0.4 + (product % 40) / 100)),
      type: pick(TYPES, below(6)),
    };
  }
}

const money = (cents: number): string => `${Math.trunc(cents / 100)}.${pad(cents % 100, 2)}`;

/** Path of the ledger as comma-separated UTF-8. */
export async function benchCsv(rows: number): Promise<string> {
  const path = join(tmpdir(), `nyckeltal-bench-${VERSION}-${rows}.csv`);
  if (existsSync(path)) return path;
  const out = createWriteStream(`${path}.part`);
  let text = `${BENCH_HEADER.join(',')}\n`;
  for (const row of benchRows(rows)) {
    text += `${isoDate(row.day)},${row.texts.join(',')},${row.quantity},${money(row.price)},${money(row.amount)},${money(row.cost)},${row.type}\n`;
    if (text.length > 1 << 18) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'close');
  renameSync(`${path}.part`, path);
  return path;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const parts = (): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Sales" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
];

/** Zip entries written one after another, each deflated in pieces as its text comes. */
class ZipFile {
  private readonly file: number;
  private readonly directory: Buffer[] = [];
  private at = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  add(name: string, pieces: Iterable<string>): void {
    const start = this.at;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    this.write(Buffer.concat([header, Buffer.from(name)]));
    let [crc, size, packed] = [0, 0, 0];
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      // A stored-to-byte-border flush keeps pieces independent, so that the whole never stands in memory.
      packed += this.write(deflateRawSync(bytes, { level: 6, finishFlush: 2 }));
    }
    packed += this.write(Buffer.from([3, 0]));
    const fields = [0x04034b50, 20, 0, 8, 0, 0x5a21, crc, packed, size, Buffer.byteLength(name), 0];
    const [, ...shared] = fields;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeFields(local, 4, shared);
    writeSync(this.file, local, 0, 30, start);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    writeFields(central, 6, shared);
    central.writeUInt32LE(start, 42);
    this.directory.push(central, Buffer.from(name));
  }

  close(): void {
    const [start, entries] = [this.at, this.directory.length / 2];
    const directory = Buffer.concat(this.directory);
    this.write(directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(entries, 8);
    end.writeUInt16LE(entries, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(start, 16);
    this.write(end);
    closeSync(this.file);
  }

  private write(bytes: Buffer): number {
    writeSync(this.file, bytes, 0, bytes.length, this.at);
    this.at += bytes.length;
    return bytes.length;
  }
}

/** version, flags, method, time, date (2 bytes each), crc, packed, size (4 each), name, extra (2 each). */
function writeFields(target: Buffer, from: number, fields: readonly number[]): void {
  let at = from;
  fields.forEach((field, index) => {
    if (index >= 5 && index <= 7) at = target.writeUInt32LE(field, at);
    else at = target.writeUInt16LE(field, at);
  });
}

const EXCEL_EPOCH = dayOf(1899, 12, 30);

function* sheet(rows: number, shared: Map<string, number>): Generator<string> {
  const numberOf = (text: string): number => {
    const known = shared.get(text);
    if (known !== undefined) return known;
    shared.set(text, shared.size);
    return shared.size - 1;
  };
  const cell = (column: string, row: number, text: string): string =>
    `<c r="${column}${row}" t="s"><v>${numberOf(text)}</v></c>`;
  const amount = (column: string, row: number, cents: number): string =>
    `<c r="${column}${row}" s="2"><v>${cents / 100}</v></c>`;
  const header = BENCH_HEADER.map((text, index) => cell('ABCDEFGHIJKL'.charAt(index), 1, text)).join('');
  let text = `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:L${rows + 1}"/><sheetData><row r="1" spans="1:12">${header}</row>`;
  let r = 1;
  for (const row of benchRows(rows)) {
    r++;
    text += `<row r="${r}" spans="1:12"><c r="A${r}" s="1"><v>${row.day - EXCEL_EPOCH}</v></c>`;
    row.texts.forEach((value, index) => (text += cell('BCDEFG'.charAt(index), r, value)));
    text += `<c r="H${r}"><v>${row.quantity}</v></c>${amount('I', r, row.price)}${amount('J', r, row.amount)}${amount('K', r, row.cost)}${cell('L', r, row.type)}</row>`;
    if (text.length > 1 << 20) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData></worksheet>`;
}

function* sharedStrings(shared: ReadonlyMap<string, number>): Generator<string> {
  let text = `${XML}<sst xmlns="${MAIN}" uniqueCount="${shared.size}">`;
  for (const value of shared.keys()) {
    text += `<si><t>${value}</t></si>`;
    if (text.length > 1 << 20) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sst>`;
}

/** Path of the ledger as a workbook with shared strings, dates and two-decimal formats. */
export function benchXlsx(rows: number): string {
  const path = join(tmpdir(), `nyckeltal-bench-${VERSION}-${rows}.xlsx`);
  if (existsSync(path)) return path;
  const zip = new ZipFile(`${path}.part`);
  const shared = new Map<string, number>();
  for (const [name, text] of parts()) zip.add(name, [text]);
  zip.add('xl/worksheets/sheet1.xml', sheet(rows, shared));
  zip.add('xl/sharedStrings.xml', sharedStrings(shared));
  zip.close();
  renameSync(`${path}.part`, path);
  return path;
}

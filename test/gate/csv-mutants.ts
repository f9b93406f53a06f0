import iconv from 'iconv-lite';
import type { Encoding, Separator } from '#shared/importing.ts';
import { placeOf, type Cells } from './cells.ts';
import type { Dice } from './dice.ts';
import type { Mutant } from './mutant.ts';
import { decodedText, papaCells } from './second-readers.ts';

type Table = readonly (readonly string[])[];

const HEADER = ['Fakturadatum', 'Kund', 'Försäljning', 'Antal', 'Fakturanr'];
const NASTY = [
  'x\ny',
  'x\r\ny',
  '"',
  '""',
  'a"b',
  "'=1+1'",
  '5" rör',
  ' blank ',
  '\t',
  '-',
  '1e5',
  '00123',
  '1,5',
  '#REF!',
];
const NAMES = ['Åkes Bygg', 'Östersunds Kök', 'Malmö Rör', 'Järnaffären', 'Totalbygg AB', 'Kaffé'];
const ENCODINGS: readonly [Encoding, ...Encoding[]] = [
  'utf-8',
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'cp437',
];

function ledger(dice: Dice): Table {
  const rows = dice.times(4 + dice.below(30), (i) => [
    `2026-0${1 + dice.below(9)}-1${dice.below(10)}`,
    dice.chance(0.2) ? dice.pick(['x, y; z|å', ...NASTY]) : dice.pick(['Öberg & Son', ...NAMES]),
    `${dice.below(90_000)}.${dice.below(10)}5`,
    dice.chance(0.1) ? '' : String(dice.below(40)),
    `${2000 + i}`,
  ]);
  return [HEADER, ...rows];
}

function cellText(cell: string, separator: Separator, everywhere: boolean): string {
  const plain = !everywhere && !/["\r\n]/.test(cell) && !cell.includes(separator) && !/^ | $/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** Damage to the table's letters; nothing of it leaves the cells as they were. */
function damagedText(text: string, separator: Separator, dice: Dice): readonly [string, string] {
  const at = dice.below(text.length);
  const put = (what: string, piece: string): readonly [string, string] => [
    `${what} at ${at}`,
    text.slice(0, at) + piece + text.slice(at),
  ];
  switch (dice.below(10)) {
    case 0:
      return put('a quote', dice.pick(['"', '""', '"""', ` "`, `"${separator}`]));
    case 1:
      return put('a zero byte', '\0');
    case 2:
      return put('cells too many', separator.repeat(1 + dice.below(300)));
    case 3:
      return put('a line end', dice.pick(['\n', '\r', '\r\n', '\n\n\n', '\u2028', '\u0085']));
    case 4:
      return put('a mark of byte order', '\ufeff');
    case 5:
      return [`cut at ${at}`, text.slice(0, at)];
    case 6:
      return [`cut out at ${at}`, text.slice(0, at) + text.slice(at + 1 + dice.below(60))];
    case 7:
      return dice.chance(0.1) ? put('a megabyte', 'x'.repeat(1 << 20)) : put('a hundred letters', 'ö'.repeat(100));
    case 8:
      return put('the word of an object', dice.pick(['__proto__', 'constructor', 'toString', '\u202e', '=cmd()']));
    default:
      return put('another separator', dice.pick([',', ';', '\t', '|']).repeat(1 + dice.below(4)));
  }
}

function encoded(text: string, encoding: Encoding, mark: boolean): Buffer {
  return iconv.encode(mark ? `\ufeff${text}` : text, encoding, { addBOM: false });
}

const inAll = (table: Table): Cells =>
  new Map(
    table.flatMap((row, i) => row.flatMap((cell, column) => (cell === '' ? [] : [[placeOf(i + 1, column), cell]]))),
  );

/** A separated text in one of its many dialects; two in three are then damaged, as letters or as bytes. */
export function csvMutant(dice: Dice): Mutant {
  const table = ledger(dice);
  const separator = dice.pick<Separator>([';', ',', '\t', '|']);
  const encoding = dice.pick(ENCODINGS);
  const newline = dice.pick(['\n', '\r\n', '\r']);
  const everywhere = dice.chance(0.3);
  const lines = table.map((row) => row.map((cell) => cellText(cell, separator, everywhere)).join(separator));
  const head = dice.chance(0.05) ? `sep=${separator}${newline}` : '';
  const text = head + lines.join(newline) + (dice.chance(0.7) ? newline : '');
  const wide = encoding.startsWith('utf-16');
  const mark = wide || (encoding === 'utf-8' && dice.chance(0.3));
  const dialect = `${encoding}${mark ? ' with mark' : ''}, ${JSON.stringify(separator)}, ${JSON.stringify(newline)}`;
  if (dice.chance(0.35)) {
    return { what: dialect, bytes: encoded(text, encoding, mark), sound: true, truth: inAll(table), second: null };
  }
  if (dice.chance(0.25)) {
    const bytes = encoded(text, encoding, mark);
    for (let i = 1 + dice.below(4); i > 0; i--) bytes[dice.below(bytes.length)] = dice.below(256);
    return asRead(`${dialect}: bytes changed`, bytes);
  }
  const [what, changed] = damagedText(text, separator, dice);
  return asRead(`${dialect}: ${what}`, encoded(changed, encoding, mark));
}

/** Damage may well be read in another way than it was written: the second reader gets our encoding and separator. */
function asRead(what: string, bytes: Buffer): Mutant {
  return {
    what,
    bytes,
    sound: false,
    truth: null,
    second: ({ encoding, separator }) =>
      Promise.resolve(
        encoding === null || separator === null ? null : papaCells(decodedText(bytes, encoding), separator),
      ),
  };
}

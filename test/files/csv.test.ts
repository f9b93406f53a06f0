import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { COMMA, DOT, TEXT } from '#engine/import/raw-table.ts';
import { CsvParser } from '#files/text/csv-parser.ts';
import { readBytes, verdict } from '../fixtures/read-bytes.ts';
import { cellOf, cellTexts } from '../fixtures/table-cells.ts';

const cells = async (text: string, options = {}): Promise<string[][]> =>
  cellTexts((await readBytes(text, options)).table);

/** Rows as papaparse sees them, short ones filled up; a blank line is a row of empty cells. */
const oracle = (text: string, delimiter = ','): string[][] => {
  const rows = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter }).data;
  if (/[\r\n]$/.test(text)) rows.pop();
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
};

describe('nasty separated texts are read as papaparse reads them', () => {
  it.each([
    ['plain', 'a,b,c\n1,2,3\n'],
    ['no line end at the end', 'a,b,c\n1,2,3'],
    ['CRLF', 'a,b,c\r\n1,2,3\r\n'],
    ['CR alone', 'a,b,c\r1,2,3\r'],
    ['separator in quotes', 'a,b\n"x, y",2\n'],
    ['escaped quotes', 'a,b\n"he said ""no""",2\n'],
    ['LF in quotes', 'a,b\n"x\ny",2\n'],
    ['CRLF in quotes', 'a,b\r\n"x\r\ny",2\r\n'],
    ['empty quoted cell', 'a,b,c\n"",,3\n'],
    ['only quotes in quotes', 'a,b\n"""",""""""\n'],
    ['byte order mark', '\uFEFFa,b\n1,2\n'],
    ['short and long rows', 'a,b,c\n1\n1,2,3,4\n1,2,3\n'],
    ['blank lines', 'a,b\n\n1,2\n\n\n3,4\n'],
    ['quote inside an unquoted cell', 'a,b\n5" pipe,2\n'],
    ['space after the closing quote', 'a,b\n"x" ,2\n'],
    ['spaces kept', ' a , b \n 1 ,\t2\n'],
    ['empty last cell', 'a,b,c\n1,2,\n,,\n'],
    ['NUL bytes', 'a,b\nx\0y,2\n'],
  ])('%s', async (_name, text) => {
    expect(await cells(text, { separator: ',' })).toEqual(oracle(text));
  });

  it('a quote that never closes is a letter, and no row is swallowed', async () => {
    expect(await cells('"x,y",b\n"5 pipe,2\n3,4\n', { separator: ',' })).toEqual([
      ['x,y', 'b'],
      ['"5 pipe', '2'],
      ['3', '4'],
    ]);
  });
});

describe('any table written with quotes is read back cell for cell', () => {
  const letters = fc.constantFrom('a', 'å', '0', '7', '.', ',', ';', '-', '"', ' ', '\t', '|', '\n', '\r', '€', '日');
  const cell = fc.oneof(
    fc.string({ unit: letters, maxLength: 6 }),
    fc.integer().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.constantFrom(
      '-0',
      '-0.00',
      '.5',
      '5.',
      '00123',
      '1,5',
      '0,5',
      '-12.50',
      '123456789012345',
      '1234567890123456',
      '+5',
    ),
  );
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

  it.each([',', ';', '\t', '|'] as const)('separator %j', (separator) => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (rows, newline, quotes, cut) => {
          const text = Papa.unparse(rows, { delimiter: separator, newline, quotes });
          expect(parseInPieces(Buffer.from(text), separator, cut)).toEqual(rows);
        },
      ),
      { seed: 1, numRuns: 400 },
    );
  });

  it('as papaparse reads the same letters without quotes', () => {
    const wild = fc.string({ unit: fc.constantFrom('a', '1', '.', ',', '\n', '-', ' '), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(wild, fc.integer({ min: 1, max: 9 }), (text, cut) => {
        expect(parseInPieces(Buffer.from(text), ',', cut)).toEqual(oracle(text));
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});

/** Feeds the parser bit by bit, as a file comes. */
function parseInPieces(bytes: Buffer, separator: string, cut: number): string[][] {
  const parser = new CsvParser(separator.charCodeAt(0), 1e7);
  const buffer = Buffer.alloc(bytes.length + 1);
  bytes.copy(buffer);
  let from = 0;
  for (let to = cut; to < bytes.length; to += cut) from = parser.parse(buffer, from, to);
  parser.parseLast(buffer, from, bytes.length);
  const texts = (column: number): string[] => parser.texts(column, (part) => part.toString('utf8'), false);
  return cellTexts(parser.table.finish(texts, { fileRows: null, dateSystem: 1900, merges: [], ragged: 0 }));
}

describe('numbers keep their digits, everything else stays text', () => {
  it.each([
    ['12.50', DOT + 2, 1250],
    ['-12,50', COMMA + 2, -1250],
    ['1,234', COMMA + 3, 1234],
    ['0.000000000000001', DOT + 15, 1],
    ['999999999999999', DOT, 999_999_999_999_999],
    ['"7"', DOT, 7],
  ])('%s', async (text, tag, value) => {
    const { table } = await readBytes(`n;x\n${text};y\n`, { separator: ';' });
    expect(cellOf(table, 1, 0)).toEqual({ tag, value });
  });

  it.each([
    '00123',
    '1e5',
    '1 000',
    '1,2,3',
    '-',
    '12-',
    '+5',
    ' 5',
    '5 ',
    '1234567890123456',
    '2023-01-05',
    '-0',
    '12.',
  ])('text %j', async (text) => {
    const { table } = await readBytes(`n;x\n${text};y\n`, { separator: ';' });
    expect(cellOf(table, 1, 0).tag).toBe(TEXT);
    expect(cellTexts(table)[1]?.[0]).toBe(text);
  });
});

describe('separator', () => {
  it.each([
    [';', 'namn;belopp;antal\nA;1,5;2,25\nB;2,5;3,75\nC;3,5;4,25\n'],
    [',', 'name,amount\n"Smith; Sons",1.5\nB,2.5\n'],
    ['\t', 'a\tb, c\n1\t2, 3\n4\t5, 6\n'],
    ['|', 'a|b\n1,5|2\n2,5|3\n'],
    [';', 'Rapport över försäljning\n\nnamn;belopp;not\nA;1,5;x, y\nB;2,5;z\nC;7;q\n'],
    [';', 'sep=;\nA,B;C\n1;2\n'],
  ])('%j', async (separator, text) => {
    expect((await readBytes(text)).separator).toBe(separator);
  });

  it('the line sep=; is no row', async () => {
    expect(await cells('sep=;\r\nA;1\r\n2;3\r\n')).toEqual([
      ['A', '1'],
      ['2', '3'],
    ]);
  });
});

describe('size and shape', () => {
  it('counts rows wider than the usual row', async () => {
    const { table } = await readBytes('title\na,b\n1,2\n1,2,3\n1\n4,5\n', { separator: ',' });
    expect([table.rows, table.ragged, table.columns.length]).toEqual([6, 1, 3]);
  });

  it('reads a cell of a megabyte and a record longer than the reading buffer', async () => {
    const long = 'x'.repeat(3_000_000);
    const read = await cells(`a,b\n"${long}\n",2\n3,4\n`, { separator: ',' });
    expect(read[1]).toEqual([`${long}\n`, '2']);
    expect(read[2]).toEqual(['3', '4']);
  });

  it('keeps every row over block borders', async () => {
    const rows = Array.from({ length: 140_000 }, (_, i) => `${i},${i % 7 === 0 ? '' : `text ${i % 1000}`}`);
    const { table } = await readBytes(`n,t\n${rows.join('\n')}`);
    expect(table.rows).toBe(140_001);
    expect(table.columns[0]?.blocks.map((block) => block?.tags.length)).toEqual([65_536, 65_536, 8_929]);
    for (const row of [1, 65_535, 65_536, 65_537, 131_072, 140_000]) {
      expect(cellOf(table, row, 0)).toEqual({ tag: DOT, value: row - 1 });
    }
    expect(cellTexts(table)[131_073]).toEqual(['131072', 'text 72']);
  });

  it('refuses a million columns and an empty file', async () => {
    expect(await verdict(readBytes(`${','.repeat(1_000_000)}\n`))).toBe('E_FILE_TOO_LARGE columns');
    expect(await verdict(readBytes(''))).toBe('E_FILE_EMPTY');
    expect(await verdict(readBytes('\uFEFF\r\n\r\n'))).toBe('E_FILE_EMPTY');
  });
});

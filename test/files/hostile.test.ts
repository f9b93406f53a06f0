import { describe, expect, it } from 'vitest';
import { identifyFile } from '#files/identify-file.ts';
import { readTable } from '#files/read-table.ts';
import { quietTask, readBytes, verdict, withFile } from '../fixtures/read-bytes.ts';
import { cellTexts } from '../fixtures/table-cells.ts';
import { workbookOf } from '../fixtures/workbook.ts';
import type { ZipPart } from '../fixtures/zip.ts';

const one = '<row r="1"><c r="A1"><v>55</v></c></row>';
const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const deepName = (depth: number): string => `<row><c t="inlineStr"><is>${nested(depth)}<t>x</t></is></c></row>`;
const many = (count: number): ZipPart[] => Array.from({ length: count }, (_, i): ZipPart => [`xl/media/${i}.png`, '']);
const spaces = Buffer.concat([
  Buffer.from('<worksheet><sheetData>'),
  Buffer.alloc(64 << 20, ' '),
  Buffer.from('</sheetData></worksheet>'),
]);

describe('what a hostile workbook gets', () => {
  it.each([
    [
      'a size of 2 GiB that is not there',
      'E_FILE_TOO_LARGE entry',
      workbookOf({ sheet: one, sheetLies: { size: 0x80000000 } }),
    ],
    ['a size a little too large', 'E_FILE_DAMAGED zip', workbookOf({ sheet: one, sheetLies: { size: 5000 } })],
    ['a size too small', 'E_FILE_DAMAGED zip', workbookOf({ sheet: one, sheetLies: { size: 10 } })],
    [
      'two headers that disagree',
      'E_FILE_DAMAGED zip',
      workbookOf({ sheet: one, sheetLies: { size: 5000, directoryOnly: true } }),
    ],
    ['a packed size beyond the file', 'E_FILE_DAMAGED zip', workbookOf({ sheet: one, sheetLies: { packed: 1 << 30 } })],
    ['a wrong checksum', 'E_FILE_DAMAGED checksum', workbookOf({ sheet: one, sheetLies: { crc: 1 } })],
    [
      'bytes that do not unpack',
      'E_FILE_DAMAGED zip',
      workbookOf({ sheet: one, sheetLies: { raw: Buffer.alloc(50, 0xff) } }),
    ],
    ['an unknown way of packing', 'E_FILE_DAMAGED zip', workbookOf({ sheet: one, sheetLies: { method: 12 } })],
    ['a part under a password', 'E_FILE_ENCRYPTED', workbookOf({ sheet: one, sheetLies: { flags: 1 } })],
    ['64 MB of blanks in 64 kB', 'E_FILE_TOO_LARGE ratio', workbookOf({ sheet: spaces })],
    ['1 200 entries', 'E_FILE_TOO_LARGE entries', workbookOf({ sheet: one, extra: many(1200) })],
    [
      'two parts of one name',
      'E_FILE_DAMAGED zip',
      workbookOf({ sheet: one, extra: [['XL/Worksheets/Sheet1.xml', one]] }),
    ],
    [
      'a document type',
      'E_FILE_DAMAGED doctype',
      workbookOf({ sheet: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>` }),
    ],
    [
      'a document type in the list of texts',
      'E_FILE_DAMAGED doctype',
      workbookOf({ sheet: one, strings: '<!DOCTYPE x>' }),
    ],
    ['elements 100 deep in a cell', 'E_FILE_DAMAGED xml', workbookOf({ sheet: deepName(100) })],
    ['elements 100 deep around rows', 'E_FILE_DAMAGED xml', workbookOf({ sheet: one, after: nested(100) })],
    ['elements 100 deep in the workbook', 'E_FILE_DAMAGED xml', workbookOf({ sheet: one, workbookPr: nested(100) })],
    ['crossed elements', 'E_FILE_DAMAGED xml', workbookOf({ sheet: '<row><c><v>1</c></v></row>' })],
    ['an end without a start', 'E_FILE_DAMAGED xml', workbookOf({ sheet: '</sheetData></worksheet></worksheet>' })],
    [
      'a sheet that stops half way',
      'E_FILE_DAMAGED xml',
      workbookOf({ sheet: '<?xml version="1.0"?><worksheet><sheetData><row><c><v>1</v>' }),
    ],
    ['a zero byte', 'E_FILE_DAMAGED xml', workbookOf({ sheet: '<row><c><v>1\0</v></c></row>' })],
    [
      'bytes that are no UTF-8',
      'E_FILE_DAMAGED encoding',
      workbookOf({
        sheet: Buffer.from(
          '<worksheet><sheetData><row><c t="str"><v>\xe5</v></c></row></sheetData></worksheet>',
          'latin1',
        ),
      }),
    ],
    [
      'a row beyond the last',
      'E_FILE_DAMAGED sheet',
      workbookOf({ sheet: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' }),
    ],
    ['a column beyond the last', 'E_FILE_DAMAGED sheet', workbookOf({ sheet: '<row><c r="XFE1"><v>1</v></c></row>' })],
    ['a reference that is none', 'E_FILE_DAMAGED sheet', workbookOf({ sheet: '<row><c r="A-1"><v>1</v></c></row>' })],
    ['a cell of another row', 'E_FILE_DAMAGED sheet', workbookOf({ sheet: '<row r="1"><c r="A2"><v>1</v></c></row>' })],
    [
      'a cell given twice',
      'E_FILE_DAMAGED sheet',
      workbookOf({ sheet: '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }),
    ],
    [
      'a shared text that is not there',
      'E_FILE_DAMAGED sheet',
      workbookOf({ sheet: '<row><c t="s"><v>3</v></c></row>', strings: '<si><t>x</t></si>' }),
    ],
  ])('%s', async (_name, expected, bytes) => {
    expect(await verdict(readBytes(bytes))).toBe(expected);
  });

  it('a cell in each corner of the grid costs two rows', async () => {
    const sheet = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const { table } = await readBytes(workbookOf({ sheet }));
    expect([table.rows, table.columns.length, table.fileRows]).toEqual([2, 16_384, Int32Array.from([1, 1_048_576])]);
  });

  it('a diagonal of single cells over the whole width is too large', async () => {
    const rows = Array.from(
      { length: 16_384 },
      (_, i) => `<row>${i === 0 ? '' : `<c r="${letters(i)}${i + 1}"><v>1</v></c>`}</row>`,
    );
    expect(await verdict(readBytes(workbookOf({ sheet: rows.join('') })))).toBe('E_FILE_TOO_LARGE cells');
  });

  it('twelve million empty cells are passed over', async () => {
    const sheet = `<row>${'<c/>'.repeat(16_000)}</row>`.repeat(800) + one.replaceAll('1"', '900"');
    expect(cellTexts((await readBytes(workbookOf({ sheet }))).table)).toEqual([['55']]);
  });

  it('one text of ten megabytes is read', async () => {
    const text = Array.from({ length: 1_000_000 }, (_, i) => String((i * 7919) % 1_000_003).padStart(10, 'x')).join('');
    const { table } = await readBytes(workbookOf({ sheet: `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>` }));
    expect(table.columns[0]?.texts).toEqual([text]);
  });
});

function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}

describe('while it is read', () => {
  it.each([
    ['text', Buffer.alloc(20_000_000, 'kund;1,5\n')],
    ['workbook', workbookOf({ sheet: '<row><c><v>1</v></c></row>'.repeat(300_000) })],
  ])('%s: cancel takes effect, other work goes on, progress grows to the size', async (_name, bytes) => {
    await withFile(bytes, async (path) => {
      const facts = await identifyFile(path);
      const seen: number[] = [];
      let turns = 0;
      const timer = setInterval(() => turns++, 1);
      await readTable(path, facts, {}, { progress: (done) => seen.push(done), cancelled: () => false });
      clearInterval(timer);
      expect(turns).toBeGreaterThan(3);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(Math.max(...seen)).toBeLessThanOrEqual(facts.size);
      let looks = 0;
      const stopping = { progress: () => undefined, cancelled: () => ++looks > 2 };
      expect(await verdict(readTable(path, facts, {}, stopping))).toBe('E_CANCELLED');
      expect(await verdict(readTable(path, { ...facts, size: facts.size - 1 }, {}, quietTask))).toBe('E_FILE_CHANGED');
    });
  });
});

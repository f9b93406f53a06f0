import { describe, expect, it } from 'vitest';
import { utils, write, type BookType, type WorkSheet } from 'xlsx';
import { identifyFile } from '#files/identify-file.ts';
import { readTable } from '#files/read-table.ts';
import { quietTask, readBytes, verdict, withFile } from '../fixtures/read-bytes.ts';
import { cellTexts } from '../fixtures/table-cells.ts';
import { zipOf } from '../fixtures/zip.ts';

const sheet = (): WorkSheet => {
  const cells = utils.aoa_to_sheet([
    ['kund', 'datum', 'belopp', 'klar', 'fel'],
    ['Åkerö', 44_927, 12.5, true, null],
    null as unknown as string[],
    ['=1+1', 44_928, -0.1, false, null],
  ]);
  cells['B2'] = { t: 'n', v: 44_927, z: 'd/m/yy' };
  cells['B4'] = { t: 'n', v: 44_928, z: 'd/m/yy' };
  cells['E2'] = { t: 'e', v: 0x17 };
  cells['!merges'] = [utils.decode_range('D4:E5')];
  return cells;
};

const bytesOf = (bookType: BookType, date1904 = false): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Tom');
  utils.book_append_sheet(book, sheet(), 'Data');
  book.Workbook = { WBProps: { date1904 } };
  const bytes = write(book, { type: 'buffer', bookType }) as Buffer;
  // SheetJS writes no letters beyond ASCII to Excel 5 files: put them in, in Windows-1252.
  if (bookType === 'biff5') bytes.write('\u00c5ker\u00f6', bytes.indexOf('_ker_'), 'latin1');
  return bytes;
};

describe('workbooks of the older formats', () => {
  it.each([
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
  ] as const)('%s', async (bookType, format) => {
    const read = await withFile(bytesOf(bookType), async (path) => {
      const facts = await identifyFile(path);
      expect(facts.format).toBe(format);
      return await readTable(path, facts, {}, quietTask);
    });
    expect(read.sheet).toBe('Data');
    expect(read.sheets.map(({ name }) => name)).toEqual(['Tom', 'Data']);
    expect(read.table.fileRows).toEqual(Int32Array.from([1, 2, 4]));
    // SheetJS writes no merged cells to Excel 5 files.
    if (bookType !== 'biff5') expect(read.table.merges).toEqual([{ top: 2, left: 3, bottom: 2, right: 4 }]);
    const error = bookType === 'ods' ? [] : ['#REF!'];
    expect(cellTexts(read.table).map((row) => row.filter((text) => text !== ''))).toEqual([
      ['kund', 'datum', 'belopp', 'klar', 'fel'],
      ['Åkerö', 'date 44927', '12.5', 'TRUE', ...error],
      ['=1+1', 'date 44928', '-0.1', 'FALSE'],
    ]);
  });

  it.each(['biff2', 'biff3', 'biff4'])('%s, without a container', async (bookType) => {
    const book = utils.book_new(sheet(), 'Data');
    const { table } = await readBytes(write(book, { type: 'buffer', bookType: bookType as BookType }) as Buffer);
    expect(cellTexts(table)[0]?.slice(0, 3)).toEqual(['kund', 'datum', 'belopp']);
    expect(cellTexts(table)[1]?.[2]).toBe('12.5');
  });

  it('xls of a whole block of rows, columns of one kind beside each other', async () => {
    const rows = Array.from({ length: 65_536 }, (_, i) => [`A${String(i % 7)}`, `B${String(i % 5)}`]);
    const bytes = write(utils.book_new(utils.aoa_to_sheet(rows), 'Data'), {
      type: 'buffer',
      bookType: 'biff8',
    }) as Buffer;
    const { table } = await readBytes(bytes);
    expect(table.rows).toBe(65_536);
    expect(cellTexts(table).at(-1)).toEqual(['A1', 'B0']);
  });

  it('counts hidden rows: xlsb', async () => {
    const cells = utils.aoa_to_sheet([['kund'], ['A'], ['B'], ['C']]);
    cells['!rows'] = [{}, { hidden: true }, {}, { hidden: true }];
    const bytes = write(utils.book_new(cells, 'Data'), { type: 'buffer', bookType: 'xlsb' }) as Buffer;
    const { table } = await readBytes(bytes);
    expect([table.rows, table.hiddenRows]).toEqual([4, 2]);
  });

  it.each(['biff4'])('counts hidden rows: xls, %s', async (bookType) => {
    const cells = utils.aoa_to_sheet([['kund'], ['A'], ['B'], ['C']]);
    const bytes = write(utils.book_new(cells, 'Data'), { type: 'buffer', bookType: bookType as BookType }) as Buffer;
    // ROW records for rows 2 and 4, before the record that ends the sheet: type, length, row, …, flags with "hidden".
    const rows = [1, 3].map((row) =>
      Buffer.from([0x08, 0x02, 16, 0, row, 0, 0, 0, 1, 0, 255, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]),
    );
    const end = bytes.lastIndexOf(Buffer.from([0x0a, 0, 0, 0]));
    const { table } = await readBytes(Buffer.concat([bytes.subarray(0, end), ...rows, bytes.subarray(end)]));
    expect([table.rows, table.hiddenRows]).toEqual([4, 2]);
  });

  it('counts hidden rows: ods, in the sheet they are on, blank and repeated ones aside', async () => {
    const row = (attributes: string, text: string): string =>
      `<table:table-row${attributes}><table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell></table:table-row>`;
    const sheet = (name: string, rows: string): string => `<table:table table:name="${name}">${rows}</table:table>`;
    const filtered = ' table:visibility="filter"';
    const first = row('', 'kund') + row(filtered, 'A') + row('', 'B') + row(' table:visibility="collapse"', 'C');
    const second =
      row('', 'kund') +
      '<table:table-row table:number-rows-repeated="3" table:visibility="collapse"><table:table-cell/></table:table-row>' +
      row(`${filtered} table:number-rows-repeated="2"`, 'D') +
      row('', 'E');
    const bytes = zipOf([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { method: 0 }],
      ['META-INF/manifest.xml', '<manifest:manifest/>'],
      ['styles.xml', '<office:document-styles/>'],
      [
        'content.xml',
        `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${sheet('Ett &amp; två', first)}${sheet('Sen', second)}</office:spreadsheet></office:body></office:document-content>`,
      ],
    ]);
    const one = await readBytes(bytes);
    expect([one.sheet, one.table.rows, one.table.hiddenRows]).toEqual(['Ett & två', 4, 2]);
    const two = await readBytes(bytes, { sheet: 'Sen' });
    expect([two.table.rows, two.table.hiddenRows]).toEqual([4, 2]);
  });

  it('keeps the 1904 date system', async () => {
    expect((await readBytes(bytesOf('biff8', true))).table.dateSystem).toBe(1904);
    expect((await readBytes(bytesOf('biff8'))).table.dateSystem).toBe(1900);
  });

  it('says when there is no such sheet', async () => {
    expect(await verdict(readBytes(bytesOf('biff8'), { sheet: 'Annan' }))).toBe('E_NOT_FOUND');
  });

  it('ends the reading at once when it is cancelled', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [i, `text ${i}`, i / 3, i / 7]);
    const book = utils.book_new(utils.aoa_to_sheet(rows));
    await withFile(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer, async (path) => {
      const facts = await identifyFile(path);
      let looks = 0;
      const after = { progress: () => undefined, cancelled: () => ++looks > 1 };
      expect(await verdict(readTable(path, facts, {}, after))).toBe('E_CANCELLED');
    });
  });

  it.each([
    ['a claimed size of 2 GiB', 'E_FILE_TOO_LARGE entry', { size: 0x80000000 }],
    ['a wrong checksum', 'E_FILE_DAMAGED checksum', { crc: 7 }],
  ])('%s never reaches the library', async (_name, expected, lies) => {
    const bytes = zipOf([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { method: 0 }],
      ['content.xml', '<office:document-content/>', lies],
    ]);
    expect(await verdict(readBytes(bytes))).toBe(expected);
  });

  it('no rows from a part that is far from empty is damage', async () => {
    const noise = Array.from({ length: 9000 }, (_, i) => `<x y="${(i * 7919) % 10_007}"/>`).join('');
    const bytes = zipOf([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { method: 0 }],
      [
        'content.xml',
        `<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${noise}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ],
    ]);
    expect(await verdict(readBytes(bytes))).toMatch(/^E_FILE_DAMAGED/);
  });
});

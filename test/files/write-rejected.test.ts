import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeSheet } from '#files/write-rejected.ts';
import { readBytes } from '../fixtures/read-bytes.ts';
import { cellTexts } from '../fixtures/table-cells.ts';

describe('rejected rows as a workbook', () => {
  it('gives every cell back as the text it was', async () => {
    const header = ['Datum', 'Belopp', 'Orsak'];
    const rows = [
      ['2026-13-01', '12,50', 'Inget datum'],
      ['=cmd|x', '', '<script>alert(1)</script>'],
      ['00123', '-5', 'rad 1\nrad 2\r\t"x" & y'],
      ['_x000D_', '  mellan ', '\u0001\uFFFE'],
    ];
    const read = await readBytes(writeSheet('Avvisade: rader [1/2]', header, rows));
    expect(read.sheet).toBe('Avvisade  rader  1 2');
    expect(cellTexts(read.table)).toEqual([header, ...rows]);
  });

  it('opens in another reader with text cells only', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = writeSheet('Data', ['a', 'b'], [['=1+1', '42']]);
    await book.xlsx.load(bytes.slice().buffer);
    const cell = book.getWorksheet('Data')?.getCell('A2');
    expect([cell?.type, cell?.value, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, '=1+1', '@']);
    expect(book.getWorksheet('Data')?.getCell('B2').value).toBe('42');
  });

  it('is read back without loss, whatever is in it', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 }).map((value) => `x${value.toWellFormed()}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
        expect(cellTexts((await readBytes(writeSheet('', ['a', 'b'], rows))).table).slice(1)).toEqual(rows);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readBytes } from '../../fixtures/read-bytes.ts';
import { workbookOf } from '../../fixtures/workbook.ts';
import { convertAll, fieldValues, TEXT_FILE, WORKBOOK, type Converted } from './inspect-rows.ts';

/** What a code becomes in a column of its own kind and in one of the user's; a word after it is the notice that says so. */
const SHAPES: readonly (readonly [shape: string, what: string, notice?: 'shortened-codes' | 'dated-codes'])[] = [
  ['00123', 'leading zeros'],
  ['007', 'leading zeros, short'],
  ['0', 'zero'],
  ['000', 'zeros'],
  ['0123456789', 'ten digits with a leading zero'],
  ['01-234', 'leading zero and dash'],
  ['7310865004703', 'EAN-13'],
  ['0012345678905', 'EAN-13 with leading zeros'],
  ['73108650', 'EAN-8'],
  ['07310865004703', 'GTIN-14'],
  ['978-91-0-012345-6', 'ISBN'],
  ['123456789012345', 'fifteen digits'],
  ['1234567890123456', 'sixteen digits'],
  ['12345678901234567890', 'twenty digits'],
  ['4111111111111111', 'card number'],
  ['1E5', 'looks like an exponent'],
  ['12E34', 'looks like an exponent, longer'],
  ['1e10', 'looks like an exponent, small letter'],
  ['3D2', 'letter in the middle'],
  ['0E0', 'zero with an exponent'],
  ['0x1F', 'hexadecimal'],
  ['2-9', 'looks like a day'],
  ['1-2-3', 'looks like a date'],
  ['10-12', 'looks like a month and day'],
  ['3/4', 'fraction'],
  ['1:30', 'looks like a time'],
  ['SEPT2', 'gene name'],
  ['MARCH1', 'gene name with a month'],
  ['DEC1', 'gene name, short'],
  ['MAR-1', 'month and number'],
  ['JAN2026X', 'month in a code'],
  ['+46701234567', 'telephone with a plus'],
  ['0046701234567', 'telephone with zeros'],
  ['070-123 45 67', 'telephone with blanks'],
  ['(08) 123 456', 'telephone with parentheses'],
  ['08-123456', 'telephone with a dash'],
  ['11455', 'postal code'],
  ['114 55', 'postal code with a blank'],
  ['02134', 'postal code of Boston'],
  ['SE-114 55', 'postal code with a country'],
  ['SW1A 1AA', 'postal code of London'],
  ['556677-8899', 'company number'],
  ['5566778899', 'company number in one piece'],
  ['16556677-8899', 'company number with its century'],
  ['SE556677889901', 'VAT number'],
  ['SE4550000000058398257466', 'IBAN'],
  ['SE45 5000 0000 0583 9825 7466', 'IBAN in groups'],
  ['19900101-1234', 'personal number'],
  ['5051-1234', 'bank account'],
  ['TRUE', 'the word of a flag'],
  ['N/A', 'the word for nothing'],
  ['NULL', 'the word of a database'],
  ['NaN', 'the word of a program'],
  ['=A1', 'formula'],
  ['@ref', 'at sign'],
  ['#12', 'number sign'],
  ['1.10.2', 'version'],
  ['1.23457E+12', 'shortened by a spreadsheet', 'shortened-codes'],
  ['1,23457E+12', 'shortened by a Swedish spreadsheet', 'shortened-codes'],
  ['2-Sep', 'a day by a spreadsheet', 'dated-codes'],
  ['Mar-01', 'a month by a spreadsheet', 'dated-codes'],
];

const text = async (shape: string, others: readonly string[]): Promise<Converted> => {
  const lines = [shape, ...others].map((code, i) => `2026-01-0${i + 1};${i + 1},50;${code};${code}`);
  const { table } = await readBytes(`Fakturadatum;Belopp;Artikelnr;Märkning\n${lines.join('\n')}\n`, {
    separator: ';',
  });
  return convertAll(table, { kind: 'sale' }, TEXT_FILE);
};

/** A number that is kept as one is shown digit for digit; a scale of ten thousand. */
const shown = (value: string | number | null | undefined): string =>
  typeof value === 'number' ? String(value / 10_000) : String(value);

describe('sixty shapes of codes are kept as written, or the damage is told', () => {
  it('the table has sixty of them', () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(SHAPES.map(([shape]) => shape)).size).toBe(SHAPES.length);
  });

  it.each(SHAPES.map(([shape, what, notice]) => ({ shape, what, notice })))(
    '$shape ($what)',
    async ({ shape, notice }) => {
      for (const others of [[], [shape, shape], ['A-77', 'B-78', 'C-79']]) {
        const read = await text(shape, others);
        expect(read.receipt.rows).toMatchObject({ imported: 1 + others.length, rejected: 0 });
        expect(fieldValues(read, 'product_id')[0]).toBe(shape);
        expect(shown(fieldValues(read, 'custom:Märkning')[0])).toBe(shape);
        const codes = read.plan.notices.map(({ code, details }) => `${code} ${details['column']}`);
        expect(codes.includes(`${notice} Artikelnr`)).toBe(notice !== undefined);
      }
    },
  );
});

const cell = (ref: string, inside: string, attributes = ''): string => `<c r="${ref}"${attributes}>${inside}</c>`;
const word = (ref: string, value: string): string => cell(ref, `<is><t>${value}</t></is>`, ' t="inlineStr"');

async function workbook(codes: readonly string[], rowAttributes = ''): Promise<Converted> {
  const header = ['Fakturadatum', 'Belopp', 'Artikelnr'].map((name, i) => word(`${'ABC'.charAt(i)}1`, name)).join('');
  const rows = codes.map((code, i) => {
    const cells = cell(`A${i + 2}`, `<v>${46_000 + i}</v>`, ' s="1"') + cell(`B${i + 2}`, '<v>10</v>');
    return `<row r="${i + 2}"${rowAttributes}>${cells}${code.replace('REF', `C${i + 2}`)}</row>`;
  });
  const bytes = workbookOf({ sheet: `<row r="1">${header}</row>${rows.join('')}`, formats: [14, 'd-mmm'] });
  return convertAll((await readBytes(bytes)).table, { kind: 'sale' }, WORKBOOK);
}

describe('codes that a workbook holds damaged', () => {
  it.each([
    ['a serial with a date format', '<c r="REF" s="2"><v>46267</v></c>', '2026-09-02', 'dated-codes'],
    [
      'more digits than a number has',
      '<c r="REF"><v>1.2345678901234568E+19</v></c>',
      '1.2345678901234568E+19',
      'shortened-codes',
    ],
    ['a text that was shortened before', '<c r="REF" t="str"><v>7.31087E+12</v></c>', '7.31087E+12', 'shortened-codes'],
  ])('%s', async (_name, code, stored, notice) => {
    const read = await workbook(['<c r="REF" t="str"><v>SEPT1</v></c>', code]);
    expect(fieldValues(read, 'product_id')).toEqual(['SEPT1', stored]);
    expect(read.plan.notices.map((found) => found.code)).toContain(notice);
  });

  it('a long number whose digits are all there is kept digit for digit and needs no word', async () => {
    const read = await workbook(['<c r="REF"><v>7310865004703</v></c>', '<c r="REF"><v>123456789012345</v></c>']);
    expect(fieldValues(read, 'product_id')).toEqual(['7310865004703', '123456789012345']);
    expect(read.plan.notices).toEqual([]);
  });
});

describe('rows that may be missing or out of sight', () => {
  const tall = (rows: number, first: number): Converted['plan']['notices'] => {
    const blocks = Array.from({ length: Math.ceil(rows / 65_536) }, () => null);
    return notices(rows, first, blocks);
  };
  const notices = (rows: number, first: number, rest: readonly null[]): Converted['plan']['notices'] => {
    const column = (name: string, tag: number, value: number) => ({
      blocks: [{ tags: Uint8Array.of(1, tag), values: Int32Array.of(0, value) }, ...rest.slice(1)],
      texts: [name, '2026-01-02'],
    });
    const fileRows = first === 1 ? null : Int32Array.from({ length: rows }, (_, i) => i + first);
    const columns = [column('Fakturadatum', 1, 1), column('Belopp', 16, 5)];
    const table = { rows, fileRows, columns, dateSystem: 1900, merges: [], ragged: 0 } as const;
    return convertAll(table, { kind: 'sale' }, WORKBOOK).plan.notices;
  };

  it.each([65_535, 65_536, 1_048_575, 1_048_576])('%i rows are as many as a format holds', (rows) => {
    expect(tall(rows, 1)).toEqual([{ code: 'row-limit', details: { rows } }]);
    for (const near of [rows - 2, rows + 2]) expect(tall(near, 1)).toEqual([]);
  });

  it('the number of the last row counts where rows above are blank', () => {
    expect(tall(65_500, 37)).toEqual([{ code: 'row-limit', details: { rows: 65_536 } }]);
    expect(tall(65_500, 30)).toEqual([]);
  });

  it('hidden and filtered rows are read, counted and mentioned', async () => {
    const codes = ['<c r="REF" t="str"><v>A</v></c>', '<c r="REF" t="str"><v>B</v></c>'];
    const read = await workbook(codes, ' ht="0" hidden="1"');
    expect(read.receipt.rows.imported).toBe(2);
    expect(read.plan.notices).toEqual([{ code: 'hidden-rows', details: { rows: 2 } }]);
    expect((await workbook(codes, ' hidden="0"')).plan.notices).toEqual([]);
  });
});

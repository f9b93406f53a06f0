import { describe, expect, it } from 'vitest';
import { utils, write, type BookType } from 'xlsx';
import { currencyOfFormat } from '#files/xlsx/currency-formats.ts';
import { workbookOf } from '../fixtures/workbook.ts';
import { readBytes } from '../fixtures/read-bytes.ts';

describe('a number format', () => {
  it.each([
    ['#,##0.00\\ "kr"', 'kr'],
    ['_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-', 'kr'],
    ['#,##0 [$kr-41D]', 'SEK'],
    ['[$kr-414] #,##0', 'NOK'],
    ['[$$-409]#,##0.00', 'USD'],
    ['[$$-1009]#,##0.00', 'CAD'],
    ['"$"#,##0.00_);[Red]\\("$"#,##0.00\\)', '$'],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', '$'],
    ['\\$#,##0', '$'],
    ['[$€-2] #,##0.00', '€'],
    ['#,##0.00 €', '€'],
    ['[$SEK] #,##0', 'SEK'],
    ['#,##0.00 "EUR"', 'EUR'],
  ])('%s shows %s', (code, currency) => {
    expect(currencyOfFormat(code)).toBe(currency);
  });

  it.each(['General', '#,##0.00', '0.0" dagar"', '0%', '[$-409]#,##0', '[Red]0;[Blue]-0', '0 "krona"', '0 "st"', ''])(
    '%s shows none',
    (code) => {
      expect(currencyOfFormat(code)).toBeNull();
    },
  );
});

/** Three amounts: plain, in kronor and in dollars, each in a column of its own. */
const FORMATS = ['#,##0.00\\ "kr"', '[$$-409]#,##0.00', 'yyyy\\-mm\\-dd', 44] as const;
const SHEET =
  '<row><c><v>1</v></c><c s="1"><v>10.5</v></c><c s="2"><v>20</v></c><c s="3"><v>46023</v></c><c s="4"><v>5</v></c></row>';

it('says which columns of a workbook show a currency, and a built-in format says none', async () => {
  const { table } = await readBytes(workbookOf({ sheet: SHEET, formats: FORMATS }));
  expect(table.columns.map(({ currencies }) => currencies)).toEqual([undefined, ['kr'], ['USD'], undefined, undefined]);
});

it.each(['xls', 'xlsb'] as const satisfies readonly BookType[])('reads them from .%s too', async (bookType) => {
  const sheet = utils.aoa_to_sheet([
    ['Datum', 'Belopp'],
    ['2026-01-05', 10.5],
  ]);
  sheet['B2'] = { t: 'n', v: 10.5, z: '#,##0.00\\ "kr"' };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Data');
  const { table } = await readBytes(write(book, { type: 'buffer', bookType }) as Buffer);
  expect(table.columns[1]?.currencies).toEqual(['kr']);
});

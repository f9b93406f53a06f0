import { expect, it } from 'vitest';
import { readFileAt } from '../fixtures/read-bytes.ts';
import { cellText, scaledSum } from '../fixtures/table-cells.ts';
import { dataFile, describeWithData } from '../support/data.ts';

describeWithData('Superstore, to the ten-thousandth (known answers §1)', () => {
  it.each([
    ['superstore/Sample - Superstore.xls', 10_194, 'Sales', 23_265_343_543n, 'Profit', 2_922_968_146n],
    ['superstore/Sample - Superstore.csv', 10_194, 'Sales', 23_265_343_543n, 'Profit', 2_922_968_146n],
    [
      'superstore/derived/superstore_us_9994_cp1252_comma_mdy.csv',
      9994,
      'Sales',
      22_972_008_603n,
      'Profit',
      2_863_970_217n,
    ],
    [
      'superstore/derived/superstore_sv_cp1252_semicolon_decimalcomma_iso.csv',
      9994,
      'Försäljning',
      22_972_008_603n,
      'Resultat',
      2_863_970_217n,
    ],
  ])('%s', async (file, rows, sales, revenue, profit, result) => {
    const { table } = await readFileAt(dataFile(file));
    const header = table.columns.map((_, column) => cellText(table, 0, column));
    expect(table.rows).toBe(rows + 1);
    expect(table.ragged).toBe(0);
    expect(scaledSum(table, header.indexOf(sales))).toBe(revenue);
    expect(scaledSum(table, header.indexOf(profit))).toBe(result);
  });
});

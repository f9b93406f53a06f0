import { describe, expect, it } from 'vitest';
import { uniteSheets } from '#engine/import/tables/unite-sheets.ts';
import { convertAll, fieldValues, WORKBOOK } from '../inspect-rows.ts';
import { linesOf, tableOf } from './rows-of.ts';

const one = tableOf(`
Butiken i Umeå
Kvitto|Datum|Antal|Belopp
1|2026-01-01|2|10.50
2|2026-01-02|1|5
Summa||3|15.50`);
const two = tableOf(`
Datum|Kvitto|Belopp|Antal
2026-01-03|3|20|4`);

describe('equal sheets', () => {
  it('become one table by the names of their columns, with the sheet of every row', () => {
    const [united, ...others] = uniteSheets([
      { sheet: 'Umeå', table: one },
      { sheet: 'Luleå', table: two },
    ]);
    expect(others).toEqual([]);
    if (united === undefined) throw new Error('no table');
    expect(united.sheets).toEqual(['Umeå', 'Luleå']);
    expect(linesOf(united.table)).toEqual([
      'Butiken i Umeå||||',
      'Kvitto|Datum|Antal|Belopp|Blad',
      '1|2026-01-01|2|10.50|Umeå',
      '2|2026-01-02|1|5|Umeå',
      'Summa||3|15.50|Umeå',
      '3|2026-01-03|4|20|Luleå',
    ]);
  });

  it('are accounted for together, every row with its number on its own sheet', () => {
    const [united] = uniteSheets([
      { sheet: 'Umeå', table: one },
      { sheet: 'Luleå', table: two },
    ]);
    if (united === undefined) throw new Error('no table');
    const read = convertAll(united.table, {}, WORKBOOK);
    // Five rows on one sheet, two on the other: two headers, a title, a total, three rows of data.
    expect(read.receipt.rows).toEqual({
      read: 7,
      header: 2,
      skipped: 1,
      totals: 1,
      duplicates: 0,
      rejected: 0,
      imported: 3,
    });
    expect(read.receipt.sums['amount']?.imported).toBe(35.5);
    expect(read.blocks.flatMap(({ fileRows }) => [...fileRows])).toEqual([3, 4, 2]);
    expect(fieldValues(read, 'custom:Blad')).toEqual(['Umeå', 'Umeå', 'Luleå']);
  });

  it('give the same rows when one of them is asked for alone', () => {
    const sheets = [
      { sheet: 'Umeå', table: one },
      { sheet: 'Luleå', table: two },
    ];
    const [all] = uniteSheets(sheets);
    const [alone, ...others] = uniteSheets(sheets, 'Luleå');
    expect(others).toEqual([]);
    if (all === undefined || alone === undefined) throw new Error('no table');
    const stored = convertAll(all.table, {}, WORKBOOK).keys;
    expect(convertAll(alone.table, {}, WORKBOOK, stored).receipt.rows).toMatchObject({ duplicates: 1, imported: 0 });
  });

  it('are left apart when their columns differ or one of them is a budget', () => {
    const other = tableOf('Datum|Kund|Belopp\n2026-01-03|Alfa|20');
    const apart = uniteSheets([
      { sheet: 'Utfall', table: two },
      { sheet: 'Budget 2026', table: two },
      { sheet: 'Kunder', table: other },
    ]);
    expect(apart.map(({ sheets, table }) => [sheets, table])).toEqual([
      [['Utfall'], two],
      [['Budget 2026'], two],
      [['Kunder'], other],
    ]);
  });
});

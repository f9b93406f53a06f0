import { expect, it } from 'vitest';
import { layOutTables } from '#engine/import/tables/lay-out-tables.ts';
import { convertAll } from '../inspect-rows.ts';
import { linesOf, tableOf } from './rows-of.ts';

const umeå = tableOf('Kvitto|Datum|Belopp\n1|2026-01-01|10\n2|2026-01-02|20');
const luleå = tableOf('Datum|Kvitto|Belopp\n2026-01-03|3|30');
const budget = tableOf('Butik|2026-01|2026-02|2026-03|Summa\nUmeå|1|2|3|6\nLuleå|4|5|6|15\nSumma|5|7|9|21');

it('a workbook of stores and a budget gives the sales of all stores and the targets', () => {
  const tables = layOutTables(
    [
      { sheet: 'Umeå', table: umeå },
      { sheet: 'Luleå', table: luleå },
      { sheet: 'Budget', table: budget },
    ],
    {},
  );
  expect(tables.map(({ id, name, sheets }) => [id, name, sheets])).toEqual([
    ['1:Umeå', 'Umeå + Luleå', ['Umeå', 'Luleå']],
    ['1:Budget', 'Budget', ['Budget']],
  ]);
  const read = tables.map(({ table }) => convertAll(table));
  expect(read.map(({ plan }) => plan.kind)).toEqual(['sale', 'target']);
  expect(read.map(({ receipt }) => receipt.rows.imported)).toEqual([3, 6]);
});

it('one sheet may be asked for', () => {
  const sheets = [
    { sheet: 'Umeå', table: umeå },
    { sheet: 'Luleå', table: luleå },
  ];
  const [only, ...others] = layOutTables(sheets, { sheet: 'Luleå' });
  expect(others).toEqual([]);
  expect(only?.name).toBe('Luleå');
  expect(only === undefined ? [] : linesOf(only.table)).toEqual(['Datum|Kvitto|Belopp|Blad', '2026-01-03|3|30|Luleå']);
});

it('a plain table comes out as the very same object', () => {
  const [only] = layOutTables([{ sheet: null, table: umeå }], {});
  expect(only).toEqual({ id: '1:', name: '', sheets: [], table: umeå });
  expect(only?.table).toBe(umeå);
});

it('the header that the user chose is kept, and what stands above is no table', () => {
  const table = tableOf('Grupp|2026-01|2026-02|2026-03\nNorr|1|2|3\nDatum|Kund|Belopp|Antal\n2026-01-01|Alfa|5|1');
  const [only] = layOutTables([{ sheet: null, table }], { headerRow: 3 });
  expect(only?.table).toBe(table);
});

it('two tables on one sheet are told apart by number', () => {
  const table = tableOf(
    'Datum|Kund|Belopp\n2026-01-01|Alfa|5\n2026-01-02|Beta|5\n\nSäljare|Period|Mål\nAnna|2026-01-01|500',
  );
  expect(layOutTables([{ sheet: 'Data', table }], {}).map(({ id, name }) => [id, name])).toEqual([
    ['1:Data', 'Data (1)'],
    ['2:Data', 'Data (2)'],
  ]);
});

/** Sales by month with no year in the header. */
const year = (value: number) => tableOf(`Region|jan|feb|mar\nNorr|${String(value)}|2|3`);
const datesOf = (tables: ReturnType<typeof layOutTables>) =>
  tables.flatMap(({ table }) => linesOf(table).slice(1)).map((line) => /\d{4}-\d\d/.exec(line)?.[0]);

it('the year of months that are columns is said by the user or the name of the file', () => {
  const sheets = [{ sheet: null, table: year(1) }];
  expect(layOutTables(sheets, {})[0]?.table.layout?.year?.value).toBeNull();
  expect(datesOf(layOutTables(sheets, {}, 'utfall 2025.csv'))).toEqual(['2025-01', '2025-02', '2025-03']);
  expect(datesOf(layOutTables(sheets, { year: 2024 }, 'utfall 2025.csv'))).toEqual(['2024-01', '2024-02', '2024-03']);
  const [kept] = layOutTables(sheets, { year: 'none' });
  expect(kept?.table).toBe(sheets[0]?.table);
});

it('sheets of a year each keep their own, and the user’s word is for the sheet without', () => {
  const [of2024, of2025, open] = [year(1), year(4), year(7)].map((table, index) => ({
    sheet: ['2024', '2025', 'Extra'][index] ?? '',
    table,
  }));
  if (of2024 === undefined || of2025 === undefined || open === undefined) throw new Error('three sheets');
  const stated = layOutTables([of2024, of2025], { year: 1999 });
  expect(stated[0]?.table.layout?.year).toBeUndefined();
  expect(datesOf(stated)).toEqual(['2024-01', '2024-02', '2024-03', '2025-01', '2025-02', '2025-03']);
  expect(layOutTables([of2024, of2025, open], {})[0]?.table.layout?.year?.value).toBeNull();
  expect(datesOf(layOutTables([of2024, of2025, open], { year: 2026 })).slice(6)).toEqual([
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
});

import { describe, expect, it } from 'vitest';
import { splitTables } from '#engine/import/tables/split-tables.ts';
import { trimNotes } from '#engine/import/tables/trim-notes.ts';
import { convertAll, WORKBOOK } from '../inspect-rows.ts';
import { linesOf, tableOf } from './rows-of.ts';

describe('tables on one sheet', () => {
  const beside = tableOf(`
Policies||||||People|
Customer|Policy|Premium||||Name|Age
1|4010|2300||||Joe|33
2|1001|1500||||Jon|30
3|2030|5200||||Catherine|28
||||||Lucy|36

Customer|1|2
Premium|2300|1500`);

  it('side by side with blank columns between are two tables with their own rows', () => {
    const tables = splitTables(beside);
    expect(tables.map(linesOf)).toEqual([
      ['Policies||', 'Customer|Policy|Premium', '1|4010|2300', '2|1001|1500', '3|2030|5200'],
      ['People|', 'Name|Age', 'Joe|33', 'Jon|30', 'Catherine|28', 'Lucy|36'],
    ]);
  });

  it('leave a table on its side out, with a notice and its rows on the receipt', () => {
    const [policies] = splitTables(beside);
    expect(policies?.layout?.notices).toEqual([{ code: 'transposed-table', details: { row: 8 } }]);
    expect(policies?.layout?.rows.skipped).toBe(2);
    expect(policies?.layout?.skippedRows).toEqual([
      { row: 8, text: 'Customer · 1 · 2' },
      { row: 9, text: 'Premium · 2300 · 1500' },
    ]);
  });

  it('a small summary one blank column away stands alone, an unfilled column does not', () => {
    const summary = tableOf(`
Datum|Butik|Belopp||Butik|Summa
2026-01-01|A|10||A|30
2026-01-02|B|5||B|5
2026-01-03|A|20`);
    expect(splitTables(summary).map(({ rows, columns }) => [rows, columns.length])).toEqual([
      [4, 3],
      [3, 2],
    ]);
    const unfilled = tableOf(`
Datum|Butik|Belopp||Ort|Antal
2026-01-01|A|10||Umeå|3
2026-01-02|B|5|||5
2026-01-03|A|20||Luleå|1`);
    expect(splitTables(unfilled)).toEqual([unfilled]);
  });

  it('below each other with blank rows and a new header are two tables that keep their row numbers', () => {
    const tables = splitTables(
      tableOf(`
Orderdatum|Kund|Belopp
2026-01-01|Alfa|100
2026-01-02|Beta|50

Mål 2026
Säljare|Period|Mål
Anna|2026-01-01|500
Bo|2026-01-01|400`),
    );
    expect(tables.map(({ rows, fileRows }) => [rows, fileRows === null ? null : [...fileRows]])).toEqual([
      [3, null],
      [4, [5, 6, 7, 8]],
    ]);
    expect(tables.map((table) => convertAll(table).plan.kind)).toEqual(['sale', 'target']);
    const second = tables[1];
    if (second === undefined) throw new Error('no second table');
    expect([...(convertAll(second).blocks[0]?.fileRows ?? [])]).toEqual([7, 8]);
  });

  it('blank rows inside a table do not cut it, with or without texts in every column', () => {
    const blocks = tableOf(`
Region|Datum|Kund|Belopp
Norr|2026-01-01|Alfa|100
|2026-01-02|Beta|50
Delsumma Norr|||150

Syd|2026-01-01|Alfa|100
|2026-01-02|Beta|50
Delsumma Syd|||150

Totalt|||300`);
    expect(splitTables(blocks)).toEqual([blocks]);
    const words = tableOf(`
Person|Region
Anna|Norr
Bo|Syd

Cilla|Väst
Dan|Öst`);
    expect(splitTables(words)).toEqual([words]);
  });
});

describe('notes below a table', () => {
  const people = tableOf(`
Lots of people
simply cannot resist writing|||||some notes
at|the|top||of|their spreadsheets
Name|Profession|Age|Has kids|Date of birth|Date of death
David Bowie|musician|69|true|1947-01-08|2016-01-10
Carrie Fisher|actor|60|true|1956-10-21|2016-12-27
Harper Lee|author|89|false|1926-04-28|2016-02-19
Some
|also like to write stuff
||at the|bottom,
|||||too!`);

  it('are cut off before they turn numbers into texts, and counted', () => {
    const table = trimNotes(people);
    expect(table.rows).toBe(7);
    expect(table.layout?.skippedRows.map(({ row }) => row)).toEqual([8, 9, 10, 11]);
    const { plan, receipt } = convertAll(table, { kind: 'lead' }, WORKBOOK);
    expect(plan.columns.find(({ header }) => header === 'Age')?.type).toBe('decimal');
    expect(receipt.rows).toEqual({
      read: 11,
      header: 1,
      skipped: 7,
      totals: 0,
      duplicates: 0,
      rejected: 0,
      imported: 3,
    });
  });

  it('spare totals, rows with numbers and tables of words', () => {
    const total = tableOf('Datum|Kund|Belopp\n2026-01-01|Alfa|100\n2026-01-02|Beta|50\nSumma');
    expect(trimNotes(total)).toBe(total);
    const words = tableOf('Person|Region|Team\nAnna|Norr|A\nBo');
    expect(trimNotes(words)).toBe(words);
  });
});

import { describe, expect, it } from 'vitest';
import { fillDown } from '#engine/import/tables/fill-down.ts';
import { convertAll, fieldValues } from '../inspect-rows.ts';
import { linesOf, tableOf } from './rows-of.ts';

describe('groups written once', () => {
  const report = tableOf(`
Försäljning per region
Region|Datum|Kund|Belopp
Norr|2026-01-01|Alfa|100
|2026-01-02|Beta|50
Delsumma Norr|||150

Syd|2026-01-01|Alfa|70
|2026-01-02|Beta|30
Delsumma Syd|||100
Totalt|||250`);

  it('are written on every row they stand for, up to their subtotal', () => {
    const filled = fillDown(report, 'Blad1');
    expect(linesOf(filled).slice(2, 9)).toEqual([
      'Norr|2026-01-01|Alfa|100',
      'Norr|2026-01-02|Beta|50',
      'Delsumma Norr|||150',
      '|||',
      'Syd|2026-01-01|Alfa|70',
      'Syd|2026-01-02|Beta|30',
      'Delsumma Syd|||100',
    ]);
    expect(filled.layout?.notices).toEqual([{ code: 'filled-down', details: { column: 'Region', rows: 2 } }]);
  });

  it('leave the subtotals to be checked and used as control totals', () => {
    const read = convertAll(fillDown(report, 'Blad1'));
    expect(read.receipt.rows).toEqual({
      read: 10,
      header: 1,
      skipped: 2,
      totals: 3,
      duplicates: 0,
      rejected: 0,
      imported: 4,
    });
    expect(read.receipt.sums['amount']).toMatchObject({ imported: 250, control: 250 });
    expect(fieldValues(read, 'region')).toEqual(['Norr', 'Norr', 'Syd', 'Syd']);
  });

  it('are not seen in the dates of what few rows have, to the right of a column that all rows have', () => {
    const list = tableOf(`
Abonnemang|Start|Slut|Belopp
S-1|2026-01-01|2026-04-12|10
S-2|2026-01-02||20
S-3|2026-01-03||30
S-4|2026-01-04|2026-12-13|40
S-5|2026-01-05||50`);
    expect(fillDown(list, '')).toBe(list);
  });

  it('may stand within each other', () => {
    const nested = tableOf(`
Region|Säljare|Datum|Belopp
Norr|Anna|2026-01-01|1
||2026-01-02|2
|Bo|2026-01-01|3
||2026-01-02|4
Syd|Anna|2026-01-01|5
||2026-01-02|6`);
    expect(linesOf(fillDown(nested, '')).map((line) => line.split('|').slice(0, 2).join())).toEqual([
      'Region,Säljare',
      'Norr,Anna',
      'Norr,Anna',
      'Norr,Bo',
      'Norr,Bo',
      'Syd,Anna',
      'Syd,Anna',
    ]);
  });

  it('are told from a column that is merely not always filled in', () => {
    for (const text of [
      // The same customer twice, with unknown ones between.
      'Kund|Datum|Belopp\nAlfa|2026-01-01|1\n|2026-01-02|2\nBeta|2026-01-03|3\nAlfa|2026-01-04|4\n|2026-01-05|5\n|2026-01-06|6',
      // The first row unknown.
      'Kund|Datum|Belopp\n|2026-01-01|1\nAlfa|2026-01-02|2\n|2026-01-03|3\n|2026-01-04|4',
      // Most rows filled in.
      'Kund|Datum|Belopp\nAlfa|2026-01-01|1\nBeta|2026-01-02|2\n|2026-01-03|3\nGamma|2026-01-04|4',
    ]) {
      const table = tableOf(text);
      expect(fillDown(table, '')).toBe(table);
    }
  });

  it('in merged cells may come again', () => {
    const merges = [{ top: 1, left: 0, bottom: 2, right: 0 }];
    const merged = tableOf(
      'Kund|Datum|Belopp\nAlfa|2026-01-01|1\n|2026-01-02|2\nBeta|2026-01-03|3\nAlfa|2026-01-04|4\n',
      {
        merges,
      },
    );
    expect(linesOf(fillDown(merged, '')).slice(1, 5)).toEqual([
      'Alfa|2026-01-01|1',
      'Alfa|2026-01-02|2',
      'Beta|2026-01-03|3',
      'Alfa|2026-01-04|4',
    ]);
  });
});

describe('section rows', () => {
  it('of a QuickBooks report become a column of customers', () => {
    const report = tableOf(`
Bolaget AB
Sales by Customer Detail
January 2026

|Date|Transaction Type|Num|Product/Service|Memo/Description|Qty|Sales Price|Amount|Balance
Alfa
|01/15/2026|Invoice|1001|Design|Logo|2|75.00|150.00|150.00
|01/28/2026|Invoice|1004|Design|Site|1|100.00|100.00|250.00
Total for Alfa||||||||$250.00|
Beta
|01/20/2026|Invoice|1002|Pump|P1|3|20.00|60.00|60.00
Total for Beta||||||||$60.00|
TOTAL||||||||$310.00|`);
    const filled = fillDown(report, '');
    expect(filled.layout?.notices).toEqual([{ code: 'section-rows', details: { column: 'Kund', rows: 2 } }]);
    const read = convertAll(filled);
    expect(fieldValues(read, 'customer')).toEqual(['Alfa', 'Alfa', 'Beta']);
    expect(read.receipt.rows).toEqual({
      read: 13,
      header: 1,
      skipped: 6,
      totals: 3,
      duplicates: 0,
      rejected: 0,
      imported: 3,
    });
    expect(read.receipt.sums['amount']).toMatchObject({ imported: 310, control: 310 });
    expect(read.blocks.flatMap(({ fileRows }) => [...fileRows])).toEqual([7, 8, 11]);
  });
});

import { describe, expect, it } from 'vitest';
import { inspectRows } from './inspect-rows.ts';

const header = ['Datum', 'Kund', 'Antal', 'Belopp'];
const rows = [
  ['2026-01-01', 'Anna', '1', '10,50'],
  ['2026-01-02', 'Totalbygg AB', '2', '20,25'],
  ['2026-01-03', 'Berit', '3', '30,00'],
];

describe('totals rows', () => {
  it.each(['Summa', 'Totalt:', 'Total', 'Grand Totals (3 records)', 'SUMMA TOTALT', 'Slutsumma'])(
    '%s becomes the control total',
    (label) => {
      const { receipt } = inspectRows([header, ...rows, [label, '', '6', '60,75']]);
      expect(receipt.rows).toMatchObject({ totals: 1, imported: 3, rejected: 0 });
      expect(receipt.sums['amount']).toEqual({
        file: 60.75,
        imported: 60.75,
        duplicates: 0,
        rejected: 0,
        control: 60.75,
      });
      expect(receipt.sums['quantity']?.control).toBe(6);
    },
  );

  it('may be rounded to the decimals it is written with', () => {
    const { receipt } = inspectRows([header, ...rows, ['Summa', '', '', '61']]);
    expect(receipt.rows.totals).toBe(1);
    expect(receipt.sums['amount']?.control).toBe(61);
  });

  it('may be subtotals, then totals of the subtotals', () => {
    const { receipt } = inspectRows([
      header,
      ['2026-01-01', 'A', '1', '10'],
      ['2026-01-02', 'A', '1', '15'],
      ['Delsumma A', '', '2', '25'],
      ['2026-01-01', 'B', '1', '5'],
      ['Total for B', '', '1', '5'],
      ['2026-01-09', 'C', '1', '7'],
      ['Delsumma C', '', '1', '7'],
      ['Totalt', '', '4', '37'],
    ]);
    expect(receipt.rows).toMatchObject({ read: 9, totals: 4, imported: 4, rejected: 0 });
    expect(receipt.sums['amount']).toMatchObject({ file: 37, imported: 37, control: 37 });
  });

  it('may stand in any column', () => {
    const { receipt } = inspectRows([header, ...rows, ['', '', 'Total', '60,75']]);
    expect(receipt.rows).toMatchObject({ totals: 1, imported: 3 });
  });

  it('leaves alone a customer called Total, whose row has a date and its own amount', () => {
    const { receipt } = inspectRows([
      header,
      ['2026-01-01', 'Total', '1', '10'],
      ['2026-01-02', 'Total Wine & More', '1', '10'],
      ['2026-01-03', 'Total', '1', '11'],
      ['2026-01-04', 'Summa Summarum HB', '4', '31'],
    ]);
    expect(receipt.rows).toMatchObject({ totals: 0, imported: 4 });
  });

  it('rejects and reports a total that does not match its rows', () => {
    const { receipt, notices, rejected } = inspectRows([header, ...rows, ['Summa', '', '', '99,00']]);
    expect(receipt.rows).toMatchObject({ totals: 0, rejected: 1, imported: 3 });
    expect(rejected).toEqual([{ row: 5, column: 'Datum', field: 'date', value: 'Summa', reason: 'not-a-date' }]);
    expect(notices).toContainEqual({ code: 'total-mismatch', details: { row: 5, total: 99, sum: 60.75 } });
  });

  it('skips and shows footers and notes below the table', () => {
    const { receipt, skippedRows } = inspectRows([
      header,
      ...rows,
      [],
      ['Grand Totals (3 records)', '', '', '60,75'],
      ['Copyright (c) 2026 Example Inc.'],
      ['Confidential Information - Do Not Distribute'],
      ['Siffrorna är preliminära'],
    ]);
    expect(receipt.rows).toEqual({
      read: 9,
      header: 1,
      skipped: 4,
      totals: 1,
      duplicates: 0,
      rejected: 0,
      imported: 3,
    });
    expect(skippedRows.map(({ row }) => row)).toEqual([7, 8, 9]);
  });

  it('does not take a row with a date or an amount for a note', () => {
    const { receipt } = inspectRows([header, ...rows, ['2026-01-04', '', '', ''], ['', '', '', '5']]);
    expect(receipt.rows).toMatchObject({ skipped: 0, rejected: 2, imported: 3 });
  });
});

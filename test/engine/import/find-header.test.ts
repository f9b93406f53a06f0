import { describe, expect, it } from 'vitest';
import { inspectRows, convertAll, fieldValues, NOTHING_STORED, TEXT_FILE } from './inspect-rows.ts';
import { inspectTable } from '#engine/import/inspect.ts';
import { textTable } from './table-of.ts';

describe('the header', () => {
  it('is found below titles and notes, which are skipped and shown', () => {
    const { headerRow, skippedRows, receipt, columns } = inspectRows([
      ['Försäljning september 2026'],
      ['Utskriven', '2026-10-01'],
      [],
      ['Datum', 'Kund', 'Belopp'],
      ['2026-09-01', 'Café Björk AB', '100'],
      [],
      ['2026-09-02', 'Kafé Ek', '50'],
    ]);
    expect(headerRow).toBe(4);
    expect(columns.map(({ header }) => header)).toEqual(['Datum', 'Kund', 'Belopp']);
    expect(skippedRows).toEqual([
      { row: 1, text: 'Försäljning september 2026' },
      { row: 2, text: 'Utskriven · 2026-10-01' },
    ]);
    expect(receipt.rows).toEqual({
      read: 7,
      header: 1,
      skipped: 4,
      totals: 0,
      duplicates: 0,
      rejected: 0,
      imported: 2,
    });
  });

  it('is found by its place above typed cells when no name is known', () => {
    const { headerRow } = inspectRows([
      ['at', 'the', 'top'],
      ['or', 'some', 'words'],
      ['Apple', 'Pear', 'Plum'],
      ['a', '2026-01-01', '5'],
    ]);
    expect(headerRow).toBe(3);
  });

  it('names blank and repeated columns', () => {
    const { columns } = inspectRows([
      ['Datum', 'Belopp', 'Belopp', '', 'Belopp 2'],
      ['2026-01-01', '1', '2', 'x', '3'],
    ]);
    expect(columns.map(({ header }) => header)).toEqual(['Datum', 'Belopp', 'Belopp 3', 'Kolumn 4', 'Belopp 2']);
  });

  it('joins two rows tied by merged cells', () => {
    const table = textTable(
      [
        ['Datum', 'Kund', 'Utfall', '', 'Budget', ''],
        ['', '', 'Belopp', 'Antal', 'Belopp', 'Antal'],
        ['2026-01-01', 'A', '10', '1', '20', '2'],
      ],
      {
        merges: [
          { top: 0, left: 0, bottom: 1, right: 0 },
          { top: 0, left: 1, bottom: 1, right: 1 },
          { top: 0, left: 2, bottom: 0, right: 3 },
          { top: 0, left: 4, bottom: 0, right: 5 },
        ],
      },
    );
    const { columns, receipt, headerRow } = inspectTable(table, {}, NOTHING_STORED, TEXT_FILE);
    expect(columns.map(({ header }) => header)).toEqual([
      'Datum',
      'Kund',
      'Utfall Belopp',
      'Utfall Antal',
      'Budget Belopp',
      'Budget Antal',
    ]);
    expect(headerRow).toBe(2);
    expect(receipt.rows).toMatchObject({ read: 3, header: 2, imported: 1 });
  });

  it('does not join a title merged over the whole table', () => {
    const table = textTable(
      [
        ['Rapport', ''],
        ['Datum', 'Belopp'],
        ['2026-01-01', '10'],
      ],
      {
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      },
    );
    expect(inspectTable(table, {}, NOTHING_STORED, TEXT_FILE).columns.map(({ header }) => header)).toEqual([
      'Datum',
      'Belopp',
    ]);
  });

  it('is where the user says it is', () => {
    const rows = [
      ['Datum', 'Belopp'],
      ['Date', 'Amount'],
      ['2026-01-01', '10'],
    ];
    const read = convertAll(textTable(rows), { headerRow: 2 });
    expect(read.plan.header.names).toEqual(['Date', 'Amount']);
    expect(fieldValues(read, 'amount')).toEqual([100_000]);
  });

  it('is missing from a file that begins with data, and rows from an empty one', () => {
    expect(() =>
      inspectRows([
        ['2026-01-01', '10', 'A'],
        ['2026-01-02', '20', 'B'],
      ]),
    ).toThrow(expect.objectContaining({ code: 'E_NO_HEADER' }));
    const headless = [
      ['Kaffe', '5', '100'],
      ['Te', '6', '120'],
    ];
    expect(() => inspectRows(headless)).toThrow(expect.objectContaining({ code: 'E_NO_HEADER' }));
    expect(() => inspectRows([])).toThrow(expect.objectContaining({ code: 'E_NO_ROWS' }));
    expect(() => inspectRows([[''], ['  ']])).toThrow(expect.objectContaining({ code: 'E_NO_ROWS' }));
    expect(inspectRows([['Datum', 'Kund', 'Belopp']]).blockers).toEqual([
      { code: 'E_NO_ROWS', field: null, column: null },
    ]);
  });
});

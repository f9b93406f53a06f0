import { describe, expect, it } from 'vitest';
import { mappingOf } from '#engine/import/remembered-reading.ts';
import { dayOf } from '#shared/calendar.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { convertAll, fieldValues, inspectRows, TEXT_FILE } from './inspect-rows.ts';
import { textTable } from './table-of.ts';

/** Four lines of sales, with a week and a day of delivery that are not what they should be on every line. */
const ROWS = [
  ['Datum', 'Belopp', 'Veckor', 'Leverans'],
  ['2026-09-01', '100,50', '2', '2026-09-14'],
  ['2026-09-02', '200,00', 'tre', 'när det passar'],
  ['2026-09-03', '300,00', '4,5', ''],
  ['2026-09-04', '400,00', 'okänt', '2026-10-01'],
];
const [WEEKS, DELIVERY] = ['custom:Veckor', 'custom:Leverans'];
const said = (column: number, as: 'text' | 'decimal' | 'date'): ReadingOptions => ({
  columns: { [String(column)]: { to: 'custom', as } },
});
const read = (options: ReadingOptions, context = TEXT_FILE) => convertAll(textTable(ROWS), options, context);

describe('a column of the file’s own', () => {
  it('is kept as what its values say: text as soon as one is no number', () => {
    const { columns } = inspectRows(ROWS);
    expect(columns.map(({ type }) => type)).toEqual(['date', 'decimal', 'text', 'text']);
    expect(fieldValues(read({}), WEEKS)).toEqual(['2', 'tre', '4,5', 'okänt']);
  });

  it('is a number when the user says so: no row is lost, what is no number is blank and counted', () => {
    const converted = read(said(2, 'decimal'));
    expect(fieldValues(converted, WEEKS)).toEqual([20_000, null, 45_000, null]);
    expect(converted.receipt.rows).toMatchObject({ imported: 4, rejected: 0 });
    expect(converted.receipt.unread).toEqual([
      { field: WEEKS, column: 'Veckor', reason: 'not-a-number', row: 3, value: 'tre', count: 2 },
    ]);
    expect(converted.receipt.sums['amount']).toMatchObject({ file: 1000.5, imported: 1000.5 });
  });

  it('is a date when the user says so; a blank is no value that cannot be read', () => {
    const converted = read(said(3, 'date'));
    expect(fieldValues(converted, DELIVERY)).toEqual([dayOf(2026, 9, 14), null, null, dayOf(2026, 10, 1)]);
    expect(converted.receipt.unread).toMatchObject([{ reason: 'not-a-date', value: 'när det passar', count: 1 }]);
  });

  it('is text when the user says so, as it stands in the file', () => {
    const rows = [['Datum', 'Belopp', 'Hylla'], ...['3', '12', '3'].map((shelf) => ['2026-09-01', '10,00', shelf])];
    expect(inspectRows(rows).columns[2]?.type).toBe('decimal');
    const text = convertAll(textTable(rows), said(2, 'text'));
    expect(fieldValues(text, 'custom:Hylla')).toEqual(['3', '12', '3']);
    expect(text.receipt.unread).toBeUndefined();
  });

  it('says before the import how many values will be blank, with the first of them', () => {
    const { notices, blockers } = inspectRows(ROWS, said(2, 'decimal'));
    expect(notices).toContainEqual({
      code: 'unread-not-a-number',
      details: { column: 'Veckor', rows: 2, row: 3, value: 'tre' },
    });
    expect(blockers).toEqual([]);
    expect(inspectRows(ROWS).notices.map(({ code }) => code)).not.toContain('unread-not-a-number');
  });

  it('counts only values of rows that are imported', () => {
    const rows = [...ROWS, ['inget datum', '500,00', 'fem', ''], ['Summa', '1500,50', 'alla', '']];
    const { receipt } = inspectRows(rows, said(2, 'decimal'));
    expect(receipt.rows).toMatchObject({ imported: 4, rejected: 1, totals: 1 });
    expect(receipt.unread?.[0]?.count).toBe(2);
  });

  it('asks where two readings of the chosen type fit every value', () => {
    const rows = [
      ['Datum', 'Belopp', 'Leverans'],
      ['2026-09-01', '100,50', '03/04/2026'],
      ['2026-09-02', '200,00', '05/06/2026'],
    ];
    expect(inspectRows(rows).blockers).toEqual([]);
    expect(inspectRows(rows, said(2, 'date')).blockers).toEqual([
      { code: 'E_AMBIGUOUS', field: DELIVERY, column: 'Leverans' },
    ]);
    const answered = convertAll(textTable(rows), { ...said(2, 'date'), columnDateFormat: { '2': 'dmy' } });
    expect(fieldValues(answered, DELIVERY)).toEqual([dayOf(2026, 4, 3), dayOf(2026, 6, 5)]);
  });

  it('gets a key of its own where the workspace has the field as another type', () => {
    const storedTypes = new Map([[WEEKS, 'text' as const]]);
    const stored = { ...TEXT_FILE, storedTypes };
    expect(fieldValues(read({}, stored), WEEKS)).toHaveLength(4);
    expect(fieldValues(read(said(2, 'decimal'), stored), `${WEEKS} (decimal)`)).toEqual([20_000, null, 45_000, null]);
  });

  it('is remembered: the next file like it is read the same way', () => {
    const { plan } = read(said(2, 'decimal'));
    const mapping = mappingOf(plan, 'september.csv', '2026-10-02T09:14');
    const next = [ROWS[0] ?? [], ['2026-10-01', '50,00', 'snart', ''], ['2026-10-02', '60,00', '1', '']];
    const converted = convertAll(textTable(next), {}, { ...TEXT_FILE, remembered: () => mapping });
    expect(fieldValues(converted, WEEKS)).toEqual([null, 10_000]);
    expect(converted.receipt.unread?.[0]).toMatchObject({ value: 'snart', row: 2, count: 1 });
  });
});

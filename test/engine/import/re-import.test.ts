import { describe, expect, it } from 'vitest';
import { convertTable } from '#engine/import/convert.ts';
import { inspectTable } from '#engine/import/inspect.ts';
import { KnownRows } from '#engine/import/known-rows.ts';
import { planImport } from '#engine/import/plan-import.ts';
import type { StoredRows, TypedValues } from '#engine/ports/import-writer.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { convertAll, inspectRows, NOTHING_STORED, TEXT_FILE } from './inspect-rows.ts';
import { textTable } from './table-of.ts';

type Rows = readonly (readonly string[])[];

const HEADER = ['Fakturadatum', 'Fakturanr', 'Radnr', 'Kund', 'Belopp'];
/** September: three lines of two invoices, 100 + 200 + 300. */
const SEPTEMBER: Rows = [
  HEADER,
  ['2026-09-01', '001', '1', 'Ada', '100,00'],
  ['2026-09-01', '001', '2', 'Ada', '200,00'],
  ['2026-09-30', '002', '1', 'Bo', '300,00'],
];
/** The export of a month later: 001/2 is now 250, 002/1 as it was, 003/1 is new. */
const OCTOBER: Rows = [
  HEADER,
  ['2026-09-01', '001', '2', 'Ada', '250,00'],
  ['2026-09-30', '002', '1', 'Bo', '300,00'],
  ['2026-10-02', '003', '1', 'Cy', '400,00'],
];

/** The rows of a first import as the store gives them back. */
function stored(rows: Rows, live: Uint8Array | null = null): StoredRows {
  const { plan, blocks, keys } = convertAll(textTable(rows));
  const valuesOf = (key: string): TypedValues | undefined =>
    blocks[0]?.values[plan.importHeader.fields.findIndex((field) => field.key === key)];
  return {
    rows: rows.length - 1,
    keys,
    live,
    texts: (key) => {
      const column = valuesOf(key);
      return column?.type === 'text' ? column : null;
    },
    days: (key) => {
      const column = valuesOf(key);
      return column?.type === 'day' ? column.days : null;
    },
  };
}

function looked(rows: Rows, options: ReadingOptions, before: StoredRows) {
  return inspectTable(textTable(rows), options, { rows: () => before }, TEXT_FILE);
}

/** Places of the stored rows that give way. */
function replacedBy(rows: Rows, options: ReadingOptions, before: StoredRows): readonly number[] {
  const table = textTable(rows);
  const plan = planImport(table, options, TEXT_FILE);
  const known = new KnownRows(before, { rule: plan.onChange, key: plan.businessKey, period: null });
  for (const _ of convertTable(plan, table, known));
  return [...known.replaced().rows];
}

describe('a file that changes rows imported before', () => {
  it('replaces them by itself, and says so', () => {
    const { receipt, reimport, blockers } = looked(OCTOBER, {}, stored(SEPTEMBER));
    expect(blockers).toEqual([]);
    expect(receipt.rows).toMatchObject({ read: 4, header: 1, imported: 2, duplicates: 1 });
    expect(receipt.changes).toEqual({ updated: 1, kept: 0, replaced: 1 });
    expect(receipt.sums['amount']).toMatchObject({ file: 950, imported: 650, duplicates: 300, rejected: 0 });
    expect(reimport).toEqual({ onChange: 'update', changed: 1, from: '2026-09-01', to: '2026-10-02', inPeriod: 3 });
    expect(replacedBy(OCTOBER, {}, stored(SEPTEMBER))).toEqual([1]);
  });

  it('leaves them as they are when asked to, which the receipt tells from duplicates', () => {
    const { receipt, reimport } = looked(OCTOBER, { onChange: 'skip' }, stored(SEPTEMBER));
    expect(receipt.rows).toMatchObject({ imported: 1, duplicates: 2 });
    expect(receipt.changes).toEqual({ updated: 0, kept: 1, replaced: 0 });
    expect(receipt.sums['amount']).toMatchObject({ file: 950, imported: 400, duplicates: 550 });
    expect(reimport).toMatchObject({ onChange: 'skip', changed: 1 });
    expect(replacedBy(OCTOBER, { onChange: 'skip' }, stored(SEPTEMBER))).toEqual([]);
  });

  it('takes the place of everything in its period: 001/1, which it has no more, goes too', () => {
    const { receipt, reimport } = looked(OCTOBER, { onChange: 'replace-period' }, stored(SEPTEMBER));
    expect(receipt.rows).toMatchObject({ imported: 3, duplicates: 0 });
    expect(receipt.changes).toEqual({ updated: 0, kept: 0, replaced: 3 });
    expect(reimport).toMatchObject({ onChange: 'replace-period', changed: 1, inPeriod: 3 });
  });

  it('has its period from the rows that can be read; stored rows outside it stay', () => {
    const rows: Rows = [HEADER, ['2026-09-02', '009', '1', 'Di', '5,00'], ['2026-09-30', '002', '1', 'Bo', 'okänt']];
    const { reimport, receipt } = looked(rows, { onChange: 'replace-period' }, stored(SEPTEMBER));
    expect(reimport).toMatchObject({ from: '2026-09-02', to: '2026-09-02', inPeriod: 0 });
    expect(receipt.changes.replaced).toBe(0);
  });
});

describe('a business key', () => {
  it('is order and line of a sale, and the id of a deal, a lead or a subscription', () => {
    const keyOf = (rows: Rows, options: ReadingOptions = {}): readonly string[] =>
      planImport(textTable(rows), options, TEXT_FILE).businessKey;
    expect(keyOf(SEPTEMBER)).toEqual(['order', 'line']);
    expect(keyOf(SEPTEMBER.map((row) => row.toSpliced(2, 1)))).toEqual([]);
    const deal = [
      ['Deal ID', 'Deal name', 'Stage', 'Amount'],
      ['17', 'Kaffe', 'Demo', '5'],
    ];
    expect(keyOf(deal, { kind: 'deal' })).toEqual(['id']);
  });

  it('on several rows of a file names one record: its rows replace those stored under it together', () => {
    const before = stored([HEADER, ['2026-09-01', '001', '1', 'Ada', '100,00'], ['2026-09-01', '001', '1', 'Ada', '7,00']]); // prettier-ignore
    const again: Rows = [HEADER, ['2026-09-01', '001', '1', 'Ada', '100,00'], ['2026-09-01', '001', '1', 'Ada', '8,00']]; // prettier-ignore
    expect(looked(again, {}, before).receipt.changes).toEqual({ updated: 1, kept: 0, replaced: 1 });
    expect(replacedBy(again, {}, before)).toEqual([1]);
  });

  it('that stands on several rows of a file is mentioned', () => {
    const rows: Rows = [...SEPTEMBER, ['2026-09-30', '002', '1', 'Bo', '1,00'], ['2026-09-30', '002', '1', 'Bo', '2,00']]; // prettier-ignore
    const notice = { code: 'repeated-entities', details: { rows: 2 } };
    expect(inspectRows(rows).notices).toContainEqual(notice);
    expect(inspectRows(SEPTEMBER).notices).not.toContainEqual(expect.objectContaining({ code: notice.code }));
  });

  it('is not there where a field of it is not stored', () => {
    const before = { ...stored(SEPTEMBER), texts: () => null };
    expect(looked(OCTOBER, {}, before).receipt.changes.updated).toBe(0);
  });
});

describe('rows that an earlier import replaced', () => {
  // 001/2 stands as 200, replaced, and as 250.
  const both: Rows = [...SEPTEMBER, ['2026-09-01', '001', '2', 'Ada', '250,00']];
  const live = Uint8Array.of(1, 0, 1, 1);

  it('are no duplicates: what was before comes back as a change', () => {
    const { receipt } = looked(SEPTEMBER, {}, stored(both, live));
    expect(receipt.rows).toMatchObject({ imported: 1, duplicates: 2 });
    expect(receipt.changes).toEqual({ updated: 1, kept: 0, replaced: 1 });
  });

  it('are replaced again, so that undoing the import between does not bring them back', () => {
    const next: Rows = [HEADER, ['2026-09-01', '001', '2', 'Ada', '260,00']];
    expect(replacedBy(next, {}, stored(both, live))).toEqual([1, 3]);
    expect(looked(next, {}, stored(both, live)).receipt.changes.replaced).toBe(1);
  });
});

describe('how a file was read before', () => {
  const AMBIGUOUS: Rows = [
    ['Datum', 'Kund', 'Belopp', 'Ansvarig'],
    ['03/04/2026', 'Ada', '100,00', 'Bo'],
  ];
  const mapping = {
    kind: 'sale' as const,
    columns: [
      { header: 'BELOPP', target: { to: 'field', field: 'amount' } as const, decimal: ',' as const, dateFormat: null },
      { header: 'Ansvarig', target: { to: 'field', field: 'channel' } as const, decimal: null, dateFormat: null },
      { header: 'Datum', target: { to: 'field', field: 'date' } as const, decimal: null, dateFormat: 'dmy' as const },
      { header: 'Kund', target: { to: 'ignore' } as const, decimal: null, dateFormat: null },
    ],
    currency: 'EUR',
    onChange: 'skip' as const,
    file: 'september.csv',
    usedAt: '2026-10-02T09:14',
  };
  const context = { ...TEXT_FILE, remembered: (fingerprint: string) => ({ ...mapping, fingerprint }) };
  const look = (rows: Rows, options: ReadingOptions = {}) =>
    inspectTable(textTable(rows), options, NOTHING_STORED, context);

  it('settles what this file leaves open, and gives every column what it became', () => {
    expect(inspectRows(AMBIGUOUS).blockers.map(({ code }) => code)).toEqual(['E_AMBIGUOUS']);
    const { columns, blockers, remembered, reimport, receipt } = look(AMBIGUOUS);
    expect(blockers).toEqual([]);
    expect(remembered).toEqual({ file: 'september.csv', usedAt: '2026-10-02T09:14' });
    expect(columns.map(({ target }) => (target.to === 'field' ? target.field : target.to))).toEqual([
      'date',
      'ignore',
      'amount',
      'channel',
    ]);
    expect(columns[0]?.dateFormat).toBe('dmy');
    expect(reimport.onChange).toBe('skip');
    expect(receipt.derived).toContainEqual({ field: 'currency', from: 'EUR' });
  });

  it('does not read values in a way that does not fit them', () => {
    const rows: Rows = [AMBIGUOUS[0] ?? [], ['04/25/2026', 'Ada', '100.25', 'Bo']];
    const { columns, receipt } = look(rows);
    expect([columns[0]?.dateFormat, columns[2]?.decimal]).toEqual(['mdy', '.']);
    expect(receipt.sums['amount']?.imported).toBe(100.25);
  });

  it('gives way to what is said of this file, and is left out where another kind is', () => {
    const targets = (options: ReadingOptions) =>
      look(AMBIGUOUS, options).columns.map(({ target }) => (target.to === 'field' ? target.field : target.to));
    expect(targets({ columns: { '1': { to: 'field', field: 'channel' } } })).toEqual([
      'date',
      'channel',
      'amount',
      'rep',
    ]);
    expect(targets({ remembered: false })).toEqual(['date', 'customer', 'amount', 'rep']);
    expect(look(AMBIGUOUS, { kind: 'cost' }).remembered).toBeNull();
  });

  it('is known by the headers in any order, case and punctuation', () => {
    const of = (header: readonly string[]) =>
      planImport(textTable([header, ['2026-01-01', '1', 'a']]), {}, TEXT_FILE).fingerprint;
    expect(of(['Datum', 'Belopp', 'Art.nr'])).toBe(of(['Datum', 'BELOPP', 'Art nr']));
    expect(of(['Datum', 'Belopp', 'Kund'])).not.toBe(of(['Datum', 'Belopp', 'Art.nr']));
    expect(of(['Datum', 'Belopp', 'Kund'])).toMatch(/^[0-9a-f]{16}$/);
  });
});

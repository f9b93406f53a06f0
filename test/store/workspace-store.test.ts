import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_DAY, NO_INT } from '#engine/ports/workspace-columns.ts';
import { defaultSettings } from '#shared/settings.ts';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { beginOne, headerOf, importPlain, newFolder, recordOf, typedBlocks, type PlainImport } from './plain-import.ts';

const SALES: PlainImport = {
  kind: 'sale',
  fields: ['date', 'amount', 'order', 'customer', 'quantity', 'custom:Ship Mode', 'custom:Rush', 'region'],
  customTypes: { 'custom:Rush': 'flag' },
  from: '2026-01-02',
  to: '2026-03-31',
  rows: [
    { date: '2026-01-02', amount: 100.5, order: '0012', customer: 'Åkesson', quantity: 2, 'custom:Rush': true },
    { date: '2026-03-31', amount: -0.0001, order: '0012', customer: 'Öberg', quantity: null, 'custom:Rush': false },
    { date: '2026-02-01', amount: 9_000_000_000, order: null, customer: 'Åkesson', 'custom:Ship Mode': 'Air' },
  ],
  rejected: [{ row: 5, column: 'Datum', field: 'date', value: '31/31', reason: 'not-a-date' }],
};

const DEALS: PlainImport = {
  kind: 'deal',
  fields: ['id', 'customer', 'value', 'closed'],
  from: '2025-12-01',
  to: '2025-12-01',
  file: 'deals.xlsx',
  rows: [{ id: '0012', customer: 'Öberg', value: 5, closed: '2025-12-01' }],
};

const LEADS: PlainImport = {
  kind: 'lead',
  fields: ['created', 'qualified'],
  rows: [{ created: '1969-12-31T23:59', qualified: true }, { created: '2026-05-04T07:08' }],
};

const code = (expected: string): unknown => expect.objectContaining({ code: expected });

let place: ReturnType<typeof newFolder>;
let store: WorkspaceStore;
beforeEach(() => {
  place = newFolder();
  store = createWorkspace(place.file, { name: 'Kaffe', settings: { currency: 'EUR' } });
});
afterEach(() => {
  store.close();
  place.remove();
});

describe('an import', () => {
  test('comes back as columns in file order, missing values as the port says', () => {
    importPlain(store, SALES);
    const columns = store.columns();
    const sale = columns.table('sale');
    expect(sale?.rows).toBe(3);
    // 2026-01-02 is day 20455: 56 years of 365 days, 14 leap days, and one.
    expect(sale?.days('date')).toEqual(Int32Array.of(20_455, 20_543, 20_485));
    expect(sale?.decimals('amount')).toEqual(Float64Array.of(1_005_000, -1, 90_000_000_000_000));
    expect(sale?.decimals('quantity')).toEqual(Int32Array.of(20_000, NO_INT, NO_INT));
    expect(sale?.codes('customer')).toEqual(Uint8Array.of(1, 2, 1));
    expect(sale?.codes('order')).toEqual(Uint8Array.of(1, 1, 0));
    expect(sale?.codes('custom:Ship Mode')).toEqual(Uint8Array.of(0, 0, 1));
    expect(sale?.flags('custom:Rush')).toEqual(Uint8Array.of(1, 0, 2));
    expect(columns.members('customer')).toEqual(['', 'Åkesson', 'Öberg']);
    expect(columns.members('sale.order')).toEqual(['', '0012']);
  });

  test('leaves out a field that never has a value', () => {
    importPlain(store, SALES);
    const sale = store.columns().table('sale');
    expect(sale?.codes('region')).toBeNull();
    expect(sale?.fields.map(({ key }) => key)).not.toContain('region');
    expect(store.columns().table('deal')).toBeNull();
  });

  test('comes back as rows with file, row number and typed values', () => {
    importPlain(store, SALES);
    importPlain(store, { ...SALES, file: 'more.csv' });
    const { fields, rows } = store.rowsAt('sale', [4, 0]);
    const at = (key: string) => fields.findIndex((field) => field.key === key);
    expect(rows.map(({ importId, file, fileRow }) => [importId, file, fileRow])).toEqual([
      [2, 'more.csv', 3],
      [1, 'sales.csv', 2],
    ]);
    expect(
      ['date', 'amount', 'order', 'customer', 'quantity', 'custom:Rush'].map((key) => rows[0]?.values[at(key)]),
    ).toEqual(['2026-03-31', -0.0001, '0012', 'Öberg', null, 0]);
    expect(() => store.rowsAt('sale', [6])).toThrow(RangeError);
  });

  test('keeps instants to the minute, also before 1970', () => {
    importPlain(store, LEADS);
    expect(store.columns().table('lead')?.days('created')).toEqual(Int32Array.of(-1, 29_631_308));
    expect(store.rowsAt('lead', [0, 1]).rows.map(({ values }) => values)).toEqual([
      ['1969-12-31T23:59', 1],
      ['2026-05-04T07:08', null],
    ]);
  });

  test('shares a dictionary between kinds, but not record numbers', () => {
    importPlain(store, SALES);
    importPlain(store, DEALS);
    const columns = store.columns();
    expect(columns.table('deal')?.codes('customer')).toEqual(Uint8Array.of(2));
    expect(columns.members('customer')).toEqual(['', 'Åkesson', 'Öberg']);
    expect(columns.members('deal.id')).toEqual(['', '0012']);
    expect(columns.table('deal')?.fields.map(({ key, dimension }) => [key, dimension])).toEqual([
      ['closed', null],
      ['customer', 'customer'],
      ['id', 'deal.id'],
      ['value', null],
    ]);
  });

  test('fills a field that an earlier import lacks with missing values', () => {
    importPlain(store, SALES);
    importPlain(store, { kind: 'sale', fields: ['date', 'rep'], rows: [{ date: '2026-04-01', rep: 'Bo' }] });
    const sale = store.columns().table('sale');
    expect(sale?.codes('rep')).toEqual(Uint8Array.of(0, 0, 0, 1));
    expect(sale?.decimals('amount')?.[3]).toBeNaN();
    expect(sale?.days('date')?.[3]).toBe(20_544);
  });

  test('keeps one header as text in one file and as a number in another', () => {
    const field = 'custom:Code';
    importPlain(store, { kind: 'cost', fields: ['date', field], rows: [{ date: '2026-01-01', [field]: 'A1' }] });
    importPlain(store, {
      kind: 'cost',
      fields: ['date', field],
      customTypes: { [field]: 'decimal' },
      rows: [{ date: '2026-01-02', [field]: 7 }],
    });
    const cost = store.columns().table('cost');
    expect(cost?.codes(field)).toEqual(Uint8Array.of(1, 0));
    expect(cost?.decimals(field)).toEqual(Int32Array.of(NO_INT, 70_000));
    expect(cost?.days(field)).toBeNull();
    expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
  });

  test('spans several chunks, from blocks of any size', () => {
    const rows = Array.from({ length: 140_000 }, (_, i) => ({
      date: i % 7 === 0 ? null : '2026-01-02',
      amount: i,
      customer: `c${i % 300}`,
    }));
    importPlain(store, { kind: 'sale', fields: ['date', 'amount', 'customer'], rows }, 50_001);
    const sale = store.columns().table('sale');
    expect(sale?.decimals('amount')).toEqual(Int32Array.from({ length: 140_000 }, (_, i) => i * 10_000));
    expect(sale?.codes('customer')).toEqual(Uint16Array.from({ length: 140_000 }, (_, i) => (i % 300) + 1));
    expect(sale?.days('date')?.filter((day) => day === NO_DAY).length).toBe(20_000);
    expect(store.rowsAt('sale', [139_999]).rows[0]?.fileRow).toBe(140_001);
    const keys = store.stored.rows('sale').keys;
    expect(keys.map(({ length }) => length)).toEqual([131_072, 131_072, 17_856]);
    expect(store.verify().ok).toBe(true);
  });

  test('takes any text as text', () => {
    const names = [
      '=cmd()',
      "Robert'); DROP TABLE row_sale;--",
      'a\0b',
      '__proto__',
      'é',
      'e\u0301',
      '😀',
      'half \ud83d',
    ];
    importPlain(store, { kind: 'sale', fields: ['customer'], rows: names.map((customer) => ({ customer })) });
    const kept = [...names.slice(0, -1), 'half \ufffd'];
    expect(store.columns().members('customer')).toEqual(['', ...kept]);
    expect(store.rowsAt('sale', [...names.keys()]).rows.map(({ values }) => values[0])).toEqual(kept);
    expect(store.verify().ok).toBe(true);
  });

  test('is listed with its record, and its rejected rows page by page', () => {
    const record = importPlain(store, SALES);
    expect(store.imports()).toEqual([record]);
    expect(store.rejected(record.id, 0, 10)).toEqual({ total: 1, rows: SALES.rejected });
    expect(store.rejected(record.id, 1, 10)).toEqual({ total: 1, rows: [] });
  });

  test('is there after closing and opening again', () => {
    const record = importPlain(store, SALES);
    const before = store.digest();
    store.close();
    store = openWorkspace(place.file);
    expect(store.digest()).toBe(before);
    expect(store.imports()).toEqual([record]);
    expect(store.columns().table('sale')?.codes('customer')).toEqual(Uint8Array.of(1, 2, 1));
  });
});

describe('an import that does not end well', () => {
  test('leaves nothing behind when it is cancelled', () => {
    importPlain(store, DEALS);
    const before = [store.digest(), store.info(), store.columns().members('customer')];
    const writer = beginOne(store, headerOf(SALES));
    for (const block of typedBlocks(SALES, 2)) writer.write(block);
    writer.reject(SALES.rejected ?? []);
    writer.abort();
    expect([store.digest(), store.info(), store.columns().members('customer')]).toEqual(before);
    expect(() => writer.commit(recordOf(SALES))).toThrow(code('E_CANCELLED'));
  });

  test('rolls back on a number that cannot be stored exactly', () => {
    const before = store.digest();
    const writer = beginOne(store, headerOf(SALES));
    const [block] = [...typedBlocks({ ...SALES, rows: [{ date: '2026-01-02', amount: 1e12 }] }, 10)];
    if (block === undefined) throw new Error('no block');
    writer.write(block);
    expect(() => writer.commit(recordOf(SALES))).toThrow(code('E_OVERFLOW'));
    expect(store.digest()).toBe(before);
    importPlain(store, DEALS);
  });

  test('hides its rows and lets nothing else write until it ends', () => {
    importPlain(store, SALES);
    const writer = beginOne(store, headerOf(SALES));
    for (const block of typedBlocks({ ...SALES, rows: Array(70_000).fill({ amount: 1, customer: 'New' }) }, 70_000)) {
      writer.write(block);
    }
    expect(store.columns().table('sale')?.decimals('amount')?.length).toBe(3);
    expect(store.imports().length).toBe(1);
    for (const change of [
      () => store.undoImport(1),
      () => store.setSettings({ currency: 'USD' }),
      () => beginOne(store, headerOf(DEALS)),
    ]) {
      expect(change).toThrow(code('E_BUSY'));
    }
    writer.abort();
    expect(store.columns().members('customer')).toEqual(['', 'Åkesson', 'Öberg']);
  });
});

describe('undo', () => {
  test('of the last import restores everything, down to members and fields', () => {
    importPlain(store, DEALS);
    const before = [store.digest(), store.columns().members('customer'), store.columns().table('deal')?.fields];
    const { id } = importPlain(store, SALES);
    expect(store.digest()).not.toBe(before[0]);
    store.undoImport(id);
    expect([store.digest(), store.columns().members('customer'), store.columns().table('deal')?.fields]).toEqual(
      before,
    );
    expect(store.columns().members('custom:Ship Mode')).toEqual(['']);
    expect(store.columns().table('sale')).toBeNull();
    expect(store.rejected(id, 0, 10)).toEqual({ total: 0, rows: [] });
  });

  test('of an earlier import keeps the members that later ones use', () => {
    const { id } = importPlain(store, SALES);
    importPlain(store, DEALS);
    store.undoImport(id);
    // Åkesson is gone, Öberg keeps its code.
    expect(store.columns().members('customer')).toEqual(['', '', 'Öberg']);
    expect(store.columns().table('deal')?.codes('customer')).toEqual(Uint8Array.of(2));
    expect(store.verify().ok).toBe(true);
    const other = newFolder();
    const fresh = createWorkspace(other.file, { name: 'Kaffe', settings: { currency: 'EUR' } });
    importPlain(fresh, DEALS);
    expect(store.digest()).toBe(fresh.digest());
    fresh.close();
    other.remove();
  });

  test('then import again gives the same state, under a new id', () => {
    const first = importPlain(store, SALES);
    const before = store.digest();
    store.undoImport(first.id);
    const second = importPlain(store, SALES);
    expect(store.digest()).toBe(before);
    expect(second.id).toBe(first.id + 1);
  });

  test('of an unknown import is refused', () => {
    expect(() => store.undoImport(7)).toThrow(code('E_NOT_FOUND'));
  });
});

describe('the workspace', () => {
  test('tells its name, rows by kind, dates and a revision that grows with every change', () => {
    const { revision } = store.info();
    importPlain(store, SALES);
    importPlain(store, DEALS);
    store.setSettings({ fiscalYearStart: 7 });
    expect(store.info()).toEqual({
      name: 'Kaffe',
      rows: { sale: 3, deal: 1 },
      from: '2025-12-01',
      to: '2026-03-31',
      readonly: false,
      revision: revision + 3,
      settings: { ...defaultSettings('EUR'), fiscalYearStart: 7 },
    });
    expect(store.columns().kinds()).toEqual(['sale', 'deal']);
  });

  test('keeps columns while only settings change, and drops them when data does', () => {
    importPlain(store, SALES);
    const amounts = store.columns().table('sale')?.decimals('amount');
    store.setSettings({ currency: 'USD' });
    expect(store.columns().table('sale')?.decimals('amount')).toBe(amounts);
    store.undoImport(1);
    expect(store.columns().table('sale')).toBeNull();
  });
});

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { importPlain, newFolder, type PlainImport } from './plain-import.ts';

const sales = (...customers: readonly (string | null)[]): PlainImport => ({
  kind: 'sale',
  fields: ['amount', 'customer', 'region'],
  rows: customers.map((customer, i) => ({ amount: i + 1, customer, region: 'Nord' })),
});
const code = (expected: string): unknown => expect.objectContaining({ code: expected });

let place: ReturnType<typeof newFolder>;
let store: WorkspaceStore;
beforeEach(() => {
  place = newFolder();
  store = createWorkspace(place.file, { name: 'Kaffe' });
});
afterEach(() => {
  store.close();
  place.remove();
});

const merge = (names: readonly string[], into: string) => store.names.merge({ dimension: 'customer', names, into });
/** Customers row by row, as they are shown. */
const shown = (): readonly (string | undefined)[] => {
  const columns = store.columns();
  return Array.from(columns.table('sale')?.codes('customer') ?? [], (each) => columns.members('customer')[each]);
};
const rowsOf = (...positions: readonly number[]) => {
  const { fields, rows } = store.rowsAt('sale', positions);
  const at = fields.findIndex(({ key }) => key === 'customer');
  return rows.map(({ values, written }) => [values[at], written]);
};

describe('a merge', () => {
  test('shows its names as one and leaves the rows as their files have them', () => {
    importPlain(store, sales('AB Björk', 'Björk AB', null, 'Ek AB'));
    merge(['AB Björk'], 'Björk AB');
    expect(shown()).toEqual(['Björk AB', 'Björk AB', '', 'Ek AB']);
    expect(store.columns().members('customer')).toEqual(['', '', 'Björk AB', 'Ek AB']);
    expect(rowsOf(0, 1, 2)).toEqual([
      ['Björk AB', { customer: 'AB Björk' }],
      ['Björk AB', {}],
      [null, {}],
    ]);
    expect([...store.names.rowsByWrittenName('customer')]).toEqual([
      ['AB Björk', 1],
      ['Björk AB', 1],
      ['Ek AB', 1],
    ]);
    expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
  });

  test('into a name that no file has takes that name', () => {
    importPlain(store, sales('AB Björk', 'Bjork', 'Ek AB'));
    merge(['AB Björk', 'Bjork'], ' Björk AB ');
    expect(shown()).toEqual(['Björk AB', 'Björk AB', 'Ek AB']);
    importPlain(store, sales('Björk AB'));
    expect(shown()).toEqual(['Björk AB', 'Björk AB', 'Ek AB', 'Björk AB']);
  });

  test('goes for imports to come and for other kinds, but not for other dimensions', () => {
    importPlain(store, sales('GTXPro', 'GTX Pro'));
    merge(['GTXPro'], 'GTX Pro');
    importPlain(store, sales('GTXPro'));
    importPlain(store, {
      kind: 'deal',
      fields: ['customer', 'product'],
      rows: [{ customer: 'GTXPro', product: 'GTXPro' }],
    });
    expect(shown()).toEqual(['GTX Pro', 'GTX Pro', 'GTX Pro']);
    const columns = store.columns();
    expect(columns.members('customer')[columns.table('deal')?.codes('customer')?.[0] ?? 0]).toBe('GTX Pro');
    expect(columns.members('product')[columns.table('deal')?.codes('product')?.[0] ?? 0]).toBe('GTXPro');
  });

  test('of merged names takes along what is merged into them; undone, they are as before it', () => {
    importPlain(store, sales('A', 'B', 'C', 'D'));
    const first = merge(['A'], 'B');
    const second = merge(['B'], 'C');
    expect(shown()).toEqual(['C', 'C', 'C', 'D']);
    store.names.undoMerge(first.id);
    expect(shown()).toEqual(['A', 'C', 'C', 'D']);
    store.names.undoMerge(second.id);
    expect(shown()).toEqual(['A', 'B', 'C', 'D']);
  });

  test('can turn an earlier one round', () => {
    importPlain(store, sales('GTXPro', 'GTX Pro'));
    const first = merge(['GTXPro'], 'GTX Pro');
    merge(['GTX Pro'], 'GTXPro');
    expect(shown()).toEqual(['GTXPro', 'GTXPro']);
    store.names.undoMerge(first.id);
    expect(shown()).toEqual(['GTXPro', 'GTXPro']);
  });

  test('stays when the import that brought a name is undone, and meets the name again', () => {
    const old = importPlain(store, sales('GTXPro', 'GTX Pro'));
    importPlain(store, sales('GTXPro'));
    merge(['GTXPro'], 'GTX Pro');
    store.undoImport(old.id);
    expect(shown()).toEqual(['GTX Pro']);
    expect(store.columns().members('customer')).toContain('GTX Pro');
    importPlain(store, sales('GTX Pro', 'GTXPro'));
    expect(shown()).toEqual(['GTX Pro', 'GTX Pro', 'GTX Pro']);
    expect(store.verify().ok).toBe(true);
  });

  test('reaches codes beyond those a kind has itself', () => {
    importPlain(store, sales('Old name'));
    const many = Array.from({ length: 400 }, (_, i) => `c${i}`);
    importPlain(store, { kind: 'lead', fields: ['customer'], rows: many.map((customer) => ({ customer })) });
    merge(['Old name'], 'c399');
    expect(shown()).toEqual(['c399']);
  });

  test('raises the revision, is in the digest, and undo restores both the digest and what is shown', () => {
    importPlain(store, sales('A', 'B'));
    const before = [store.digest(), shown()];
    const { revision } = store.info();
    const { id } = merge(['A'], 'B');
    expect(store.info().revision).toBe(revision + 1);
    expect(store.digest()).not.toBe(before[0]);
    store.close();
    store = openWorkspace(place.file);
    expect(store.names.merges()).toEqual([{ id, dimension: 'customer', names: ['A'], into: 'B' }]);
    expect(shown()).toEqual(['B', 'B']);
    store.names.undoMerge(id);
    expect([store.digest(), shown()]).toEqual(before);
    expect(merge(['A'], 'B').id).toBeGreaterThan(id);
  });

  test('keeps what is loaded of other dimensions', () => {
    importPlain(store, sales('A', 'B'));
    const [amounts, regions] = [
      store.columns().table('sale')?.decimals('amount'),
      store.columns().table('sale')?.codes('region'),
    ];
    merge(['A'], 'B');
    expect(store.columns().table('sale')?.decimals('amount')).toBe(amounts);
    expect(store.columns().table('sale')?.codes('region')).toBe(regions);
  });

  test.for([
    ['nothing', [], 'B', 'E_BAD_REQUEST'],
    ['a name into itself', ['B'], 'B', 'E_BAD_REQUEST'],
    ['names into none', ['A'], ' ', 'E_BAD_REQUEST'],
    ['a name nobody has', ['X'], 'B', 'E_NOT_FOUND'],
    ['what is missing', [''], 'B', 'E_NOT_FOUND'],
  ] as const)('of %s is refused', ([, names, into, error]) => {
    importPlain(store, sales('A', 'B', null));
    expect(() => merge(names, into)).toThrow(code(error));
    expect(() => store.names.undoMerge(1)).toThrow(code('E_NOT_FOUND'));
  });

  test('changed behind the store’s back is found', () => {
    importPlain(store, sales('A', 'B'));
    merge(['A'], 'B');
    store.close();
    const db = new Database(place.file);
    db.exec("UPDATE merge SET target = 'C'");
    db.close();
    store = openWorkspace(place.file);
    expect(store.verify().problems).toEqual([{ check: 'settings', importId: null }]);
  });
});

test('names kept apart are remembered in one order, once, until that is taken back', () => {
  importPlain(store, sales('A', 'B'));
  const before = store.digest();
  store.names.keepApart({ dimension: 'customer', names: ['B', 'A'] }, true);
  store.names.keepApart({ dimension: 'customer', names: ['A', 'B'] }, true);
  expect(store.names.keptApart()).toEqual([{ dimension: 'customer', names: ['A', 'B'] }]);
  expect(store.digest()).not.toBe(before);
  expect(store.verify().ok).toBe(true);
  store.names.keepApart({ dimension: 'customer', names: ['B', 'A'] }, false);
  expect(store.digest()).toBe(before);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { headerOf, importPlain, newFolder, recordOf, typedBlocks, type PlainImport } from './plain-import.ts';

const SALES: PlainImport = {
  kind: 'sale',
  fields: ['date', 'amount', 'customer', 'custom:Blad'],
  rows: [
    { date: '2026-01-02', amount: 100.5, customer: 'Åkesson', 'custom:Blad': 'Jan' },
    { date: '2026-02-01', amount: 9, customer: 'Öberg', 'custom:Blad': 'Feb' },
  ],
};
const COSTS: PlainImport = {
  kind: 'cost',
  fields: ['date', 'amount', 'category'],
  rows: [{ date: '2026-01-02', amount: 40, category: 'Hyra' }],
};
const MORE: PlainImport = {
  ...SALES,
  rows: [{ date: '2026-03-01', amount: 1, customer: 'Öberg', 'custom:Blad': 'Mars' }],
};

let place: ReturnType<typeof newFolder>;
let store: WorkspaceStore;
beforeEach(() => {
  place = newFolder();
  store = createWorkspace(place.file, { name: 'Kaffe', settings: { currency: 'SEK' } });
});
afterEach(() => {
  store.close();
  place.remove();
});

/** Writes an import of the group; `end` says how it ends. */
function writeOne(
  group: ReturnType<WorkspaceStore['beginImports']>,
  plain: PlainImport,
  end: 'commit' | 'abort',
): void {
  const writer = group.begin(headerOf(plain));
  for (const block of typedBlocks(plain, 10)) writer.write(block);
  if (end === 'commit') writer.commit(recordOf(plain));
  else writer.abort();
}

test('several imports are there together, as they would be one by one', () => {
  const group = store.beginImports();
  for (const plain of [SALES, COSTS, MORE]) writeOne(group, plain, 'commit');
  expect(store.imports()).toEqual([]);
  group.commit();
  expect(store.imports().map(({ kind, rows }) => [kind, rows])).toEqual([
    ['sale', 2],
    ['cost', 1],
    ['sale', 1],
  ]);
  expect([...(store.columns().table('sale')?.codes('customer') ?? [])]).toEqual([1, 2, 2]);
  expect(store.columns().table('cost')?.rows).toBe(1);
  expect(store.verify()).toMatchObject({ rebuilt: [] });
  store.close();
  store = openWorkspace(place.file);
  expect(store.imports()).toHaveLength(3);
});

test('after abort nothing of any is there', () => {
  importPlain(store, COSTS);
  const before = store.digest();
  const group = store.beginImports();
  writeOne(group, SALES, 'commit');
  const writer = group.begin(headerOf(MORE));
  for (const block of typedBlocks(MORE, 10)) writer.write(block);
  group.abort();
  expect(store.digest()).toBe(before);
  expect(store.imports()).toHaveLength(1);
  expect(() => group.commit()).toThrow(expect.objectContaining({ code: 'E_CANCELLED' }));
  const next = store.beginImports();
  expect(() => writer.commit(recordOf(MORE))).toThrow(expect.objectContaining({ code: 'E_CANCELLED' }));
  next.abort();
  expect(store.digest()).toBe(before);
});

test('one import taken back leaves the others', () => {
  const group = store.beginImports();
  writeOne(group, SALES, 'abort');
  writeOne(group, COSTS, 'commit');
  group.commit();
  expect(store.imports().map(({ kind }) => kind)).toEqual(['cost']);
  const undone = store.imports()[0]?.id ?? 0;
  store.undoImport(undone);
  const empty = store.digest();
  importPlain(store, SALES);
  store.undoImport(store.imports()[0]?.id ?? 0);
  expect(store.digest()).toBe(empty);
});

test('nothing else is written meanwhile, and a closed file has nothing of it', () => {
  const group = store.beginImports();
  writeOne(group, SALES, 'commit');
  expect(() => store.beginImports()).toThrow(expect.objectContaining({ code: 'E_BUSY' }));
  expect(() => store.setSettings({ currency: 'EUR' })).toThrow(expect.objectContaining({ code: 'E_BUSY' }));
  store.close();
  store = openWorkspace(place.file);
  expect(store.imports()).toEqual([]);
});

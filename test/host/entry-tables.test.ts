import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEntry, saveEntry } from '#host/entry-tables.ts';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { importPlain } from '../store/plain-import.ts';

let folder: string;
let store: WorkspaceStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nyckeltal-entry-'));
  store = createWorkspace(join(folder, 'a.nyckeltal'), { name: 'A' });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

type Row = Readonly<Record<string, string>>;
const cells = (kind: EntryKind, rows: readonly Row[]) =>
  rows.map((row) => entryFields(kind).map(({ key }) => row[key] ?? ''));
const save = (kind: EntryKind, ...rows: readonly Row[]) =>
  saveEntry(store, { kind, rows: cells(kind, rows), mark: ',', name: 'Inskrivet i programmet' }, '2026-11-21T09:00');
const open = (kind: EntryKind) => openEntry(store, kind, ',').rows;
const amounts = () => {
  const column = store.columns().table('cost')?.decimals('amount');
  return [...(column ?? [])].map((scaled) => scaled / 10_000);
};

const rent = { date: '2026-01-31', amount: '1200,5', category: 'Hyra' };
const adverts = { date: '2026-02-28', amount: '-300', category: 'Annonser', region: 'Nord' };
const power = { date: '2026-03-31', amount: '0,1', category: 'El' };

describe('a table written in the app', () => {
  it('opens as it was saved, also from the file anew', () => {
    expect(open('cost')).toEqual([]);
    save('cost', rent, adverts);
    expect(open('cost')).toEqual(cells('cost', [rent, adverts]));
    expect(amounts()).toEqual([1200.5, -300]);
    store.close();
    store = openWorkspace(join(folder, 'a.nyckeltal'));
    expect(open('cost')).toEqual(cells('cost', [rent, adverts]));
    expect(open('target')).toEqual([]);
    expect(store.verify().problems).toEqual([]);
  });

  it('is replaced whole, and each undo brings back exactly what was there', () => {
    const digests = [store.digest()];
    const saved = [[rent, adverts], [power], [], [rent, power, adverts]].map((rows) => {
      const { saved: record } = save('cost', ...rows);
      digests.push(store.digest());
      expect(open('cost')).toEqual(cells('cost', rows));
      return record?.id ?? 0;
    });
    expect(amounts()).toEqual([1200.5, 0.1, -300]);
    expect(store.info().rows).toEqual({ cost: 3 });
    expect(new Set(digests).size).toBe(5);
    for (const [at, id] of [...saved.entries()].toReversed()) {
      store.undoImport(id);
      expect(store.digest()).toBe(digests[at]);
    }
    expect(store.imports()).toEqual([]);
  });

  it('undone in the middle brings nothing back beside the table that counts', () => {
    const [, second] = [save('cost', rent), save('cost', adverts), save('cost', power)];
    store.undoImport(second.saved?.id ?? 0);
    expect(amounts()).toEqual([0.1]);
    expect(store.verify().problems).toEqual([]);
  });

  it('saved as it stands writes nothing', () => {
    expect(save('cost').saved).toBeNull();
    const { saved } = save('cost', rent);
    const before = store.digest();
    expect(save('cost', {}, rent).saved).toEqual(saved);
    expect(store.digest()).toBe(before);
  });

  it('with a wrong cell changes nothing', () => {
    save('cost', rent);
    const before = store.digest();
    const { faults, saved } = save('cost', adverts, { ...power, amount: 'lite' });
    expect(faults).toEqual([{ row: 2, field: 'amount', reason: 'not-a-number' }]);
    expect([saved?.rows, store.digest()]).toEqual([1, before]);
  });

  it('keeps names as they are written where they are shown as others', () => {
    save('cost', { ...rent, region: 'Norr' }, { ...power, region: 'Nord' });
    store.names.merge({ dimension: 'region', names: ['Norr'], into: 'Nord' });
    expect(open('cost').map((row) => row[5])).toEqual(['Norr', 'Nord']);
  });
});

describe('beside a file of the same kind', () => {
  const fields = ['date', 'amount', 'category'];
  const ofFile = { kind: 'cost', fields, rows: [{ date: '2026-01-31', amount: 1200.5, category: 'Hyra' }] } as const;

  it('its rows are added to the file\u2019s, which stay when it is replaced', () => {
    importPlain(store, ofFile);
    save('cost', adverts);
    importPlain(store, { ...ofFile, rows: [{ date: '2026-05-31', amount: 7, category: 'El' }] });
    expect(amounts()).toEqual([1200.5, -300, 7]);
    expect(open('cost')).toEqual(cells('cost', [adverts]));
    save('cost', power, adverts);
    expect(amounts()).toEqual([1200.5, 7, 0.1, -300]);
    expect(open('cost')).toEqual(cells('cost', [power, adverts]));
    expect(store.verify().problems).toEqual([]);
  });
});

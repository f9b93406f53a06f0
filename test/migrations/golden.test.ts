import { copyFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '#store/migrations.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { importPlain, newFolder } from '../store/plain-import.ts';
import { GOLDEN_NAME, GOLDEN_SETTINGS, LEADS, SALES } from './golden-content.ts';

const FOLDER = join(import.meta.dirname, 'golden');
const files = readdirSync(FOLDER).toSorted();

let place: ReturnType<typeof newFolder>;
beforeEach(() => {
  place = newFolder();
});
afterEach(() => {
  place.remove();
});

test('there is a file of every version, none over 200 KiB', () => {
  expect(files).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, i) => `version-${i + 1}.nyckeltal`));
  for (const file of files) expect(statSync(join(FOLDER, file)).size).toBeLessThanOrEqual(200 * 1024);
});

describe.for(files)('%s', (file) => {
  test('opens with all that was put into it', () => {
    const path = join(place.folder, file);
    copyFileSync(join(FOLDER, file), path);
    const store = openWorkspace(path);
    expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
    expect(store.info()).toMatchObject({
      name: GOLDEN_NAME,
      settings: GOLDEN_SETTINGS,
      rows: { sale: 300, lead: 2 },
      from: '2026-01-01',
      to: '2026-01-28',
      readonly: false,
    });
    const amounts = Array.from(store.columns().table('sale')?.decimals('amount') ?? []);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(451_545_150);
    expect(
      store
        .columns()
        .table('sale')
        ?.fields.map(({ key }) => key),
    ).not.toContain('custom:Borta');
    expect(store.columns().members('customer').includes('Borta AB')).toBe(false);
    const { fields, rows } = store.rowsAt('lead', [0]);
    expect(Object.fromEntries(fields.map(({ key }, i) => [key, rows[0]?.values[i]]))).toEqual({
      created: '2026-01-05T09:30',
      customer: 'Kund 1',
      id: '007',
      qualified: 1,
    });
    expect(store.imports().map(({ file: { name }, rows }) => [name, rows])).toEqual([
      ['försäljning.csv', 300],
      ['leads.xlsx', 2],
    ]);
    expect(store.rejected(2, 0, 10).rows).toEqual(SALES.rejected);

    const fresh = createWorkspace(place.file, { name: GOLDEN_NAME, settings: GOLDEN_SETTINGS });
    importPlain(fresh, SALES);
    importPlain(fresh, LEADS);
    expect(store.digest()).toBe(fresh.digest());
    fresh.close();
    store.close();
  });
});

test('a file of version 5 takes dashboards, views and annotations once it is brought forward', () => {
  const path = join(place.folder, 'version-5.nyckeltal');
  copyFileSync(join(FOLDER, 'version-5.nyckeltal'), path);
  const store = openWorkspace(path);
  expect(store.saved('dashboard')).toEqual([]);
  store.save('dashboard', { id: 'a', name: 'Ledning', order: 0, tiles: [] });
  store.close();
  const again = openWorkspace(path);
  expect(again.saved('dashboard')).toEqual([{ id: 'a', name: 'Ledning', order: 0, tiles: [] }]);
  expect(again.verify().ok).toBe(true);
  again.close();
  expect(readdirSync(place.folder).toSorted()).toEqual(['version-5.nyckeltal', 'version-5.version-5.nyckeltal']);
});

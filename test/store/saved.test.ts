import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dashboardSchema, type Dashboard } from '#shared/dashboards.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { newFolder } from './plain-import.ts';

let place: ReturnType<typeof newFolder>;
beforeEach(() => {
  place = newFolder();
});
afterEach(() => {
  place.remove();
});

const dashboard = (id: string, name = 'Ledning'): Dashboard =>
  dashboardSchema.parse({
    id,
    name,
    order: 1,
    tiles: [{ id: 'a', title: null, show: 'kpi', kpi: 'revenue', place: { x: 0, y: 0, width: 2, height: 3 } }],
  });

test('dashboards, views and annotations are kept, sealed, and leave the revision alone', () => {
  const store = createWorkspace(place.file, { name: 'W' });
  const [before, { revision }] = [store.digest(), store.info()];
  const remark = { id: 'r', day: '2026-05-01', kpi: null, text: 'Ny prislista', author: 'Åsa' };
  store.save('dashboard', dashboard('b'));
  store.save('dashboard', dashboard('a'));
  store.save('annotation', remark);
  expect(store.info().revision).toBe(revision);
  expect(store.digest()).not.toBe(before);
  store.close();
  const again = openWorkspace(place.file);
  expect(again.saved('dashboard')).toEqual([dashboard('a'), dashboard('b')]);
  expect(again.saved('annotation')).toEqual([remark]);
  expect(again.saved('view')).toEqual([]);
  expect(again.verify().ok).toBe(true);
  // A removal is taken back by saving again; all removed is as it was.
  again.save('dashboard', dashboard('a', 'Säljteam'));
  again.removeSaved('dashboard', 'b');
  expect(again.saved('dashboard')).toEqual([dashboard('a', 'Säljteam')]);
  again.save('dashboard', dashboard('b'));
  expect(again.saved('dashboard')).toHaveLength(2);
  for (const id of ['a', 'b']) again.removeSaved('dashboard', id);
  again.removeSaved('annotation', 'r');
  expect(again.digest()).toBe(before);
  expect(() => again.removeSaved('annotation', 'r')).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
  again.close();
});

test('several are changed all or none', () => {
  const store = createWorkspace(place.file, { name: 'W' });
  store.save('dashboard', dashboard('a'));
  const before = store.digest();
  const change = (): void =>
    store.changeSaved((save, remove) => {
      save('dashboard', dashboard('b'));
      remove('dashboard', 'a');
      remove('dashboard', 'c');
    });
  expect(change).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
  expect(store.saved('dashboard')).toEqual([dashboard('a')]);
  expect(store.digest()).toBe(before);
  store.close();
});

test('a value changed behind its back is found, and one that cannot be read is refused', () => {
  const store = createWorkspace(place.file, { name: 'W' });
  store.save('dashboard', dashboard('a'));
  store.close();
  const db = new Database(place.file);
  db.exec(`UPDATE saved SET value = '{"id":"a"}'`);
  db.close();
  const again = openWorkspace(place.file);
  expect(again.verify().problems).toEqual([{ check: 'settings', importId: null }]);
  expect(() => again.saved('dashboard')).toThrow(expect.objectContaining({ code: 'E_DAMAGED_FILE' }));
  again.close();
});

test('there is an end to how many are kept', () => {
  const store = createWorkspace(place.file, { name: 'W' });
  for (let i = 0; i < 200; i++) store.save('dashboard', dashboard(`d${i}`));
  expect(() => store.save('dashboard', dashboard('one-more'))).toThrow(
    expect.objectContaining({ code: 'E_BAD_REQUEST' }),
  );
  store.save('dashboard', dashboard('d7', 'Kunder'));
  expect(store.saved('dashboard')).toHaveLength(200);
  store.close();
});

import { expect, test } from 'vitest';
import { createWorkspace } from '#store/workspace-store.ts';
import { importPlain, newFolder } from './plain-import.ts';

test('an import rolls back when it has more columns than a table can have', () => {
  const place = newFolder();
  const store = createWorkspace(place.file, { name: 'x' });
  const fields = Array.from({ length: 2001 }, (_, i) => `custom:${i}`);
  const rows = [Object.fromEntries(fields.map((key) => [key, 'x']))];
  const before = store.digest();
  expect(() => importPlain(store, { kind: 'sale', fields, rows })).toThrow(
    expect.objectContaining({ code: 'E_FILE_TOO_LARGE' }),
  );
  expect(store.digest()).toBe(before);
  // Three columns of every table are the store's own.
  importPlain(store, { kind: 'sale', fields: fields.slice(0, 1997), rows });
  expect(store.columns().table('sale')?.fields.length).toBe(1997);
  expect(store.verify().ok).toBe(true);
  store.close();
  place.remove();
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { importPlain, newFolder, type PlainImport } from './plain-import.ts';

const SALES: PlainImport = {
  kind: 'sale',
  fields: ['date', 'amount', 'customer'],
  rows: [
    { date: '2026-01-02', amount: 10, customer: 'Åkesson' },
    { date: '2026-01-03', amount: 20, customer: 'Öberg' },
  ],
  rejected: [{ row: 4, column: 'Belopp', field: 'amount', value: 'x', reason: 'not-a-number' }],
};

let place: ReturnType<typeof newFolder>;
let store: WorkspaceStore;
beforeEach(() => {
  place = newFolder();
  store = createWorkspace(place.file, { name: 'Kaffe' });
  importPlain(store, SALES);
  importPlain(store, { ...SALES, file: 'more.csv' });
});
afterEach(() => {
  store.close();
  place.remove();
});

/** Changes the file behind the store's back. */
function tamper(sql: string): void {
  store.close();
  const db = new Database(place.file);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  store = openWorkspace(place.file);
}

const column = (key: string): string => {
  const field = store.rowsAt('sale', []).fields.find((candidate) => candidate.key === key);
  return `f${field?.id}`;
};

describe('verify', () => {
  test('finds nothing in a sound workspace', () => {
    expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
  });

  test.for([
    ['a changed amount', 'UPDATE row_sale SET AMOUNT = 99 WHERE id = 4', ['rows', 'segments']],
    ['a changed file row', 'UPDATE row_sale SET file_row = 9 WHERE id = 4', ['rows']],
    ['a lost row', 'DELETE FROM row_sale WHERE id = 4', ['rows', 'segments']],
    ['a row given to another import', 'UPDATE row_sale SET import_id = 1 WHERE id = 4', ['rows', 'segments']],
    [
      'a changed receipt',
      `UPDATE import SET record = replace(record, '"read":4', '"read":5') WHERE id = 2`,
      ['record'],
    ],
    ['a changed rejected row', `UPDATE rejected_row SET value = 'y' WHERE import_id = 2`, ['record']],
    ['a changed content key', 'UPDATE content_key SET data = zeroblob(16) WHERE import_id = 2', ['record']],
  ] as const)('finds %s and changes nothing', ([, sql, checks]) => {
    tamper(sql.replace('AMOUNT', column('amount')));
    const before = store.digest();
    const { ok, problems, rebuilt } = store.verify();
    expect({ ok, rebuilt }).toEqual({ ok: false, rebuilt: [] });
    expect(problems).toEqual(checks.map((check) => ({ check, importId: 2 })));
    expect(store.digest()).toBe(before);
  });

  test('finds a changed member in every import that uses it', () => {
    tamper(`UPDATE member SET name = 'Oberg' WHERE name = 'Öberg'`);
    expect(store.verify().problems).toEqual([
      { check: 'rows', importId: 1 },
      { check: 'rows', importId: 2 },
    ]);
  });

  test.for([
    ['settings', `UPDATE meta SET value = replace(value, 'SEK', 'EUR') WHERE key = 'settings'`],
    ['a field’s unit', `UPDATE field SET unit = 'count' WHERE key = 'amount'`],
  ] as const)('finds changed %s', ([, sql]) => {
    tamper(sql);
    expect(store.verify().problems).toEqual([{ check: 'settings', importId: null }]);
  });

  test('finds rows that belong to nothing', () => {
    tamper(`INSERT INTO row_deal (import_id, file_row) VALUES (77, 1)`);
    expect(store.verify().problems).toEqual([{ check: 'references', importId: null }]);
  });

  test.for([
    ['damaged', `UPDATE segment SET data = zeroblob(length(data)) WHERE import_id = 2`],
    ['missing', `DELETE FROM segment WHERE import_id = 2 AND field_id = 1`],
    [
      'surplus',
      `INSERT INTO segment SELECT NULL, import_id, field_id, 1, rows, type, low, high, crc, data FROM segment WHERE import_id = 2`,
    ],
  ] as const)('makes %s segments again from the rows', ([, sql]) => {
    const amounts = Int32Array.of(100_000, 200_000, 100_000, 200_000);
    tamper(sql);
    expect(store.verify()).toEqual({ ok: true, problems: [{ check: 'segments', importId: 2 }], rebuilt: [2] });
    expect(store.columns().table('sale')?.decimals('amount')).toEqual(amounts);
    expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
  });

  test('is not needed to notice damage: a damaged segment or key is never used', () => {
    tamper(`UPDATE segment SET data = zeroblob(length(data)); UPDATE content_key SET data = zeroblob(16)`);
    const damaged: unknown = expect.objectContaining({ code: 'E_DAMAGED_FILE' });
    expect(() => store.columns().table('sale')?.decimals('amount')).toThrow(damaged);
    expect(() => store.stored.rows('sale').keys).toThrow(damaged);
  });
});

describe('backup', () => {
  test('is the same workspace in a file of its own', () => {
    const to = join(place.folder, 'copy.nyckeltal');
    store.backup(to);
    expect(readdirSync(place.folder).filter((name) => name.includes('tmp'))).toEqual([]);
    const copy = openWorkspace(to);
    expect(copy.digest()).toBe(store.digest());
    expect(copy.verify().ok).toBe(true);
    copy.close();
    importPlain(store, SALES);
  });

  test('never takes the place of a file', () => {
    expect(() => store.backup(place.file)).toThrow(expect.objectContaining({ code: 'E_BAD_REQUEST' }));
    expect(store.verify().ok).toBe(true);
  });

  test('needs the folder and leaves nothing behind', () => {
    const to = join(place.folder, 'no', 'copy.nyckeltal');
    expect(() => store.backup(to)).toThrow(expect.objectContaining({ code: 'E_FILE_MISSING' }));
    expect(existsSync(join(place.folder, 'no'))).toBe(false);
  });
});

/** Fills the small disk given and says how that ended; stops with an error where anything is not as it was. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { assertFreeSpace } from '#store/free-space.ts';
import { createWorkspace, openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { importPlain, type PlainImport } from '../store/plain-import.ts';

const folder = process.argv[2] ?? '';
const file = join(folder, 'x.nyckeltal');
const small: PlainImport = { kind: 'cost', fields: ['amount'], rows: [{ amount: 1 }] };
const rows = Array.from({ length: 12_000 }, (_, i) => ({ amount: i, quantity: i * 3, rep: `Rep ${i % 90}` }));
const large: PlainImport = { kind: 'sale', fields: ['amount', 'quantity', 'rep'], rows };

const failsFull = (action: () => unknown): boolean => {
  try {
    action();
    return false;
  } catch (error) {
    assert(error instanceof AppError && error.code === 'E_DISK_FULL', String(error));
    return true;
  }
};

function fill(store: WorkspaceStore): string {
  assert(failsFull(() => assertFreeSpace(file, 1e9)));
  const before = store.digest();
  const isRefused = failsFull(() => importPlain(store, large, 500));
  if (isRefused) assert.equal(store.digest(), before);
  failsFull(() => store.backup(join(folder, 'copy.nyckeltal')));
  failsFull(() => importPlain(store, small));
  assert(store.verify().ok);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.tmp')),
    [],
  );
  return isRefused ? 'import refused' : 'imported';
}

let outcome = 'not created';
let store: WorkspaceStore | null = null;
if (failsFull(() => (store = createWorkspace(file, { name: 'x' })))) {
  assert.deepEqual(readdirSync(folder), []);
} else {
  store ??= openWorkspace(file);
  outcome = fill(store);
  const digest = store.digest();
  store.close();
  assert.equal(readdirSync(folder).filter((name) => name.includes('journal')).length, 0);
  store = openWorkspace(file);
  assert.equal(store.digest(), digest);
  assert(store.verify().ok);
  store.close();
}
console.log(outcome);

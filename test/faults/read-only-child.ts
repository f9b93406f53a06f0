/** Opens the workspace on a read-only disk, says what it finds, copies it elsewhere, and says how each change is refused. */
import { AppError } from '#shared/errors.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { importPlain } from '../store/plain-import.ts';

const store = openWorkspace(process.argv[2] ?? '');
const rows = store.columns().table('sale')?.rows;
console.log(`readonly ${store.info().readonly}, ${rows} row, ${store.digest()}`);
store.backup(process.argv[3] ?? '');
for (const change of [
  () => importPlain(store, { kind: 'sale', fields: ['amount'], rows: [{ amount: 1 }] }),
  () => store.undoImport(1),
  () => store.setSettings({ currency: 'EUR' }),
  () => store.backup(`${store.path}.copy`),
]) {
  try {
    change();
    console.log('done');
  } catch (error) {
    console.log(error instanceof AppError ? error.code : String(error));
  }
}
store.close();

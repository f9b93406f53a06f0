/**
 * Writes the golden file of the current version: `node test/migrations/make-golden.ts`.
 * Run once, when a version is released; the file is kept for good.
 */
import { join } from 'node:path';
import { SCHEMA_VERSION } from '#store/migrations.ts';
import { createWorkspace } from '#store/workspace-store.ts';
import { importPlain } from '../store/plain-import.ts';
import { GOLDEN_NAME, GOLDEN_SETTINGS, LEADS, SALES, UNDONE } from './golden-content.ts';

const path = join(import.meta.dirname, 'golden', `version-${SCHEMA_VERSION}.nyckeltal`);
const store = createWorkspace(path, { name: GOLDEN_NAME, settings: GOLDEN_SETTINGS });
const undone = importPlain(store, UNDONE);
importPlain(store, SALES);
store.undoImport(undone.id);
importPlain(store, LEADS);
store.close();
console.log(path);

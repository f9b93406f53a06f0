/** Runs the history on the workspace given, saying each finished step, until it ends or is killed. */
import { writeSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { runHistory } from './history.ts';

try {
  const store = openWorkspace(process.argv[2] ?? '');
  writeSync(1, 'open\n');
  runHistory(store, (step) => writeSync(1, `${step}\n`));
  store.close();
} catch (error) {
  writeSync(1, `${error instanceof AppError ? error.code : String(error)}\n`);
}

/** Opens the workspace and keeps it until it is killed; says `open`, or the code of the refusal. */
import { writeSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import { openWorkspace } from '#store/workspace-store.ts';

try {
  openWorkspace(process.argv[2] ?? '');
  writeSync(1, 'open\n');
  setInterval(() => undefined, 1000);
} catch (error) {
  writeSync(1, `${error instanceof AppError ? error.code : String(error)}\n`);
}

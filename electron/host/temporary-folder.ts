import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder only this user can enter (mode 0700), gone when the process ends. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'nyckeltal-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

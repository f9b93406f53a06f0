import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** A folder only this user can enter (mode 0700), gone when the process ends. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'nyckeltal-'));
  if (folders.length === 0) process.once('exit', removeAll);
  folders.push(path);
  return path;
}

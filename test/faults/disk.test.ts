import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { importPlain, newFolder } from '../store/plain-import.ts';
import { expectedDigests, inspect } from './outcome.ts';

const HISTORY = join(import.meta.dirname, 'history-child.ts');
const FULL = join(import.meta.dirname, 'full-disk-child.ts');
const READ_ONLY = join(import.meta.dirname, 'read-only-child.ts');

const inNamespace = (script: string, ...args: readonly string[]): readonly string[] => {
  const run = spawnSync('unshare', ['-rm', 'sh', '-ec', script, 'sh', ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout.trim().split('\n');
};
const mayMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;
const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

let place: ReturnType<typeof newFolder>;
beforeAll(() => {
  place = newFolder();
});
afterAll(() => {
  place.remove();
});

describe.skipIf(!mayMount)('on a small disk (needs unshare and mount)', () => {
  test('an import that does not fit leaves the workspace as it was, at every size', { timeout: 60_000 }, () => {
    const folder = join(place.folder, 'small');
    mkdirSync(folder);
    const sizes = [4, 40, 80, ...Array.from({ length: 17 }, (_, i) => 120 + i * 110)];
    const script = `folder=$1 node=$2 child=$3; shift 3
      for size in "$@"; do
        mount -t tmpfs -o size="\${size}k" tmpfs "$folder"; "$node" "$child" "$folder"; umount "$folder"
      done`;
    const said = inNamespace(script, folder, process.execPath, FULL, ...sizes.map(String));
    console.log(`disk full: ${sizes.length} sizes from 4 to ${sizes.at(-1)} KiB: ${said.join(', ')}`);
    expect(said).toHaveLength(sizes.length);
    expect(new Set(said)).toEqual(new Set(['not created', 'import refused', 'imported']));
  });
});

describe.skipIf(!mayMount)('on a read-only disk (needs unshare and mount)', () => {
  test('a workspace opens for viewing, refuses every change and keeps every byte', () => {
    const folder = join(place.folder, 'still');
    mkdirSync(folder);
    const file = join(folder, 'x.nyckeltal');
    const store = createWorkspace(file, { name: 'x' });
    importPlain(store, { kind: 'sale', fields: ['amount', 'rep'], rows: [{ amount: 12.5, rep: 'Bo' }] });
    const digest = store.digest();
    store.close();
    const bytes = (): string => createHash('sha256').update(readFileSync(file)).digest('hex');
    const before = bytes();
    const script = `mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"; "$2" "$3" "$1/x.nyckeltal" "$4"`;
    const copy = join(place.folder, 'copy.nyckeltal');
    const [found, ...refused] = inNamespace(script, folder, process.execPath, READ_ONLY, copy);
    expect(found).toBe(`readonly true, 1 row, ${digest}`);
    expect(refused).toEqual(Array(4).fill('E_READONLY'));
    expect(bytes()).toBe(before);
    expect(readdirSync(folder)).toEqual(['x.nyckeltal']);
    const copied = openWorkspace(copy);
    expect(copied.digest()).toBe(digest);
    copied.close();
  });
});

describe.skipIf(!hasStrace)('when a call to the disk fails (needs strace)', () => {
  const faults = [
    ...[1, 30, 43, 70, 130, 300, 500].map((when) => ({ call: 'pwrite64', error: 'ENOSPC', code: 'E_DISK_FULL', when })),
    ...[1, 30, 43, 70, 130, 300, 500].map((when) => ({ call: 'pwrite64', error: 'EIO', code: 'E_IO', when })),
    // The second is the folder's, whose failure SQLite passes over.
    ...[1, 3, 4, 5, 6, 8, 9, 20].map((when) => ({ call: 'fsync,fdatasync', error: 'EIO', code: 'E_IO', when })),
  ];

  test('nothing is said to be done that is not there, and the failure is typed', { timeout: 90_000 }, () => {
    const expected = expectedDigests(place.file);
    for (const { call, error, code, when } of faults) {
      const path = join(place.folder, `${call}-${error}-${when}.nyckeltal`);
      createWorkspace(path, { name: 'x' }).close();
      const inject = `inject=${call}:error=${error}:when=${when}`;
      const run = [
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        `trace=${call}`,
        '-e',
        inject,
        process.execPath,
        HISTORY,
        path,
      ];
      const said = spawnSync('strace', run, { encoding: 'utf8' }).stdout;
      expect([inject, said.trim().split('\n').at(-1)]).toEqual([inject, code]);
      const { acknowledged, found } = inspect(path, expected, said);
      expect([inject, [acknowledged, acknowledged + 1]]).toEqual([inject, expect.arrayContaining([found])]);
      expect(readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
    console.log(`failing disk calls: ${faults.length} run, 0 lost, 0 partial`);
  });
});

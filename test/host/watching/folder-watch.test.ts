import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { FolderWatch, type FolderHint } from '#host/watching/folder-watch.ts';
import { QuietFiles } from '#host/watching/quiet-files.ts';
import { root } from '../../support/tree.ts';
import { spawnSync } from 'node:child_process';

const home = mkdtempSync(join(tmpdir(), 'nyckeltal-folder-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a folder', () => {
  let watch: FolderWatch;
  afterEach(() => watch.stop());

  /** The names of the quiet files, as soon as there are some. */
  function firstQuiet(folder: string, pace: { quietMs: number; pollMs: number }, hint?: FolderHint): Promise<string[]> {
    return new Promise((resolve) => {
      watch = new FolderWatch(
        folder,
        pace,
        (look) => look !== null && look.quiet.length > 0 && resolve(look.quiet.map(({ name }) => name)),
        hint,
      );
    });
  }

  it('is looked at in any case: a network folder tells nothing', async () => {
    const folder = join(home, 'network');
    mkdirSync(folder);
    const found = firstQuiet(folder, { quietMs: 20, pollMs: 50 }, () => null);
    writeFileSync(join(folder, 'a.csv'), 'a;b\n');
    expect(await found).toEqual(['a.csv']);
  });

  it('is looked at soon where the system tells that something has come', async () => {
    const folder = join(home, 'local');
    mkdirSync(folder);
    const found = firstQuiet(folder, { quietMs: 20, pollMs: 3_600_000 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    writeFileSync(join(folder, 'a.csv'), 'a;b\n');
    expect(await found).toEqual(['a.csv']);
  });

  it('that is not there yet is waited for', async () => {
    const folder = join(home, 'later');
    const found = firstQuiet(folder, { quietMs: 20, pollMs: 50 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.csv'), 'a;b\n');
    expect(await found).toEqual(['a.csv']);
  });
});

it('does not keep a program running', () => {
  const code = `
    import { FolderWatch, USUAL_PACE } from '#host/watching/folder-watch.ts';
    new FolderWatch(${JSON.stringify(home)}, USUAL_PACE, () => console.log('looked'));
    await new Promise((resolve) => setTimeout(resolve, 200));`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
    timeout: 10_000,
  });
  expect({ stdout, status }).toEqual({ stdout: 'looked\n', status: 0 });
});

describe('a file', () => {
  const file = (stamp: string, size = 1, held = false) => ({ path: '/f', name: 'f', at: 0, size, stamp, held });

  it('is quiet when it has been the same for long enough, and unfinished once it has been seen to change', () => {
    const files = new QuietFiles(100);
    expect(files.look([file('a')], 0)).toMatchObject({ quiet: [], unfinished: [], isWaiting: true });
    expect(files.look([file('a')], 99)).toMatchObject({ quiet: [], unfinished: [] });
    expect(files.look([file('b')], 100)).toMatchObject({ quiet: [], unfinished: [{ name: 'f' }], isWaiting: true });
    expect(files.look([file('b')], 199)).toMatchObject({ quiet: [] });
    expect(files.look([file('b')], 250)).toMatchObject({ quiet: [{ name: 'f', quietFor: 150 }], isWaiting: false });
  });

  it('that is gone and comes back is waited for anew', () => {
    const files = new QuietFiles(100);
    files.look([file('a')], 0);
    files.look([], 50);
    expect(files.look([file('a')], 120).quiet).toEqual([]);
  });

  it('that is empty or held is not waited for by the clock', () => {
    const files = new QuietFiles(100);
    for (const one of [file('a', 0), file('a', 5, true)]) {
      files.look([one], 0);
      expect(files.look([one], 500)).toMatchObject({ quiet: [], unfinished: [{ name: 'f' }], isWaiting: false });
    }
  });
});

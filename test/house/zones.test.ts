import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/tree.ts';

const planted = `export const node = process.exitCode;
export const dom = document.title;
export const decoder = new TextDecoder();
const list: readonly number[] = [1];
export const unchecked: number = list[0];
export const fine: number = list[0] ?? 0;
`;

describe('the type check of a zone', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zones-'));
    writeFileSync(join(folder, 'planted.mts'), planted);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Lines of the planted file that the zone's own tsconfig objects to. */
  function linesRefused(zone: string): readonly number[] {
    const config = { extends: join(root, zone, 'tsconfig.json'), include: ['planted.mts'] };
    const typeRoots = [join(root, 'node_modules', '@types')];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, compilerOptions: { typeRoots } }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    return [...stdout.matchAll(/planted\.mts\((\d+),/g)].map(([, line]) => Number(line));
  }

  it.each(['shared', 'electron/engine', 'electron/columns'])('knows neither Node nor a browser in %s', (zone) => {
    expect(linesRefused(zone)).toEqual([1, 2, 3, 5]);
  });

  it.each(['electron/store', 'electron/files', 'electron/host', 'electron/shell'])('knows Node in %s', (zone) => {
    expect(linesRefused(zone)).toEqual([2, 5]);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '#store/workspace-store.ts';
import { newFolder } from '../store/plain-import.ts';
import { expectedDigests, inspect } from './outcome.ts';
import { Disk } from './power-cut.ts';
import { traceOf, type DiskStep } from './power-trace.ts';
import { randomNumbers } from './random-numbers.ts';

const CHILD = join(import.meta.dirname, 'history-child.ts');
const CUTS = Number(process.env['NYCKELTAL_POWER_CUTS'] ?? 40);
const SEED = 20_261_122;
const NAME = 'power.nyckeltal';

const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

let place: ReturnType<typeof newFolder>;
let before: Buffer;
let expected: readonly string[] = [];
let steps: readonly DiskStep[] = [];

beforeAll(() => {
  place = newFolder();
  if (!hasStrace) return;
  expected = expectedDigests(place.file);
  const path = join(place.folder, NAME);
  createWorkspace(path, { name: 'x' }).close();
  before = readFileSync(path);
  steps = traceOf(CHILD, path);
});
afterAll(() => {
  place.remove();
});

/** Whether the files left by a cut open as exactly the acknowledged steps, or one more. */
function isWhole(files: ReadonlyMap<string, Buffer>, said: string): boolean {
  const folder = join(place.folder, 'cut');
  mkdirSync(folder);
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  try {
    return inspect(join(folder, NAME), expected, said).found !== -1;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Cuts the power at random moments of the trace; how many of them lost, halved or damaged anything. */
function cutPower(trace: readonly DiskStep[], cuts: number): number {
  const random = randomNumbers(SEED);
  const moments = Array.from({ length: cuts }, () => Math.floor(random() * trace.length)).sort((a, b) => a - b);
  const disk = new Disk({ [NAME]: before });
  let [done, said, faults] = [0, '', 0];
  for (const moment of moments) {
    for (; done < moment; done++) {
      const step = trace[done];
      if (step === undefined) break;
      disk.take(step);
      if (step.do === 'said') said += step.text;
    }
    if (!isWhole(disk.cut(random), said)) faults++;
  }
  return faults;
}

test.skipIf(!hasStrace)(
  `${CUTS} power cuts lose no acknowledged import and leave nothing partial (skipped: needs strace)`,
  { timeout: 120_000 + CUTS * 1000 },
  () => {
    expect(steps.filter((step) => step.do === 'write').length).toBeGreaterThan(1000);
    const faults = cutPower(steps, CUTS);
    console.log(`power cut at a random moment: ${CUTS} run, ${faults} lost, partial or damaged, seed ${SEED}`);
    expect(faults).toBe(0);
  },
);

test.skipIf(!hasStrace)(
  'control: without its syncs the same history is damaged (skipped: needs strace)',
  { timeout: 120_000 },
  () => {
    const unsynced = steps.filter((step) => step.do !== 'sync' && step.do !== 'sync-folder');
    expect(cutPower(unsynced, 5)).toBeGreaterThan(0);
  },
);

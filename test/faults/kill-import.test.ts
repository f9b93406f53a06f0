import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '#store/workspace-store.ts';
import { newFolder } from '../store/plain-import.ts';
import { expectedDigests, inspect, type Outcome } from './outcome.ts';
import { randomNumbers } from './random-numbers.ts';

const CHILD = join(import.meta.dirname, 'history-child.ts');
/** `npm run gate` kills a thousand. */
const RUNS = Number(process.env['NYCKELTAL_KILLS'] ?? 40);
const SEED = 20_261_121;
const LATEST_KILL = 250;
const AT_ONCE = 2;

const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

let place: ReturnType<typeof newFolder>;
/** Digest after each step of a history that nobody interrupts; index 0 is the empty workspace. */
const expected: string[] = [];

beforeAll(() => {
  place = newFolder();
  expected.push(...expectedDigests(place.file));
});
afterAll(() => {
  place.remove();
});

async function killedAfter(path: string, delay: number): Promise<Outcome> {
  createWorkspace(path, { name: 'x' }).close();
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
    said += bytes.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  return inspect(path, expected, said);
}

/** How many were hit in the middle of a change: a run of kills without any proves nothing. */
function report(title: string, outcomes: readonly Outcome[]): number {
  const lost = outcomes.filter(({ found }) => found === -1).length;
  const slowest = Math.max(...outcomes.map(({ reopened }) => reopened));
  const interrupted = outcomes.filter(({ wasInterrupted }) => wasInterrupted).length;
  const landed = outcomes.filter(({ acknowledged, found }) => found === acknowledged + 1).length;
  console.log(
    `${title}: ${outcomes.length} run, ${lost} lost or partial, seed ${SEED}; ${interrupted} left a journal to roll back, ` +
      `${landed} had committed just before, slowest reopening ${slowest.toFixed(0)} ms`,
  );
  expect(lost).toBe(0);
  expect(slowest).toBeLessThan(1000);
  return interrupted;
}

test(
  `kill -9 at ${RUNS} random moments loses nothing and leaves nothing partial`,
  { timeout: 60_000 + RUNS * 1200 },
  async () => {
    const random = randomNumbers(SEED);
    const delays = Array.from({ length: RUNS }, () => random() * LATEST_KILL);
    const outcomes: Outcome[] = [];
    const worker = async (): Promise<void> => {
      for (let run = delays.length; run > 0; run = delays.length) {
        outcomes.push(await killedAfter(join(place.folder, `kill-${run}.nyckeltal`), delays.pop() ?? 0));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const interrupted = report('kill -9 at a random moment', outcomes);
    // Of few that meet no write of the journal, the chosen writes below are sure to.
    if (RUNS >= 1000) expect(interrupted).toBeGreaterThan(0);
  },
);

/** Runs the history until its write number `when` to the database, journal included. */
function killedAtWrite(path: string, when: number): string {
  createWorkspace(path, { name: 'x' }).close();
  const inject = `inject=pwrite64:signal=KILL:when=${when}`;
  const run = ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=pwrite64', '-e', inject, process.execPath, CHILD, path];
  return spawnSync('strace', run, { encoding: 'utf8' }).stdout;
}

test.skipIf(!hasStrace)('kill -9 at chosen writes of the database loses nothing', { timeout: 120_000 }, () => {
  // Some forty writes to the journal, as many to the file and two to the journal's head make one step.
  const writes = [1, 2, 20, 38, 41, 43, 60, 80, 84, 130, 170, 260, 340, 365, 420, 700];
  const outcomes = writes.map((when) => {
    const path = join(place.folder, `write-${when}.nyckeltal`);
    return inspect(path, expected, killedAtWrite(path, when));
  });
  expect(report('kill -9 at a chosen write', outcomes)).toBeGreaterThan(0);
});

test.skipIf(!hasStrace)('control: a file killed in the middle of a commit is not whole without its journal', () => {
  const path = join(place.folder, 'control.nyckeltal');
  const said = killedAtWrite(path, 60);
  rmSync(`${path}-journal`);
  const found = (): number => {
    try {
      return inspect(path, expected, said).found;
    } catch {
      return -1;
    }
  };
  expect(found()).toBe(-1);
});

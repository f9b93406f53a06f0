import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Job, Said } from './job.ts';
import type { Mutator } from './mutant.ts';

export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

export const LIMITS: Limits = { seconds: 5, megabytes: 512 };

export interface Fault {
  readonly mutator: Mutator;
  readonly number: number;
  readonly what: string;
  readonly fault: string;
}

export interface Tally {
  run: number;
  compared: number;
  /** Largest process seen. */
  megabytes: number;
  slowest: number;
  readonly verdicts: Map<string, number>;
  readonly faults: Fault[];
}

type Part = Omit<Job, 'folder'>;

/** Runs inputs in processes of their own: one that hangs, grows too large or ends is a fault, and the next one goes on after it. */
export async function runInputs(part: Part, limits: Limits = LIMITS): Promise<Tally> {
  const tally: Tally = { run: 0, compared: 0, megabytes: 0, slowest: 0, verdicts: new Map(), faults: [] };
  const slow = new Set<number>();
  for (let from = part.from; from < part.to;) from = await runChild({ ...part, from }, limits, tally, slow);
  return tally;
}

/** Seconds for the last look at the workspace. */
const TO_CLOSE = 30;

const CHILD = join(import.meta.dirname, 'gate-child.ts');

/**
 * Gives the number of the input to go on with. One that takes too long is tried once more: what hangs, hangs again, and a
 * machine with other work does not.
 */
async function runChild(part: Part, limits: Limits, tally: Tally, slow: Set<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-gate-'));
  const child = spawn(process.execPath, ['--no-warnings', CHILD, JSON.stringify({ ...part, folder } satisfies Job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { mutator } = part;
  let [number, started, done, errors] = [part.from, Number.NaN, false, ''];
  let waiting: NodeJS.Timeout | undefined;
  // Told by the timer too, which the compiler does not see.
  let reason = null as string | null;
  const add = (what: string, fault: string): void => void tally.faults.push({ mutator, number, what, fault });
  const stop = (why: string): void => {
    reason ??= why;
    child.kill('SIGKILL');
  };
  const stopAfter = (seconds: number): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => stop(`more than ${seconds} seconds`), seconds * 1000);
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-2000)));
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    if ('start' in said) {
      [number, started] = [said.start, performance.now()];
      stopAfter(limits.seconds);
    } else if ('end' in said) {
      stopAfter(TO_CLOSE);
      tally.run++;
      tally.slowest = Math.max(tally.slowest, performance.now() - started);
      tally.megabytes = Math.max(tally.megabytes, said.megabytes);
      tally.verdicts.set(said.verdict, (tally.verdicts.get(said.verdict) ?? 0) + 1);
      if (said.compared) tally.compared++;
      if (said.fault !== null) add(said.what, said.fault);
      number++;
      if (said.megabytes > limits.megabytes) {
        if (reason === null) add(said.what, `${said.megabytes} MB`);
        stop('grown');
        break;
      }
    } else {
      done = true;
      if (!said.done) add('all inputs of the child', 'has changed the workspace');
    }
  }
  await new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('close', resolve) : resolve(null),
  );
  clearTimeout(waiting);
  rmSync(folder, { recursive: true, force: true });
  if (done || reason === 'grown') return number;
  if (Number.isNaN(started)) throw new Error(`The gate's child does not start: ${errors}`);
  const again = reason?.startsWith('more than') === true && !slow.has(number);
  slow.add(number);
  if (again) return number;
  tally.run++;
  add('', reason ?? `the process ended: ${errors.trim().split('\n').slice(-6).join(' | ')}`);
  return number + 1;
}

export function merged(tallies: readonly Tally[]): Tally {
  const all: Tally = { run: 0, compared: 0, megabytes: 0, slowest: 0, verdicts: new Map(), faults: [] };
  for (const tally of tallies) {
    all.run += tally.run;
    all.compared += tally.compared;
    all.megabytes = Math.max(all.megabytes, tally.megabytes);
    all.slowest = Math.max(all.slowest, tally.slowest);
    all.faults.push(...tally.faults);
    for (const [verdict, count] of tally.verdicts) all.verdicts.set(verdict, (all.verdicts.get(verdict) ?? 0) + count);
  }
  return all;
}

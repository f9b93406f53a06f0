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
  for (let from = part.from; from < part.to;) from = await runChild({ ...part, from }, limits, tally);
  return tally;
}

const CHILD = join(import.meta.dirname, 'gate-child.ts');

/** Gives the number of the input to go on with. */
async function runChild(part: Part, limits: Limits, tally: Tally): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-gate-'));
  const child = spawn(process.execPath, ['--no-warnings', CHILD, JSON.stringify({ ...part, folder } satisfies Job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { mutator } = part;
  let [number, started, done, errors] = [part.from, Number.NaN, false, ''];
  let [waiting, reason]: [NodeJS.Timeout | undefined, string | null] = [undefined, null];
  const add = (what: string, fault: string): void => void tally.faults.push({ mutator, number, what, fault });
  const stop = (why: string): void => {
    reason ??= why;
    child.kill('SIGKILL');
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-2000)));
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    if ('start' in said) {
      [number, started] = [said.start, performance.now()];
      waiting = setTimeout(() => stop(`more than ${limits.seconds} seconds`), limits.seconds * 1000);
    } else if ('end' in said) {
      clearTimeout(waiting);
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

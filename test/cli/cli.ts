import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { run } from '../../electron/cli/run.ts';
import type { Locale } from '../../shared/format.ts';
import { SMALL_SALES, TODAY } from '../contract/small-sales.ts';

const MAIN = join(import.meta.dirname, '../../electron/cli/main.ts');

export interface Outcome {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Splits on spaces; `~` stands for a space inside an argument. */
const argumentsOf = (line: string): readonly string[] =>
  line === '' ? [] : line.split(' ').map((part) => part.replaceAll('~', ' '));

/** A folder with the small sales file, in which commands are run; gone when the test file ends. */
export function workshop() {
  const root = mkdtempSync(join(tmpdir(), 'nyckeltal-cli-'));
  const home = join(root, 'home');
  writeFileSync(join(root, 'small.csv'), SMALL_SALES);
  beforeAll(() => {
    vi.stubEnv('NYCKELTAL_HOME', home);
    vi.stubEnv('NYCKELTAL_TODAY', TODAY);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** In this process. Names of files are taken in the folder. */
  const nyckeltal = async (line: string, locale: Locale = 'en-GB'): Promise<Outcome> => {
    const inFolder = (text: string): string =>
      /\.(csv|json|nyckeltal|pdf)$/.test(text) && !isAbsolute(text) ? join(root, text) : text;
    let [stdout, stderr] = ['', ''];
    const io = { locale, out: (text: string) => void (stdout += text), err: (text: string) => void (stderr += text) };
    const exit = await run(argumentsOf(line).map(inFolder), io);
    return { exit, stdout, stderr };
  };
  const json = async (line: string): Promise<unknown> => {
    const { stdout, stderr, exit } = await nyckeltal(line);
    if (exit !== 0) throw new Error(`exit ${exit}: ${stderr}`);
    return JSON.parse(stdout) as unknown;
  };

  /** The program itself, in a process of its own. */
  const start = (line: string, env: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, [MAIN, ...argumentsOf(line)], {
      cwd: root,
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8', NYCKELTAL_HOME: home, NYCKELTAL_TODAY: TODAY, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const program = (line: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
    new Promise((resolve) => {
      const child = start(line, env);
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('close', (exit) => resolve({ exit, stdout, stderr }));
    });
  return { root, nyckeltal, json, start, program };
}

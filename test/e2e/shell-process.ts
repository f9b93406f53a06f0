import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/tree.ts';

export interface Shell {
  /** Opens the page once: it holds a one-time code. */
  readonly address: string;
  readonly home: string;
  /** Path of a workspace made in this shell. */
  workspace(name: string): string;
  /** Ends the program, which closes its workspace; the files stay until `remove`. */
  stop(): Promise<void>;
  remove(): void;
}

export const TODAY = '2026-11-21';
const START_LIMIT_MS = 30_000;

const main = join(root, 'electron/cli/main.ts');

/** The environment of the program under test: a home of its own, a fixed date, this machine's browser. */
function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, NYCKELTAL_HOME: home, NYCKELTAL_TODAY: TODAY, LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' };
}

/** The browser shell as a user starts it, in a fresh home. */
export async function startShell(args: readonly string[] = []): Promise<Shell> {
  const home = mkdtempSync(join(tmpdir(), 'nyckeltal-e2e-'));
  const child = spawn(process.execPath, [main, 'serve', '--no-open', ...args], {
    cwd: root,
    env: environment(home),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address from the shell: ${said}`)), START_LIMIT_MS);
    const listen = (data: Buffer): void => {
      said += data.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the shell ended with ${String(code)}: ${said}`)));
    child.once('exit', () => clearTimeout(timer));
    void Promise.resolve().then(() => timer.unref());
  });
  return {
    address,
    home,
    workspace: (name) => join(home, 'workspaces', `${name}.nyckeltal`),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** What the command line prints on stdout for these arguments; an exit code other than 0 is an error. */
export async function cli(home: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [main, ...args], { cwd: root, env: environment(home) });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${err}`);
  return out;
}

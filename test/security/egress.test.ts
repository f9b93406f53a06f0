import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SMALL_SALES } from '../contract/small-sales.ts';

const MAIN = join(import.meta.dirname, '../../electron/cli/main.ts');
const root = mkdtempSync(join(tmpdir(), 'nyckeltal-egress-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(join(root, 'small.csv'), SMALL_SALES);

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=connect', 'true']).status === 0;
const env = { ...process.env, NYCKELTAL_HOME: join(root, 'home') };

function traced(log: string, args: readonly string[]): readonly string[] {
  return ['-f', '-o', join(root, log), '-e', 'trace=connect,sendto,sendmsg,sendmmsg', process.execPath, ...args];
}

/** Calls that name an address on any network, the loopback's left out. */
function outgoing(log: string): readonly string[] {
  return readFileSync(join(root, log), 'utf8')
    .split('\n')
    .filter((line) => /AF_INET6?/.test(line) && !/inet_addr\("127\.0\.0\.1"\)/.test(line));
}

/** Empty where the program said what it should. */
function run(log: string, args: readonly string[]): string {
  const { status, stderr } = spawnSync('strace', traced(log, args), { cwd: root, env, encoding: 'utf8' });
  return status === 0 ? '' : `exit ${status}: ${stderr}`;
}

describe.skipIf(!canTrace)('what the program sends, seen by the system', () => {
  it('is nothing, from an import to a number', () => {
    expect(run('import', [MAIN, 'import', 'small.csv', '-w', 'small.nyckeltal'])).toBe('');
    expect(run('kpi', [MAIN, 'kpi', 'revenue', 'orders', '-w', 'small.nyckeltal', '--by', 'region'])).toBe('');
    expect(run('doctor', [MAIN, 'doctor'])).toBe('');
    expect(['import', 'kpi', 'doctor'].flatMap(outgoing)).toEqual([]);
  });

  it('is nothing off the loopback while it serves', async () => {
    const server = spawn(
      'strace',
      traced('serve', [MAIN, 'serve', '-w', 'small.nyckeltal', '--no-open', '--port', '0']),
      {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const said = await new Promise<string>((resolve, reject) => {
      let complaint = '';
      server.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
      server.stdout.once('data', (text: Buffer) => resolve(text.toString()));
      server.once('close', () => reject(new Error(complaint)));
    });
    const { origin, hash } = new URL(/http:\S+/.exec(said)?.[0] ?? '');
    const headers = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    const body = JSON.stringify({ code: hash.replace('#code=', '') });
    const session = await fetch(`${origin}/session`, { method: 'POST', headers, body });
    const { token } = (await session.json()) as { token: string };
    const authorized = { ...headers, authorization: `Bearer ${token}` };
    const question = JSON.stringify({ kpis: ['revenue'] });
    const reply = await fetch(`${origin}/call/question.ask`, { method: 'POST', headers: authorized, body: question });
    expect(await reply.json()).toMatchObject({ ok: true });
    const ended = new Promise((resolve) => server.once('close', resolve));
    // strace itself would leave the program behind.
    const child = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8');
    process.kill(Number(child.trim().split(' ')[0]), 'SIGTERM');
    await ended;
    expect(outgoing('serve')).toEqual([]);
  });

  it('would be seen: the control asks for a name', () => {
    run('control', ['-e', "require('node:dns').resolve4('example.test', () => {})"]);
    expect(outgoing('control').join('\n')).toMatch(/htons\(53\)/);
  });
});

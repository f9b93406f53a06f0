import { connect } from 'node:net';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workshop } from './cli.ts';

const { root, program, start } = workshop();

describe('the program in a process of its own', () => {
  it('imports', async () => {
    expect(await program('import small.csv -w small.nyckeltal')).toMatchObject({ exit: 0, stderr: '' });
  });

  it('writes JSON to stdout and nothing else anywhere', async () => {
    const { exit, stdout, stderr } = await program('kpi revenue -w small.nyckeltal --period 2026 --json');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([{ kpi: 'revenue', value: 4499.5 }]);
  });

  it('refuses in one sentence on stderr, in the system’s language', async () => {
    expect(await program('import small.csv -w small.nyckeltal', { LC_ALL: 'sv_SE.UTF-8' })).toEqual({
      exit: 2,
      stdout: '',
      stderr: 'small.csv: Alla rader i filen finns redan. Inget har ändrats.\n',
    });
  });

  it('says 1 for wrong usage and 3 for a workspace that is not there', async () => {
    expect(await program('kpi')).toMatchObject({ exit: 1, stdout: '' });
    expect(await program('kpi revenue -w gone.nyckeltal')).toMatchObject({ exit: 3, stdout: '' });
  });
});

describe('serve', () => {
  it('holds its workspace, tells its address with a code, and lets everything go on SIGTERM', async () => {
    const holder = start('serve -w small.nyckeltal --no-open');
    const ended = new Promise<number | null>((resolve) => holder.once('close', resolve));
    const said = await new Promise<string>((resolve) =>
      holder.stdout.once('data', (text: Buffer) => resolve(text.toString())),
    );
    const address = new URL(/http:\S+/.exec(said)?.[0] ?? '');
    expect(address.hash).toMatch(/^#code=[\w-]{43}$/);

    const refused = await program('kpi revenue -w small.nyckeltal --json');
    expect(refused).toMatchObject({ exit: 3, stdout: '' });
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'E_IN_USE' } });

    const headers = { origin: address.origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    const code = address.hash.replace('#code=', '');
    const session = await fetch(`${address.origin}/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ code }),
    });
    const { token } = (await session.json()) as { token: string };
    const call = { method: 'POST', headers: { ...headers, authorization: `Bearer ${token}` }, body: '{}' };
    const current = await fetch(`${address.origin}/call/workspace.current`, call);
    expect(await current.json()).toMatchObject({ ok: true, value: { name: 'small', rows: { sale: 9 } } });

    holder.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(readdirSync(root).filter((name) => name.startsWith('small.nyckeltal'))).toEqual(['small.nyckeltal']);
    expect(await program('kpi revenue -w small.nyckeltal --json')).toMatchObject({ exit: 0 });
    const gone = new Promise<boolean>((resolve) => {
      const socket = connect(Number(address.port), '127.0.0.1', () => resolve(false));
      socket.on('error', () => resolve(true));
    });
    expect(await gone).toBe(true);
  });

  it('removes its private folder', () => {
    expect(readdirSync(join(root, 'home'))).toEqual(['config']);
  });
});

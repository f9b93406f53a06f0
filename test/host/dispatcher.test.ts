import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createDispatcher, type Handlers } from '../../electron/host/dispatcher.ts';
import { Tasks } from '../../electron/host/tasks.ts';
import { AppError } from '../../shared/errors.ts';

const info = { version: '1', today: '2026-11-21', shell: 'test', sqlite: '3', canPrint: false } as const;

/** A dispatcher with the given handlers; any other method that is reached is an error of the test. */
function dispatcher(given: Partial<Handlers>, checkOutputs = true) {
  const lines: string[] = [];
  const tasks = new Tasks();
  const handlers = new Proxy(given, {
    get: (target, name) => (Reflect.get(target, name) as unknown) ?? (() => ({ unexpected: String(name) })),
  }) as Handlers;
  const call = createDispatcher(handlers, { tasks, log: (line) => lines.push(line), checkOutputs });
  return { call, lines, tasks };
}

describe('which method', () => {
  it.each(['', 'nope', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'app', 'app.info ', 'APP.INFO'])(
    'none is called %j',
    async (method) => {
      const { call } = dispatcher({});
      expect(await call(method, {})).toMatchObject({ ok: false, error: { code: 'E_UNKNOWN_METHOD' } });
    },
  );
});

describe('what goes in and out', () => {
  it('is held against the contract', async () => {
    const { call } = dispatcher({ 'app.info': () => info });
    expect(await call('app.info', {})).toEqual({ ok: true, value: info });
    for (const input of [undefined, null, 1, 'x', [], { extra: 1 }])
      expect(await call('app.info', input), JSON.stringify(input)).toMatchObject({ error: { code: 'E_BAD_REQUEST' } });
  });

  it('names the place of a bad input, never its value', async () => {
    const { call } = dispatcher({});
    const result = await call('workspace.create', { name: 'hemlig'.repeat(30) });
    expect(result).toMatchObject({
      error: { details: { method: 'workspace.create', at: 'name', problem: 'too_big' } },
    });
    expect(JSON.stringify(result)).not.toContain('hemlig');
  });

  it('is a bug when an answer breaks the contract', async () => {
    const { call, lines } = dispatcher({ 'app.info': () => ({ ...info, shell: 'toaster' }) as never });
    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'E_INTERNAL' } });
    expect(lines).toHaveLength(1);
  });
});

describe('a failure', () => {
  it('that is expected comes as it is', async () => {
    const { call, lines } = dispatcher({
      'workspace.current': () => {
        throw new AppError('E_NO_WORKSPACE', 'No workspace is open.', { n: 1 });
      },
    });
    expect(await call('workspace.current', {})).toEqual({
      ok: false,
      error: { code: 'E_NO_WORKSPACE', message: 'No workspace is open.', details: { n: 1 } },
    });
    expect(lines).toEqual([]);
  });

  it('of the system gets its code', async () => {
    for (const [errno, code] of [
      ['ENOSPC', 'E_DISK_FULL'],
      ['EROFS', 'E_READONLY'],
      ['EIO', 'E_IO'],
      ['ENOENT', 'E_FILE_MISSING'],
    ]) {
      const { call } = dispatcher({
        'workspace.current': () => {
          throw Object.assign(new Error(`${errno}: /home/anna/kund.nyckeltal`), { code: errno });
        },
      });
      const result = await call('workspace.current', {});
      expect(result).toMatchObject({ error: { code } });
      expect(JSON.stringify(result)).not.toContain('anna');
    }
  });

  it('that is a bug is logged under the id it shows, without message, path or SQL', async () => {
    const { call, lines } = dispatcher({
      'workspace.current': () => {
        throw new TypeError('SELECT secret FROM /home/anna/kund.nyckeltal');
      },
    });
    const result = await call('workspace.current', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'E_INTERNAL' } });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(result.ok ? 'no failure' : String(result.error.details['id']));
    expect(lines[0]).toContain('TypeError');
    expect(lines[0]).toContain('dispatcher.test.ts:');
    for (const text of [lines[0], JSON.stringify(result)]) {
      expect(text).not.toMatch(/secret|SELECT|anna|\/home/);
      expect(text).not.toContain(process.cwd());
    }
  });
});

describe('the order of things', () => {
  const close = null;

  it('is one at a time, as asked', async () => {
    const seen: string[] = [];
    const { call } = dispatcher({
      'workspace.close': async () => {
        seen.push('close begins');
        await wait(20);
        seen.push('close ends');
        return close;
      },
      'import.list': () => {
        seen.push('list');
        return [];
      },
    });
    await Promise.all([call('workspace.close', {}), call('import.list', {})]);
    expect(seen).toEqual(['close begins', 'close ends', 'list']);
  });

  it('goes on after a failure', async () => {
    const { call } = dispatcher({
      'workspace.close': () => {
        throw new AppError('E_IO', 'Disk.');
      },
      'import.list': () => [],
    });
    const results = await Promise.all([call('workspace.close', {}), call('import.list', {})]);
    expect(results.map(({ ok }) => ok)).toEqual([false, true]);
  });

  it('lets progress and cancelling through meanwhile', async () => {
    const { call, tasks } = dispatcher({
      'task.state': ({ taskId }) => tasks.state(taskId),
      'task.cancel': ({ taskId }) => {
        tasks.cancel(taskId);
        return null;
      },
      'workspace.sample': async (_input, task) => {
        for (let done = 0; ; done++) {
          task.report('writing', done, 1000);
          await task.breathe();
        }
      },
    });
    const sample = call('workspace.sample', { taskId: 't', name: 'Kaffe' });
    await wait(5);
    expect(await call('task.state', { taskId: 't' })).toMatchObject({
      ok: true,
      value: { step: 'writing', total: 1000 },
    });
    await call('task.cancel', { taskId: 't' });
    expect(await sample).toMatchObject({ ok: false, error: { code: 'E_CANCELLED' } });
    expect(await call('task.state', { taskId: 't' })).toEqual({ ok: true, value: null });
  });

  it('never starts a task that was cancelled while it waited', async () => {
    const { call, tasks } = dispatcher({
      'workspace.close': async () => {
        await wait(20);
        return close;
      },
    });
    const first = call('workspace.close', {});
    const second = call('workspace.sample', { taskId: 't', name: 'Kaffe' });
    tasks.cancel('t');
    await first;
    expect(await second).toMatchObject({ error: { code: 'E_CANCELLED' } });
  });

  it('refuses a task id that is in use', async () => {
    const { call, tasks } = dispatcher({});
    tasks.start('t');
    expect(await call('workspace.sample', { taskId: 't', name: 'K' })).toMatchObject({
      error: { code: 'E_BAD_REQUEST' },
    });
  });
});

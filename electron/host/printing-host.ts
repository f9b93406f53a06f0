import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { contract, type Output } from '#shared/contract.ts';
import { AppError, type Result } from '#shared/errors.ts';
import { attempt, failed, type Log } from './failures.ts';
import { FileDesk } from './file-desk.ts';
import type { Host } from './host.ts';
import type { Printer } from './printer.ts';
import { nearestSafeName } from './safe-name.ts';
import { Tasks } from './tasks.ts';

const TYPES = { pdf: 'application/pdf', png: 'image/png' } as const;

/**
 * A host that can print. `report.print` is answered here, in the shell's own thread and outside the queue of store methods:
 * the printed page asks for what it shows through the same host, by the opaque id of a job that is known while it is printed.
 */
export function withPrinter(host: Host, printer: Printer, temporary: string, log: Log): Host {
  const desk = new FileDesk();
  const tasks = new Tasks();
  const jobs = new Map<string, unknown>();

  async function print(input: unknown): Promise<Result<Output<'report.print'>>> {
    const wish = parse('report.print', contract['report.print'].input, input);
    if (!wish.ok) return wish;
    const current = await host.call('workspace.current', {});
    if (!current.ok) return current;
    if (current.value === null) return failed('E_NO_WORKSPACE', 'No workspace is open.');
    const { taskId, source, format, sheet } = wish.value;
    return attempt(async () => {
      const task = tasks.start(taskId);
      task.report('printing', 0, null);
      const job = randomUUID();
      try {
        const shown = await shownBy(source);
        task.throwIfCancelled();
        jobs.set(job, shown);
        const bytes =
          format === 'pdf' ? await printer.pdf(job, task.signal) : await printer.picture(job, sheet, task.signal);
        task.throwIfCancelled();
        if (bytes.length === 0) throw new AppError('E_PRINT', 'The pages could not be printed.');
        const path = join(temporary, `print-${job}.${format}`);
        mkdirSync(temporary, { recursive: true, mode: 0o700 });
        writeFileSync(path, bytes, { mode: 0o600 });
        return desk.addDownload(
          { path, name: nearestSafeName(`${shown.report.name.slice(0, 110)}.${format}`) },
          TYPES[format],
        );
      } finally {
        jobs.delete(job);
        tasks.end(taskId);
      }
    }, log);
  }

  async function shownBy(source: z.output<Source>): Promise<Output<'report.printed'>> {
    if ('final' in source) {
      const { report, content } = valueOf(
        await host.call('report.final', { id: source.final }),
      ) as Output<'report.final'>;
      return { report, content };
    }
    const { report } = source;
    return { report, content: valueOf(await host.call('report.content', { report })) as Output<'report.content'> };
  }

  function printed(input: unknown): Result<unknown> {
    const asked = parse('report.printed', contract['report.printed'].input, input);
    if (!asked.ok) return asked;
    const value = jobs.get(asked.value.jobId);
    return value === undefined ? failed('E_NOT_FOUND', 'This is not being printed.') : { ok: true, value };
  }

  return {
    ...host,
    call: async (method, input) => {
      if (method === 'report.print') return print(input);
      if (method === 'report.printed') return printed(input);
      const result = await host.call(method, input);
      if (!result.ok) return result;
      if (method === 'app.info') {
        return { ok: true, value: { ...(result.value as Output<'app.info'>), canPrint: printer.available() } };
      }
      const taskId = typeof input === 'object' && input !== null && 'taskId' in input ? String(input.taskId) : '';
      if (method === 'task.state' && result.value === null) return { ok: true, value: tasks.state(taskId) };
      if (method === 'task.cancel') tasks.cancel(taskId);
      return result;
    },
    download: async (id) => {
      const found = await attempt(
        () => desk.download(id),
        () => undefined,
      );
      return found.ok ? found : host.download(id);
    },
    close: async () => {
      tasks.cancelAll();
      await host.close();
    },
  };
}

type Source = (typeof contract)['report.print']['input']['shape']['source'];

function parse<T extends z.ZodType>(method: string, schema: T, input: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problem = parsed.error.issues[0]?.code ?? '';
  return failed('E_BAD_REQUEST', 'The request does not fit the contract.', { method, problem });
}

function valueOf(result: Result<unknown>): unknown {
  if (result.ok) return result.value;
  const { code, message, details } = result.error;
  throw new AppError(code, message, details);
}

import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract, type Output } from '#shared/contract.ts';
import { AppError, type Result } from '#shared/errors.ts';
import { attempt, failed, type Log } from './failures.ts';
import { FileDesk } from './file-desk.ts';
import type { Host } from './host.ts';
import type { Printer } from './printer.ts';
import { Tasks } from './tasks.ts';

const names = { 'sv-SE': 'Översikt', 'en-GB': 'Overview' } as const;

/**
 * A host that can print. `report.pdf` is answered here, in the shell's own thread and outside the queue of store methods:
 * the printed page asks its questions through the same host.
 */
export function withPrinter(host: Host, printer: Printer, temporary: string, log: Log): Host {
  const desk = new FileDesk();
  const tasks = new Tasks();

  async function print(input: unknown): Promise<Result<Output<'report.pdf'>>> {
    const parsed = contract['report.pdf'].input.safeParse(input);
    if (!parsed.success) {
      const problem = parsed.error.issues[0]?.code ?? '';
      return failed('E_BAD_REQUEST', 'The request does not fit the contract.', { method: 'report.pdf', problem });
    }
    const current = await host.call('workspace.current', {});
    if (!current.ok) return current;
    if (current.value === null) return failed('E_NO_WORKSPACE', 'No workspace is open.');
    const { taskId, ...job } = parsed.data;
    return attempt(async () => {
      const task = tasks.start(taskId);
      task.report('printing', 0, null);
      try {
        const bytes = await printer.print(job, task.signal);
        task.throwIfCancelled();
        if (bytes.length === 0) throw new AppError('E_PRINT', 'The pages could not be printed.');
        const path = join(temporary, `print-${randomUUID()}.pdf`);
        mkdirSync(temporary, { recursive: true, mode: 0o700 });
        writeFileSync(path, bytes, { mode: 0o600 });
        return desk.addDownload({ path, name: `${names[job.locale]}.pdf` }, 'application/pdf');
      } finally {
        tasks.end(taskId);
      }
    }, log);
  }

  return {
    ...host,
    call: async (method, input) => {
      if (method === 'report.pdf') return print(input);
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
      const printed = await attempt(
        () => desk.download(id),
        () => undefined,
      );
      return printed.ok ? printed : host.download(id);
    },
    close: async () => {
      tasks.cancelAll();
      await host.close();
    },
  };
}

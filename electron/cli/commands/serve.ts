import { createInterface } from 'node:readline';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { logToStderr } from '#host/failures.ts';
import type { Host } from '#host/host.ts';
import { settingsHere } from '#host/host-settings.ts';
import { listPages, pagesFolder } from '#host/pages.ts';
import { withPrinter } from '#host/printing-host.ts';
import { temporaryFolder } from '#host/temporary-folder.ts';
import { startWorkerHost } from '#host/worker-client.ts';
import { chromiumPrinter } from '#serve/chromium-printer.ts';
import { openBrowser } from '#serve/open-browser.ts';
import { startServer } from '#serve/server.ts';
import { WORKSPACE_OPTION, type Arguments, type Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { openIn, sessionOf, valueOf } from '../workspace-session.ts';

function portOf(text: string | undefined): number {
  const port = Number(text ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('badValue', { option: '--port' });
  return port;
}

/** The folder to watch, for the page to turn on; at once where a workspace is given as well. */
async function addFolder(host: Host, args: Arguments): Promise<void> {
  const folder = args.text('watch');
  if (folder === undefined) return;
  const { id } = valueOf(await host.addFolder(folder));
  if (args.text('workspace') !== undefined) await sessionOf(host).call('watch.start', { id });
}

/** The browser shell, until the last tab is closed or the program is told to stop. */
export const serveCommand: Command = {
  options: { ...WORKSPACE_OPTION, port: { type: 'string' }, watch: { type: 'string' }, 'no-open': { type: 'boolean' } },
  run: async ({ args, out, words }) => {
    const port = portOf(args.text('port'));
    const folder = fileURLToPath(pagesFolder());
    if (!existsSync(folder)) throw new UsageError('noPages');
    const watched = args.text('watch');
    if (watched !== undefined && statSync(watched, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new UsageError('noFolder', { folder: watched });
    const temporary = temporaryFolder();
    const engine = startWorkerHost(settingsHere('browser', temporary));
    const workspace = args.text('workspace');
    try {
      if (workspace !== undefined) await openIn(engine, workspace);
      await addFolder(engine, args);
      const ended = Promise.withResolvers<void>();
      const printer = chromiumPrinter((job) => server.printAddress(job));
      const host = withPrinter(engine, printer, temporary, logToStderr);
      const server = await startServer({
        host,
        pages: listPages(folder),
        temporary,
        port,
        log: logToStderr,
        onEnd: () => ended.resolve(),
      });
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => ended.resolve());
      const opened = !args.is('no-open') && openBrowser(server.address(), temporary);
      if (opened) out(`${words('serve.opened', { origin: server.origin })}\n`);
      else out(`${words('serve.address', { address: server.address() })}\n`);
      const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
      if (lines !== null) {
        out(`${words('serve.again')}\n`);
        lines.on('line', () => out(`${words('serve.address', { address: server.address() })}\n`));
        lines.on('SIGINT', () => ended.resolve());
      }
      await ended.promise;
      lines?.close();
      await server.close();
    } finally {
      await engine.close();
    }
  },
};

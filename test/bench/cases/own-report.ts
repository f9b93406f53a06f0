import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Method, Input, Output } from '#shared/contract.ts';
import type { Report } from '#shared/reports.ts';
import { settingsHere } from '#host/host-settings.ts';
import { listPages } from '#host/pages.ts';
import { withPrinter } from '#host/printing-host.ts';
import { startWorkerHost } from '#host/worker-client.ts';
import { chromiumPrinter } from '#serve/chromium-printer.ts';
import { startServer } from '#serve/server.ts';
import { setup as buildPages } from '../../e2e/build-pages.ts';
import { root } from '../../support/tree.ts';
import { watchChildren } from '../child-memory.ts';
import { report as tell } from '../run-case.ts';

/** A report of so many pages with numbers, from the sample company's to the finished PDF: counted, drawn and printed. */
const count = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-bench-'));
buildPages();
const silent = (): void => undefined;
const temporary = join(folder, 'print');
const printer = chromiumPrinter((job) => server.printAddress(job));
const host = withPrinter(startWorkerHost(settingsHere('test', folder)), printer, temporary, silent);
const pages = listPages(join(root, 'dist/renderer'));
const server = await startServer({ host, pages, temporary, port: 0, log: silent, onEnd: silent });
async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.call(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.code}`);
  return result.value as Output<M>;
}

try {
  await call('workspace.sample', { taskId: 'sample', name: 'Norrland Kaffe AB' });
  const paper = { size: 'a4', turn: 'landscape' } as const;
  const asked = { template: 'board', dashboard: null, locale: 'sv-SE', paper } as const;
  const board = await call('report.fromTemplate', asked);
  const numbered = board.pages.filter(({ show }) => !['cover', 'contents', 'actions', 'changes'].includes(show));
  const report: Report = {
    ...board,
    pages: Array.from({ length: count }, (_, at) => ({
      ...(numbered[at % numbered.length] ?? board.pages[0]),
      id: `p${String(at)}`,
    })) as Report['pages'],
  };
  const children = watchChildren();
  const start = performance.now();
  const { downloadId } = await call('report.print', { taskId: 'print', source: { report }, format: 'pdf', sheet: 1 });
  const milliseconds = performance.now() - start;
  const browser = children.end();
  const file = await host.download(downloadId);
  if (!file.ok) throw new Error(file.error.code);
  const size = `${(file.value.size / 1e6).toFixed(1)} MB of PDF`;
  tell(milliseconds, browser === null ? size : `the browser ${browser.toFixed(0)} MB at most, ${size}`);
} finally {
  await server.close();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
}

import { readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { read, utils } from 'xlsx';
import { ZipArchive } from '../../electron/files/containers/zip-archive.ts';
import { listPages } from '../../electron/host/pages.ts';
import { withPrinter } from '../../electron/host/printing-host.ts';
import { chromiumPrinter } from '../../electron/serve/chromium-printer.ts';
import { startServer } from '../../electron/serve/server.ts';
import type { Output } from '../../shared/contract.ts';
import type { Locale } from '../../shared/format.ts';
import type { ReportTemplate } from '../../shared/report-choices.ts';
import type { ReportContent } from '../../shared/report-content.ts';
import type { Report } from '../../shared/reports.ts';
import { hostInFolder } from '../support/host-in-folder.ts';
import { root } from '../support/tree.ts';
import { xmlTree } from '../support/xml-tree.ts';
import { pagesOf } from './pdf.ts';

/** A report in every format, as somebody else's programs read it. */
export interface MadeReport {
  readonly report: Report;
  readonly content: ReportContent;
  /** The whole text of the PDF as `pdftotext -layout` gives it. */
  readonly paper: string;
  /** Sheets of the workbook: rows of values. */
  readonly book: readonly (readonly (readonly unknown[])[])[];
  /** Rows of every table on the slides, cell by cell. */
  readonly slides: readonly (readonly string[])[];
}

/** The host itself, its printer and its writers, over the sample company or a workspace elsewhere. */
export async function openReportDesk() {
  const own = hostInFolder({ checkOutputs: false });
  const { host, folder, value, remove } = own;
  const silent = (): void => undefined;
  const temporary = join(folder, 't');
  const printer = chromiumPrinter((job) => server.printAddress(job));
  const printing = withPrinter(host, printer, temporary, silent);
  const pages = listPages(join(root, 'dist/renderer'));
  const server = await startServer({ host: printing, pages, temporary, port: 0, log: silent, onEnd: silent });

  async function fileOf(method: 'report.print' | 'report.write', report: Report, format: string): Promise<string> {
    const made = await printing.call(method, { taskId: `${report.id} ${format}`, source: { report }, format });
    if (!made.ok) throw new Error(made.error.code);
    const file = await printing.download((made.value as Output<'report.write'>).downloadId);
    if (!file.ok) throw new Error(file.error.code);
    return file.value.path;
  }

  return {
    folder,
    own,
    /** Gives the workspace's path. */
    sample: async (): Promise<string> => {
      await value('workspace.sample', { taskId: 'sample', name: 'Norrland Kaffe AB' });
      const library = join(folder, 'l');
      return join(library, readdirSync(library).find((name) => name.endsWith('.nyckeltal')) ?? '');
    },
    open: async (path: string): Promise<void> => {
      const added = await host.addWorkspace(path);
      if (!added.ok) throw new Error(added.error.code);
      await value('workspace.open', { id: added.value.id });
    },
    drafted: async (template: ReportTemplate, locale: Locale): Promise<Report> => {
      const paper = { size: 'a4', turn: 'landscape' } as const;
      return value('report.fromTemplate', { template, dashboard: null, locale, paper });
    },
    make: async (report: Report): Promise<MadeReport> => {
      return {
        report,
        content: await value('report.content', { report }),
        paper: pagesOf(await fileOf('report.print', report, 'pdf')).join('\n'),
        book: sheetsOf(await fileOf('report.write', report, 'xlsx')),
        slides: await slideRows(await fileOf('report.write', report, 'pptx')),
      };
    },
    /** Ends the host; its workspaces are free for others. */
    leave: async (): Promise<void> => {
      await value('workspace.close', {});
    },
    close: async (): Promise<void> => {
      await server.close();
      await remove();
    },
  };
}

function sheetsOf(path: string): MadeReport['book'] {
  const { SheetNames, Sheets } = read(readFileSync(path));
  return SheetNames.map((name) => utils.sheet_to_json<unknown[]>(Sheets[name] ?? {}, { header: 1 }));
}

async function slideRows(path: string): Promise<MadeReport['slides']> {
  await using file = await open(path);
  const zip = await ZipArchive.open(file, readFileSync(path).length);
  const slides = zip.names().filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const rows: string[][] = [];
  for (const name of slides) {
    const entry = zip.entry(name);
    if (entry === undefined) continue;
    const slide = xmlTree((await zip.bytes(entry, 50_000_000)).toString('utf8'));
    for (const row of slide.all('a:tr'))
      rows.push(
        row.all('a:tc').map((cell) =>
          cell
            .all('a:t')
            .map(({ text }) => text)
            .join(''),
        ),
      );
  }
  return rows;
}

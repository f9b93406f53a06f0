import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sentencesIn } from '#host/sentences.ts';
import { run } from '../../electron/cli/run.ts';
import { formatChange, formatCompact, formatGrowth, formatScaled, formatScaledSigned } from '../../shared/format.ts';
import type { BlockOf } from '../../shared/report-content.ts';
import type { Report } from '../../shared/reports.ts';
import { describeInBrowser } from '../support/browser.ts';
import { dataFile, describeWithData } from '../support/data.ts';
import { hasPoppler } from './pdf.ts';
import { openReportDesk, type MadeReport } from './report-desk.ts';
import { answersOf } from './report-answers.ts';
import { changedSinceFinal } from './report-changes.ts';
import {
  linesOf,
  linesOnSlides,
  missingInBook,
  missingOnPaper,
  missingOnSlides,
  type ReportLine,
} from './report-rows.ts';

const TEMPLATES = ['board', 'monthly', 'team', 'customers'] as const;

interface Told {
  readonly kpi: string;
  readonly by: Readonly<Record<string, string | null>>;
  readonly value: number | null;
  readonly unit: Parameters<typeof formatCompact>[1];
  readonly compare: {
    readonly value: number | null;
    readonly difference: number | null;
    readonly ratio: number | null;
  };
}

const answered = new Map<string, Promise<readonly Told[]>>();

/** What the command line says, as JSON; asked once, though several pages are held against it. */
function told(line: readonly string[]): Promise<readonly Told[]> {
  const key = line.join(' ');
  const known = answered.get(key) ?? ask(line);
  answered.set(key, known);
  return known;
}

async function ask(line: readonly string[]): Promise<readonly Told[]> {
  let [stdout, stderr] = ['', ''];
  const io = {
    locale: 'en-GB',
    out: (t: string) => void (stdout += t),
    err: (t: string) => void (stderr += t),
  } as const;
  if ((await run(line, io)) !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly Told[];
}

function provesReports(superstore: string | null): void {
  let desk: Awaited<ReturnType<typeof openReportDesk>>;
  let workspace = '';
  const made = new Map<string, MadeReport>();
  const answers = new Map<string, readonly ReportLine[]>();
  const of = (template: string): MadeReport => made.get(template) ?? expect.fail(template);

  beforeAll(async () => {
    desk = await openReportDesk();
    vi.stubEnv('NYCKELTAL_HOME', join(desk.folder, 'home'));
    vi.stubEnv('NYCKELTAL_TODAY', '2026-10-02');
    if (superstore === null) workspace = await desk.sample();
    else {
      workspace = join(desk.folder, 'superstore.nyckeltal');
      await told(['import', superstore, '-w', workspace, '--json']);
      await desk.open(workspace);
    }
    const locale = superstore === null ? 'sv-SE' : 'en-GB';
    const board = await desk.drafted('board', locale);
    const changed = await changedSinceFinal(board, desk.own);
    await Promise.all(
      TEMPLATES.map(async (template) => {
        const report = template === 'board' ? withActions(board) : await desk.drafted(template, locale);
        const own = await desk.make(report);
        made.set(template, own);
        const asked = await answersOf(own, desk.own.value);
        answers.set(template, template === 'board' ? [...asked, ...changed] : asked);
      }),
    );
    // The command line asks the same file.
    await desk.leave();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await desk.close();
  });

  it.each(TEMPLATES)(
    '%s: every figure and table number stands on paper, in the workbook and on the slides',
    (template) => {
      const { content, paper, book, slides } = of(template);
      const lines = linesOf(content);
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(missingOnPaper(lines, paper)).toEqual([]);
      expect(missingInBook(lines, book)).toEqual([]);
      expect(missingOnSlides(linesOnSlides(content), slides)).toEqual([]);
    },
  );

  it.each(TEMPLATES)('%s: what the questions of the screens come to stands beside its name on paper', (template) => {
    const lines = answers.get(template) ?? [];
    expect(missingOnPaper(lines, of(template).paper, 'beside its name')).toEqual([]);
  });

  it.each(TEMPLATES)('%s: its figures are those of the command line, in the same words', async (template) => {
    const { report, content } = of(template);
    const figures = content.pages.flatMap(({ blocks }) =>
      blocks.flatMap((one) => (one.is === 'figures' ? one.figures : [])),
    );
    const asked = [...new Set(figures.map(({ kpi }) => kpi))];
    const answer = await told(['kpi', ...asked, ...askedOf(report, workspace), '--compare', 'last-year']);
    for (const { kpi, value, text, unitText, change } of figures) {
      const own = answer.find((one) => one.kpi === kpi) ?? expect.fail(kpi);
      expect([kpi, value]).toEqual([kpi, own.value]);
      if (own.value !== null)
        expect({ number: text, unit: unitText }).toEqual(formatCompact(own.value, own.unit, content));
      const moved = formatChange(own.compare, own.unit, 'neutral', content);
      if (change !== null) expect(change.text).toBe(`${moved?.arrow ?? ''} ${moved?.text ?? ''}`.trim());
    }
  });

  it.each(TEMPLATES)('%s: its tables of revenue are those of the command line, in the same words', async (template) => {
    const { report, content } = of(template);
    for (const page of report.pages) {
      if (page.show !== 'revenue' && page.show !== 'structure') continue;
      const table = content.pages.find(({ id }) => id === page.id)?.blocks.find((block) => block.is === 'table');
      if (table?.is !== 'table') throw new Error(page.id);
      const ask = ['kpi', 'revenue', ...askedOf(report, workspace), '--compare', 'last-year'];
      // Without one of its own the page takes the dimension that tells most: the one whose members it shows.
      const by = page.by ?? 'region';
      const members = await told([...ask, '--by', by]);
      const whole = members.find((one) => Object.keys(one.by).length === 0);
      expectRows(table, members, whole ?? expect.fail('no total'), by, content);
    }
  });
}

const withActions = (report: Report): Report => ({
  ...report,
  pages: report.pages.map((page) =>
    page.show === 'actions'
      ? { ...page, actions: [{ what: 'Ring kunderna som tystnat', owner: 'Åsa Öberg', due: '2026-11-30' }] }
      : page,
  ),
});

const askedOf = ({ period }: MadeReport['report'], workspace: string): readonly string[] => [
  '-w',
  workspace,
  '--period',
  period,
  '--json',
];

/** Value, share, change and growth of every member with a name, and of the total; the rest is what the others leave. */
function expectRows(
  { columns, rows }: BlockOf<'table'>,
  members: readonly Told[],
  whole: Told,
  by: string,
  { locale }: MadeReport['content'],
): void {
  const scale = columns[1]?.written?.scale ?? expect.fail(by);
  const unknown = sentencesIn(locale)('filters:unknown');
  const named = new Map(members.map((one) => [one.by[by] === null ? unknown : (one.by[by] ?? ''), one]));
  let seen = 0;
  for (const { kind, cells } of rows) {
    const own = kind === 'total' ? whole : named.get(cells[0]?.text ?? '');
    if (own === undefined) continue;
    seen++;
    expect([cells[0]?.text, cells[1]?.text]).toEqual([cells[0]?.text, formatScaled(own.value ?? NaN, scale, locale)]);
    columns.forEach(({ as, written }, at) => {
      if (as === 'bar' && columns[at + 1]?.written?.unit === 'ratio' && own.compare.difference !== null)
        expect(cells[at]?.text).toBe(formatScaledSigned(own.compare.difference, scale, locale));
      if (written?.unit === 'ratio' && written.signed && own.compare.ratio !== null)
        expect(cells[at]?.text).toBe(formatGrowth(own.compare.ratio, locale, 0));
    });
  }
  expect(seen).toBeGreaterThanOrEqual(Math.min(members.length, 11));
}

describe.skipIf(!hasPoppler)('the numbers of a report (needs pdftotext)', () => {
  describeInBrowser('of the sample company', () => provesReports(null));
  describeWithData('with real data', () =>
    describeInBrowser('of Superstore', () => provesReports(dataFile('superstore/Sample - Superstore.csv'))),
  );
});

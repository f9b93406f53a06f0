import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportContent } from '#shared/report-content.ts';
import { REPORT_TEMPLATES, type ShownNames } from '#shared/report-choices.ts';
import type { Report } from '#shared/reports.ts';
import { hostInFolder } from '../support/host-in-folder.ts';

const app = hostInFolder();
const { value } = app;
const PAPER = { size: 'a4', turn: 'landscape' } as const;

beforeAll(() => value('workspace.sample', { taskId: 'sample', name: 'Norrland Kaffe AB' }), 60_000);
afterAll(() => app.remove());

async function fromTemplate(template: Report['template'], locale: Report['locale'] = 'sv-SE'): Promise<Report> {
  const dashboard =
    template !== 'own'
      ? null
      : {
          id: 'own',
          name: 'Vår panel',
          order: 0,
          tiles: [0, 1, 2].map((at) => ({
            id: `t${String(at)}`,
            title: null,
            show: 'chart' as const,
            kind: 'bar' as const,
            question: {
              kpis: ['revenue'],
              rows: [{ dimension: at === 0 ? 'customer' : 'rep' }],
              columns: [],
              filters: [],
              variants: {},
            },
            place: { x: 0, y: at * 8, width: 12, height: 8 },
          })),
        };
  return value('report.fromTemplate', { template, dashboard, locale, paper: PAPER });
}

const read = (report: Report): Report => ({ ...report, pages: report.pages.map((page) => ({ ...page, read: true })) });
const pageOf = (content: ReportContent, id: string): ReportContent['pages'][number] | undefined =>
  content.pages.find((page) => page.id === id);

describe('templates over the sample company', () => {
  it('have the pages that its data fill, each once', async () => {
    const pages = async (template: Report['template']): Promise<readonly string[]> =>
      (await fromTemplate(template)).pages.map(({ id }) => id);
    expect((await pages('board')).join(' ')).toBe(
      'cover contents summary revenue structure-region structure-category structure-customer pipeline forecast goals actions changes definitions',
    );
    expect(await pages('monthly')).toEqual([
      'summary',
      'revenue',
      'structure-region',
      'structure-category',
      'list-product',
      'definitions',
    ]);
    expect(await pages('team')).toEqual(['summary', 'team', 'list-rep', 'pipeline', 'goals', 'actions', 'definitions']);
    expect(await pages('customers')).toEqual([
      'summary',
      'customers',
      'structure-customer',
      'list-customer',
      'definitions',
    ]);
    // Three tiles of eight rows: one each on a page of fourteen.
    expect(await pages('own')).toEqual(['cover', 'tiles-1', 'tiles-2', 'tiles-3', 'definitions']);
  });

  it('say what every KPI on their pages is', async () => {
    const content = await value('report.content', { report: await fromTemplate('team') });
    const [defined] = pageOf(content, 'definitions')?.blocks ?? [];
    const names = defined?.is === 'definitions' ? defined.items.map(({ name }) => name) : [];
    expect(names).toEqual(expect.arrayContaining(['Intäktsmål', 'Måluppfyllelse · Av målet', 'Samtal']));
    if (defined?.is !== 'definitions') return;
    expect(defined.items.every(({ definition }) => definition.length > 10)).toBe(true);
    expect(defined.items.find(({ name }) => name.startsWith('Måluppfyllelse'))?.formula).toBe(
      'Intäkter ÷ hela perioden(Mål för intäkter)',
    );
  });
});

describe('hidden names', () => {
  const hidden: readonly ShownNames[] = ['initials', 'numbers'];
  const cases = REPORT_TEMPLATES.flatMap((template) => hidden.map((names) => [template, names] as const));

  it.each(cases)('stand nowhere in a %s report with %s', { timeout: 60_000 }, async (template, names) => {
    const report = await fromTemplate(template);
    const all = await Promise.all(
      ['customer', 'rep'].map((dimension) => value('catalogue.members', { dimension, search: '', limit: 1000 })),
    );
    const raw = all.flatMap(({ members }) =>
      members.flatMap(({ name }) => (name === null || name.length < 4 ? [] : [name])),
    );
    expect(raw.length).toBeGreaterThan(300);
    const filters = [{ op: 'in' as const, dimension: 'rep', values: ['Anna Lindqvist', null] }];
    // Under filters that name a rep as well; in one template, since each is composed anew.
    for (const more of template === 'team' ? [{}, { filters }] : [{}]) {
      const content = await value('report.content', {
        report: { ...report, ...more, names: { customer: names, rep: names } },
      });
      const written = JSON.stringify(content);
      expect(raw.filter((name) => written.includes(JSON.stringify(name).slice(1, -1)))).toEqual([]);
    }
  });

  it('are replaced by the same ones on every page, and leave every number as it is', async () => {
    const report = await fromTemplate('team');
    const numbers = (content: ReportContent): readonly (number | null)[] =>
      (pageOf(content, 'team')?.blocks ?? []).flatMap((block) =>
        block.is === 'table' ? block.rows.flatMap(({ cells }) => cells.map((cell) => cell.value)) : [],
      );
    const shown = await value('report.content', { report });
    const masked = await value('report.content', {
      report: { ...report, names: { customer: 'names', rep: 'initials' } },
    });
    expect(numbers(masked)).toEqual(numbers(shown));
    const [table] = pageOf(masked, 'team')?.blocks ?? [];
    expect(table?.is === 'table' ? table.rows[0]?.cells[0]?.text : null).toBe('AL');
    const [again] = pageOf(await value('report.content', { report }), 'team')?.blocks ?? [];
    expect(again?.is === 'table' ? again.rows[0]?.cells[0]?.text : null).toBe('Anna Lindqvist');
  });
});

describe('final reports', () => {
  it(
    'stay as they were made whatever becomes of the data, and the next one says what has changed',
    { timeout: 60_000 },
    async () => {
      const board = await fromTemplate('board');
      const few = ['summary', 'structure-region', 'goals', 'changes', 'definitions'];
      const report = read({ ...board, pages: board.pages.filter(({ id }) => few.includes(id)) });
      const before = await value('report.content', { report });
      expect(pageOf(before, 'changes')?.draft).toBe('Det här är den första rapporten');
      const [final] = await value('report.finish', { report });
      const id = final?.id ?? '';
      const kept = JSON.stringify(await value('report.final', { id }));
      expect(JSON.parse(kept)).toEqual({ id, at: final?.at, order: 1, report, content: before });

      // Nothing has happened: no number of an open year reads as restated.
      const same = await value('report.content', { report });
      expect(pageOf(same, 'changes')?.draft).toBe('Inget har ändrats sedan förra rapporten');

      const path = join(app.folder, 'late.csv');
      writeFileSync(
        path,
        'Fakturadatum;Ordernr;Kund;Säljare;Region;Belopp\n2026-05-04;X1;Sen Kund AB;Sara Öhman;Syd;1000,00\n',
      );
      const { stageId } = await app.inspect(path);
      const late = await value('import.commit', { taskId: 'late', stageId, options: {} });
      const changed = pageOf(await value('report.content', { report }), 'changes');
      const [restated] = changed?.blocks ?? [];
      const revenue =
        restated?.is === 'table' ? restated.rows.find(({ cells }) => cells[0]?.text === 'Intäkter') : undefined;
      expect(revenue?.cells[3]?.value).toBeCloseTo(1000, 6);
      const data = changed?.blocks.at(-1);
      expect(data?.is === 'table' ? data.rows.map(({ cells }) => cells.map(({ text }) => text)) : null).toEqual([
        ['late.csv', 'Ny', '–', '1'],
      ]);

      await value('import.undo', { id: late.id });
      expect(pageOf(await value('report.content', { report }), 'changes')?.draft).toBe(
        'Inget har ändrats sedan förra rapporten',
      );
      await value('workspace.settings', { variants: { revenue: 'gross' } });
      const redefined = pageOf(await value('report.content', { report }), 'changes');
      expect(redefined?.draft).toMatch(/definition/);
      await value('workspace.settings', { variants: {} });

      // The data that it was made of are gone; it is not.
      for (const { id: gone } of (await value('import.list', {})).toReversed())
        await value('import.undo', { id: gone });
      expect(JSON.stringify(await value('report.final', { id }))).toBe(kept);
    },
  );

  it('stand in the order they were made, also within one minute, and one that comes back in its own place', async () => {
    const board = await fromTemplate('board');
    const report = read({ ...board, id: 'ordered', pages: board.pages.filter(({ id }) => id === 'definitions') });
    const own = async (): Promise<readonly string[]> =>
      (await value('report.finals', {})).flatMap((final) => (final.report.id === 'ordered' ? [final.id] : []));
    const made: string[] = [];
    for (let times = 0; times < 6; times += 1) {
      const [latest] = await value('report.finish', { report });
      made.unshift(latest?.id ?? '');
    }
    expect(new Set(made).size).toBe(6);
    expect(await own()).toEqual(made);
    const [sixth = ''] = made;
    await value('report.removeFinal', { id: sixth });
    const [seventh] = await value('report.finish', { report });
    await value('report.restoreFinal', { id: sixth });
    expect(await own()).toEqual([seventh?.id, ...made]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tileSchema } from '#shared/dashboards.ts';
import {
  isSameNumber,
  numberOfCell,
  numberOfTold,
  openedFigure,
  openedInTable,
  type OpenedNumber,
} from '#shared/opened-number.ts';
import type { PageContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { hostInFolder } from '../support/host-in-folder.ts';
import { importDealsTwice } from './two-imports-of-deals.ts';

const app = hostInFolder();
const { value } = app;
const PAPER = { size: 'a4', turn: 'landscape' } as const;

beforeAll(() => value('workspace.sample', { taskId: 'sample', name: 'Norrland Kaffe AB' }), 60_000);
afterAll(() => app.remove());

const fromTemplate = (template: Report['template']): Promise<Report> =>
  value('report.fromTemplate', { template, dashboard: null, locale: 'sv-SE', paper: PAPER });

interface Shown {
  readonly where: string;
  readonly column: string;
  /** Null for a number that opens nothing. */
  readonly opened: OpenedNumber | null;
}

/** Every number of a page's figures and tables. */
function numbersOf({ id, blocks }: PageContent): readonly Shown[] {
  return blocks.flatMap((block): readonly Shown[] => {
    if (block.is === 'figures')
      return block.figures.flatMap((figure) =>
        figure.value === null ? [] : [{ where: id, column: figure.kpi, opened: openedFigure(figure) }],
      );
    if (block.is !== 'table') return [];
    return block.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => {
        const named = { where: `${id} ${cells[0]?.text ?? ''}`, column: block.columns[column]?.label ?? '' };
        return cell.value === null ? [] : [{ ...named, opened: openedInTable(block, row, column) }];
      }),
    );
  });
}

async function passportOf({ opens, part }: OpenedNumber): Promise<number | null> {
  return 'told' in opens
    ? numberOfTold(await value('told.explain', { number: opens.told }), part).value
    : numberOfCell(await value('question.explain', opens), part).value;
}

/** Where a number is not that of its passport, and the columns that open nothing. */
async function held(
  report: Report,
): Promise<{ numbers: number; opened: number; missed: readonly unknown[]; closed: readonly string[] }> {
  const { pages } = await value('report.content', { report });
  const shown = pages.flatMap(numbersOf);
  const missed: unknown[] = [];
  for (const { where, column, opened } of shown) {
    if (opened === null) continue;
    const told = await passportOf(opened);
    if (!isSameNumber(opened.value, told)) missed.push({ where, column, shown: opened.value, told });
  }
  const closed = new Set(shown.flatMap(({ opened, column }) => (opened === null ? [column] : [])));
  const opening = shown.filter(({ opened }) => opened !== null).length;
  return { numbers: shown.length, opened: opening, missed, closed: [...closed].toSorted() };
}

describe('the numbers of a report', () => {
  // What is added up down a list, a mean chance and a pace are no numbers of a passport; rows of files are those of imports.
  it.each([
    ['board', ['Rader', 'Sannolikhet', 'Takt', 'Tillsammans']],
    ['monthly', ['Rader', 'Tillsammans']],
    ['team', ['Rader', 'Sannolikhet', 'Takt']],
    ['customers', ['Rader', 'Tillsammans']],
  ] as const)('open passports of the very number that they are: %s', async (template, closed) => {
    const found = await held(await fromTemplate(template));
    expect(found.missed).toEqual([]);
    expect(found.closed).toEqual(closed);
    expect(found.numbers).toBeGreaterThan(200);
  });

  it.each([
    ['last-4-weeks', 'last-year'],
    ['last-3-months', 'previous'],
    ['this-quarter', 'previous'],
    ['all', 'none'],
  ] as const)('whatever the period is called: %s against %s', async (period, compare) => {
    const board = await fromTemplate('board');
    const pages = board.pages.filter(({ show }) => ['summary', 'revenue', 'structure'].includes(show));
    const found = await held({ ...board, period, compare, pages });
    expect(found.missed).toEqual([]);
  });

  it('under filters', async () => {
    const filters = [{ dimension: 'region', op: 'in' as const, values: ['Syd'] }];
    expect((await held({ ...(await fromTemplate('board')), filters })).missed).toEqual([]);
    expect((await held({ ...(await fromTemplate('team')), filters })).missed).toEqual([]);
  });

  it.each(['columns', 'rows'] as const)('of a dashboard’s table too, its values on %s', async (valuesOn) => {
    const quarter = { dimension: 'date', grain: 'quarter' as const };
    const question = { kpis: ['revenue', 'gross-margin'], rows: [{ dimension: 'region' }], columns: [quarter] };
    const value = (kpi: string) => ({ kpi, show: { as: 'value' as const } });
    const tile = tileSchema.parse({
      id: 't',
      title: 'Tabell',
      show: 'table',
      view: {
        question: { ...question, filters: [], variants: {} },
        values: [value('revenue'), value('gross-margin'), { kpi: 'revenue', show: { as: 'share', of: 'column' } }],
        valuesOn,
      },
      place: { x: 0, y: 0, width: 12, height: 8 },
    });
    const page = { id: 'p', headline: null, read: true, comment: '', show: 'tiles' } as const;
    const found = await held({ ...(await fromTemplate('board')), pages: [{ ...page, tiles: [tile] }] });
    expect(found.missed).toEqual([]);
    // Five regions and the whole, in four quarters and the year: two values that open and a share that does not.
    expect(found.opened).toBeGreaterThanOrEqual(6 * 4 * 2);
    expect(found.numbers).toBe((found.opened / 2) * 3);
  });

  it('of a final report name the days that they were counted for', async () => {
    const report = { ...(await fromTemplate('monthly')), period: 'this-year' };
    const read = { ...report, pages: report.pages.map((page) => ({ ...page, read: true })) };
    const [made] = await value('report.finish', { report: read });
    const { content } = await value('report.final', { id: made?.id ?? '' });
    const asked = content.pages.flatMap(numbersOf).flatMap(({ opened }) => opened?.opens ?? []);
    const periods = new Set(asked.flatMap((opens) => ('question' in opens ? [opens.question.period] : [])));
    // Today is in 2026.
    expect([...periods]).toEqual(['2026']);
    await value('report.removeFinal', { id: made?.id ?? '' });
  });

  it('take up a fifth of what is kept of a report at most', async () => {
    for (const template of ['board', 'monthly', 'customers'] as const) {
      const content = await value('report.content', { report: await fromTemplate(template) });
      const bare = JSON.stringify(content, (key, each: unknown) => (key === 'opens' ? undefined : each));
      expect(JSON.stringify(content).length / bare.length).toBeLessThan(1.2);
    }
  });
});

it('the numbers of deals that have moved open those moves', async () => {
  const deals = hostInFolder();
  await importDealsTwice(deals);
  const report = await deals.value('report.fromTemplate', {
    template: 'team',
    dashboard: null,
    locale: 'sv-SE',
    paper: PAPER,
  });
  const content = await deals.value('report.content', { report });
  const numbers = content.pages.flatMap(numbersOf).flatMap(({ opened }) => opened ?? []);
  const moves = numbers.flatMap(({ opens, value: shown }) =>
    'told' in opens && opens.told.of === 'movement' ? [{ told: opens.told, shown }] : [],
  );
  expect(moves.map(({ told: { step, figure }, shown }) => [step, figure, shown])).toEqual([
    ['start', 'deals', 3],
    ['start', 'value', 3500],
    ['added', 'deals', 1],
    ['added', 'value', 300],
    // Gran from 2 000 to 2 500; Ek leaves with the 1 000 that it had.
    ['value-up', 'deals', 1],
    ['value-up', 'value', 500],
    ['won', 'deals', 1],
    ['won', 'value', -1000],
    ['lost', 'deals', 1],
    ['lost', 'value', -500],
    ['end', 'deals', 2],
    ['end', 'value', 2800],
  ]);
  for (const { told, shown } of moves) {
    const { value: said } = await deals.value('told.explain', { number: told });
    expect(said).toBe(shown);
  }
  await deals.remove();
});

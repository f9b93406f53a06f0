import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GridViewInput } from '#shared/grid.ts';
import { gridViewSchema } from '#shared/grid.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

const LONG = 'Ö'.repeat(5000);
/** What tables, markup, spreadsheets and terminals make something else of; the long one is ten thousand bytes. */
const NAMES = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '=1+1',
  '+46 8 123',
  '😀👩‍👩‍👧',
  'a;b,c"d',
  '{{name}} $t(x)',
  '\u202egpj.exe',
  '0',
  LONG,
];
const MONTHS = ['2026-01', '2026-02', '2026-03'];
/** Hundredths, all different, so that no sum can be another's. */
const cents = (name: number, month: number): number => (name + 1) * 10_000 + (month + 1) * 37;
const amount = (name: number, month: number): number => cents(name, month) / 100;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** Nobody's name comes last. */
const MEMBERS: readonly (string | null)[] = [...NAMES, null];
const FILE = [
  'Fakturadatum;Ordernr;Kund;Belopp',
  ...MEMBERS.flatMap((name, i) =>
    MONTHS.map((month, j) =>
      [`${month}-05`, `A${i}${j}`, quoted(name ?? ''), amount(i, j).toFixed(2).replace('.', ',')].join(';'),
    ),
  ),
].join('\n');

const QUESTION: QuestionInput = {
  kpis: ['revenue'],
  rows: [{ dimension: 'customer' }],
  columns: [{ dimension: 'date', grain: 'month' }],
};
const VIEW: GridViewInput = { question: QUESTION, values: [{ kpi: 'revenue' }] };
const ALL = { rows: { from: 0, count: 100 }, columns: { from: 0, count: 100 } };
const allCents = (name: number): number => MONTHS.reduce((sum, _, month) => sum + cents(name, month), 0);
const byMonth = (name: number): readonly number[] => [
  ...MONTHS.map((_, month) => amount(name, month)),
  allCents(name) / 100,
];

/** Each member with its sums of the months and of all, in the order of the table. */
async function tableOf(own: HostInFolder): Promise<ReadonlyMap<string | null, readonly (number | null)[]>> {
  const grid = await own.value('question.grid', { view: gridViewSchema.parse(VIEW), window: ALL });
  return new Map(
    grid.rows
      .slice(0, -1)
      .map(({ path }, i) => [path[0] ?? null, grid.cells.slice(i * grid.columnCount, (i + 1) * grid.columnCount)]),
  );
}

describe('members with hostile names', () => {
  let own: HostInFolder;
  let hostile = '';
  const imported = async (path: string, workspace: string): Promise<string> => {
    const { id } = await own.value('workspace.create', { name: workspace });
    const { stageId } = await own.inspect(path, { kind: 'sale' });
    await own.value('import.commit', { taskId: 'commit', stageId, options: { kind: 'sale' } });
    return id;
  };
  beforeAll(async () => {
    own = hostInFolder();
    writeFileSync(join(own.folder, 'hostile.csv'), `\ufeff${FILE}\n`);
    hostile = await imported(join(own.folder, 'hostile.csv'), 'Hostile');
  });
  afterAll(() => own.remove());

  it('are the members of a table, each with its own sums', async () => {
    expect(await tableOf(own)).toEqual(new Map(MEMBERS.map((name, i) => [name, byMonth(i)])));
  });

  it('lead to their rows, are kept alone and left out, and are held against each other', async () => {
    for (const [i, name] of MEMBERS.entries()) {
      const question = questionSchema.parse(QUESTION);
      const cell = { kpi: 'revenue', row: [name], column: [] };
      const { rows } = await own.value('question.rows', { question, cell, offset: 0, limit: 10 });
      expect(rows).toHaveLength(MONTHS.length);
      const total = async (op: 'in' | 'not-in'): Promise<number | null | undefined> => {
        const filters = [{ op, dimension: 'customer', values: [name] }];
        const { cells } = await own.value('question.ask', questionSchema.parse({ kpis: ['revenue'], filters }));
        return cells[0]?.value;
      };
      const all = MEMBERS.reduce((sum, _, j) => sum + allCents(j), 0);
      const mine = allCents(i);
      expect([name, await total('in'), await total('not-in')]).toEqual([name, mine / 100, (all - mine) / 100]);
      const show = { as: 'difference', from: { what: 'member', along: 'rows', name } } as const;
      const view = gridViewSchema.parse({ ...VIEW, values: [{ kpi: 'revenue', show }] });
      const { rows: lines, columnCount, cells } = await own.value('question.grid', { view, window: ALL });
      const at = lines.findIndex(({ path }) => path[0] === '__proto__');
      expect(cells[(at + 1) * columnCount - 1]).toBeCloseTo((allCents(0) - mine) / 100, 9);
    }
  });

  it.each(['csv', 'xlsx'] as const)(
    'are the same with the same sums when the table is a %s file and read',
    async (format) => {
      const view = gridViewSchema.parse(VIEW);
      const file = { taskId: 'e', view, format, style: 'swedish', locale: 'sv-SE', title: 'Kunder' } as const;
      await own.value('workspace.open', { id: hostile });
      const made = await own.value('question.export', file);
      const found = await own.host.download(made.downloadId);
      if (!found.ok) throw new Error(found.error.code);
      const path = join(own.folder, `table.${format}`);
      copyFileSync(found.value.path, path);
      await imported(path, `Read ${format}`);
      const read = await tableOf(own);
      // Separated text guards what a spreadsheet would count; a missing name is a word in any file.
      const guarded = (name: string): string => (format === 'csv' && /^[=+]/.test(name) ? `'${name}` : name);
      const named = MEMBERS.map((name, i): [string, readonly number[]] => [
        name === null ? 'Okänt' : guarded(name),
        byMonth(i),
      ]);
      expect(read).toEqual(new Map(named));
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});

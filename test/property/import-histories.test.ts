import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { workbookOf } from '../fixtures/workbook.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

/** `npm run gate` goes through 500. */
const RUNS = Number(process.env['NYCKELTAL_IMPORT_HISTORIES'] ?? 150);

/** A sale: 1 May and so many days, a customer, öre. */
type Sale = readonly [day: number, customer: string, amount: number];
interface Export {
  readonly rows: readonly Sale[];
  readonly written: 'text' | 'english text' | 'workbook';
}
type Step =
  | { readonly do: 'import'; readonly file: Export }
  | { readonly do: 'again' | 'undo'; readonly which: number }
  | { readonly do: 'reopen' };

/** Few enough that exports overlap, and that one export has the same sale twice. */
const sale = fc.tuple(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('Åkes Bygg', 'Totalbygg AB'),
  fc.constantFrom(100, -2550, 123_456),
);
const anExport = fc.record({
  rows: fc.array(sale, { minLength: 1, maxLength: 9 }),
  written: fc.constantFrom('text' as const, 'english text' as const, 'workbook' as const),
});
const which = fc.nat({ max: 9 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('import' as const), file: anExport }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
);

const dayOf = (day: number): string => `2026-05-0${day + 1}`;
const contentOf = ([day, customer, amount]: Sale): string => `${dayOf(day)} ${customer} ${amount}`;

function bytesOf({ rows, written }: Export): string | Buffer {
  if (written === 'workbook') return workbook(rows);
  const [separator, mark] = written === 'text' ? [';', ','] : [',', '.'];
  const lines = rows.map(([day, customer, amount]) =>
    [dayOf(day), customer, (amount / 100).toFixed(2).replace('.', mark)].join(separator),
  );
  return `${['Fakturadatum', 'Kund', 'Belopp'].join(separator)}\n${lines.join('\n')}\n`;
}

/** The same with its columns in another order: 46143 is 1 May 2026. */
function workbook(rows: readonly Sale[]): Buffer {
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const header = `<row>${['Belopp', 'Fakturadatum', 'Kund'].map(text).join('')}</row>`;
  const lines = rows.map(
    ([day, customer, amount]) =>
      `<row><c><v>${amount / 100}</v></c><c s="1"><v>${46_143 + day}</v></c>${text(customer)}</row>`,
  );
  return workbookOf({ sheet: header + lines.join(''), formats: [14] });
}

/** The plain model: what each import has left, in the order of the imports. */
interface Kept {
  readonly id: number;
  readonly file: Export;
  readonly rows: readonly string[];
}

/** The k-th sale of one content is a duplicate when the workspace has k of them. */
function newRows(model: readonly Kept[], file: Export): readonly string[] {
  const left = model.flatMap(({ rows }) => rows);
  return file.rows.map(contentOf).filter((content) => {
    const at = left.indexOf(content);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

let own: HostInFolder;
beforeAll(() => {
  own = hostInFolder({ checkOutputs: false });
});
afterAll(() => own.remove());

const options = { kind: 'sale' } as const;

/** Imports the file; null when the host says that everything in it is there already. */
async function importFile(file: Export, name: string): Promise<Output<'import.commit'> | null> {
  const path = join(own.folder, name);
  writeFileSync(path, bytesOf(file));
  const { stageId } = await own.inspect(path, options);
  const result = await own.host.call('import.commit', { taskId: 'c', stageId, options });
  await own.host.call('import.discard', { stageId });
  if (result.ok) return result.value as Output<'import.commit'>;
  expect(result.error.code).toBe('E_ALREADY_IMPORTED');
  return null;
}

/** What the workspace holds, row by row, and the sum of it. */
async function agrees(model: readonly Kept[]): Promise<void> {
  expect((await own.value('import.list', {})).map(({ id, rows }) => [id, rows])).toEqual(
    model.map(({ id, rows }) => [id, rows.length]),
  );
  const expected = model.flatMap(({ id, rows }) => rows.map((row) => `${id} ${row}`));
  expect((await own.value('workspace.current', {}))?.rows.sale ?? 0).toBe(expected.length);
  if (expected.length === 0) return;
  const question = { kpis: ['revenue'], rows: [], period: 'all' as const };
  const page = await own.value('question.rows', { question, cell: { kpi: 'revenue' }, offset: 0, limit: 1000 });
  const place = (key: string): number => page.fields.findIndex((field) => field.key === key);
  const [date, customer, amount] = [place('date'), place('customer'), place('amount')];
  const found = page.rows.map(
    ({ importId, values }) =>
      `${importId} ${values[date]} ${values[customer]} ${Math.round(Number(values[amount]) * 100)}`,
  );
  expect(found.toSorted()).toEqual(expected.toSorted());
  const { cells } = await own.value('question.ask', question);
  const sum = model.flatMap(({ rows }) => rows).reduce((all, row) => all + Number(row.split(' ').at(-1)), 0);
  expect(Math.round((cells[0]?.value ?? NaN) * 100)).toBe(sum);
}

/**
 * Random histories of overlapping exports, in three ways of writing, through files, rules and store, beside a plain list of
 * what should be there.
 */
it('any history of imports leaves what a plain list of them says', { timeout: 170_000 }, async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      const path = join(own.folder, `${++number}.nyckeltal`);
      const created = await own.host.createWorkspace(path);
      if (!created.ok) throw new Error(created.error.code);
      const workspace = created.value.id;
      let model: readonly Kept[] = [];
      const imports = async (file: Export): Promise<void> => {
        const rows = newRows(model, file);
        const record = await importFile(file, `${number}.export`);
        expect(record?.receipt.rows ?? { imported: 0 }).toMatchObject({
          imported: rows.length,
          ...(record === null ? {} : { duplicates: file.rows.length - rows.length, rejected: 0 }),
        });
        if (record !== null) model = [...model, { id: record.id, file, rows }];
      };
      for (const now of steps) {
        const kept = 'which' in now ? model[now.which % Math.max(1, model.length)] : undefined;
        if (now.do === 'import') {
          await imports(now.file);
        } else if (now.do === 'reopen') {
          await own.value('workspace.close', {});
          await own.value('workspace.open', { id: workspace });
        } else if (kept !== undefined && now.do === 'again') {
          await imports(kept.file);
        } else if (kept !== undefined) {
          await own.value('import.undo', { id: kept.id });
          model = model.filter(({ id }) => id !== kept.id);
        }
        await agrees(model);
      }
      await own.value('workspace.close', {});
      const store = openWorkspace(path);
      expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
      store.close();
      rmSync(path);
    }),
    { numRuns: RUNS, seed: 20_261_121 },
  );
  console.log(`histories of imports: ${RUNS} run, 0 failed`);
});

it('two exports that overlap leave each row once, in either order', async () => {
  const rows: readonly Sale[] = [
    [0, 'A', 100],
    [0, 'A', 100],
    [1, 'B', 200],
    [2, 'C', 300],
    [3, 'D', 400],
  ];
  const [first, second] = [
    { rows: rows.slice(0, 4), written: 'text' as const },
    { rows: rows.slice(1), written: 'workbook' as const },
  ];
  for (const [name, files] of [
    ['to', [first, second]],
    ['fro', [second, first]],
  ] as const) {
    const created = await own.host.createWorkspace(join(own.folder, `${name}.nyckeltal`));
    expect(created.ok).toBe(true);
    for (const file of files) await importFile(file, `${name}.export`);
    // The sale that one export has twice and the other once is there twice: by hand, 2 + 1 + 1 + 1 rows.
    expect((await own.value('workspace.current', {}))?.rows.sale).toBe(5);
    const { cells } = await own.value('question.ask', { kpis: ['revenue'] });
    expect(cells[0]?.value).toBe(11);
    await own.value('workspace.close', {});
  }
});

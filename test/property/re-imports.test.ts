import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { CHANGE_RULES, type ChangeRule } from '#shared/reading-formats.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

/** `npm run gate` goes through 500. */
const RUNS = Number(process.env['NYCKELTAL_IMPORT_HISTORIES'] ?? 150);

/** A sale: order and line tell it again, null where the file has no lines. A day of May 2026; whole kronor. */
interface Sale {
  readonly order: string;
  readonly line: string | null;
  readonly day: number;
  readonly amount: number;
}
interface Kept {
  readonly id: number;
  readonly rows: readonly Stored[];
}
/** A row that an import has left, and the imports that replaced it. */
interface Stored extends Sale {
  readonly replacedBy: Set<number>;
}
type Step =
  | { readonly do: 'import'; readonly rows: readonly Sale[]; readonly rule: ChangeRule }
  | { readonly do: 'undo'; readonly which: number };

/** Few enough that files overlap, change rows of each other, and repeat a key. */
const saleWith = (line: fc.Arbitrary<string | null>): fc.Arbitrary<Sale> =>
  fc.record({
    order: fc.constantFrom('001', '002'),
    line,
    day: fc.integer({ min: 1, max: 4 }),
    amount: fc.constantFrom(100, 200),
  });
const rowsOf = (line: fc.Arbitrary<string | null>): fc.Arbitrary<readonly Sale[]> =>
  fc.array(saleWith(line), { minLength: 1, maxLength: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      rows: fc.oneof(
        { weight: 3, arbitrary: rowsOf(fc.constantFrom('1', '2')) },
        { weight: 1, arbitrary: rowsOf(fc.constant(null)) },
      ),
      rule: fc.constantFrom(...CHANGE_RULES),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat({ max: 9 }) }) },
);

const contentOf = ({ order, line, day, amount }: Sale): string => `${order}/${line ?? ''} ${day} ${amount}`;
const keyOf = ({ order, line }: Sale): string | null => (line === null ? null : `${order}/${line}`);
const counts = ({ replacedBy }: Stored): boolean => replacedBy.size === 0;

interface Outcome {
  readonly rows: readonly Stored[];
  readonly receipt: { readonly duplicates: number; readonly updated: number; readonly kept: number };
  /** Rows that this import replaces. */
  readonly replaced: readonly Stored[];
}

/** The plain model of an import: every stored row is looked at for every row of the file. */
function meet(model: readonly Kept[], file: readonly Sale[], rule: ChangeRule): Outcome {
  const days = file.map(({ day }) => day);
  const isInPeriod = ({ day }: Sale): boolean => day >= Math.min(...days) && day <= Math.max(...days);
  const all = model.flatMap(({ rows }) => rows);
  const replaced = new Set(all.filter((row) => rule === 'replace-period' && isInPeriod(row)));
  const others = all.filter((row) => !replaced.has(row));
  const [met, changed, rows] = [new Set<Stored>(), new Set<string>(), [] as Stored[]];
  const receipt = { duplicates: 0, updated: 0, kept: 0 };
  for (const row of file) {
    const isSame = (other: Stored): boolean => contentOf(other) === contentOf(row) && !met.has(other);
    const same = others.findLast((other) => counts(other) && isSame(other));
    if (same !== undefined) {
      met.add(same);
      receipt.duplicates++;
      continue;
    }
    const key = keyOf(row);
    const before = others.filter((other) => key !== null && keyOf(other) === key);
    const isChanged = before.some(counts);
    if (isChanged && rule === 'skip') {
      receipt.kept++;
      receipt.duplicates++;
      continue;
    }
    if (isChanged) receipt.updated++;
    if (key !== null) changed.add(key);
    const replacedBefore = others.findLast((other) => !counts(other) && !replaced.has(other) && isSame(other));
    if (replacedBefore !== undefined) replaced.add(replacedBefore);
    rows.push({ ...row, replacedBy: new Set() });
  }
  for (const row of others) if (changed.has(keyOf(row) ?? '') && !met.has(row)) replaced.add(row);
  return { rows, receipt, replaced: [...replaced] };
}

/** In memory where the machine offers it: the thousands of commits would wait for the disk. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let own: HostInFolder;
beforeAll(() => {
  own = hostInFolder({ checkOutputs: false, under: place });
});
afterAll(() => own.remove());

interface Imported {
  readonly inspection: Output<'import.inspect'>;
  readonly record: Output<'import.commit'> | null;
}

/** Imports the file; no record when the host says that everything in it is there already. */
async function importFile(rows: readonly Sale[], rule: ChangeRule): Promise<Imported> {
  const path = join(own.folder, 'export.csv');
  const lines = rows.map(({ order, line, day, amount }) =>
    [`2026-05-0${day}`, order, ...(line === null ? [] : [line]), `${amount},00`].join(';'),
  );
  const header = rows[0]?.line === null ? 'Fakturadatum;Fakturanr;Belopp' : 'Fakturadatum;Fakturanr;Radnr;Belopp';
  writeFileSync(path, `${header}\n${lines.join('\n')}\n`);
  const options = { kind: 'sale', onChange: rule } as const;
  const inspection = await own.inspect(path, options);
  const { stageId } = inspection;
  const result = await own.host.call('import.commit', { taskId: 'c', stageId, options });
  await own.host.call('import.discard', { stageId });
  if (result.ok) return { inspection, record: result.value as Output<'import.commit'> };
  expect(result.error.code).toBe('E_ALREADY_IMPORTED');
  return { inspection, record: null };
}

/** The rows that count, as they are shown under the revenue, and their sum. */
async function agrees(model: readonly Kept[]): Promise<void> {
  const live = model.flatMap(({ id, rows }) => rows.filter(counts).map((row) => ({ id, row })));
  expect((await own.value('workspace.current', {}))?.rows.sale ?? 0).toBe(live.length);
  expect((await own.value('import.list', {})).map(({ id, rows, replaced }) => [id, rows, replaced])).toEqual(
    model.map(({ id, rows }) => [id, rows.length, rows.filter((row) => !counts(row)).length]),
  );
  if (live.length === 0) return;
  const question = { kpis: ['revenue'], period: 'all' as const };
  const page = await own.value('question.rows', { question, cell: { kpi: 'revenue' }, offset: 0, limit: 1000 });
  const place = (key: string): number => page.fields.findIndex((field) => field.key === key);
  const [date, order, line, amount] = ['date', 'order', 'line', 'amount'].map(place);
  const found = page.rows.map(
    ({ importId, values }) =>
      `${importId}: ${values[order ?? 0]}/${values[line ?? -1] ?? ''} ${String(values[date ?? 0]).slice(-1)} ${values[amount ?? 0]}`,
  );
  expect(found.toSorted()).toEqual(live.map(({ id, row }) => `${id}: ${contentOf(row)}`).toSorted());
  const { cells } = await own.value('question.ask', question);
  expect(cells[0]?.value).toBe(live.reduce((sum, { row }) => sum + row.amount, 0));
}

it('any history of imports under any rule leaves what a plain list of them says', { timeout: 170_000 }, async () => {
  let number = 0;
  const seen = { updated: 0, kept: 0, replaced: 0, undone: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
      const path = join(own.folder, `${++number}.nyckeltal`);
      const created = await own.host.createWorkspace(path);
      if (!created.ok) throw new Error(created.error.code);
      let model: readonly Kept[] = [];
      for (const now of steps) {
        if (now.do === 'import') {
          const { rows, receipt, replaced } = meet(model, now.rows, now.rule);
          const { inspection, record } = await importFile(now.rows, now.rule);
          const changes = { updated: receipt.updated, kept: receipt.kept, replaced: replaced.filter(counts).length };
          expect(inspection.receipt.rows).toMatchObject({ imported: rows.length, duplicates: receipt.duplicates });
          expect(inspection.receipt.changes).toEqual(changes);
          expect(inspection.receipt.sums['amount']?.imported).toBe(rows.reduce((sum, { amount }) => sum + amount, 0));
          if (record === null) expect(rows).toEqual([]);
          else {
            expect(record.receipt).toEqual(inspection.receipt);
            for (const row of replaced) row.replacedBy.add(record.id);
            model = [...model, { id: record.id, rows }];
            for (const key of ['updated', 'kept', 'replaced'] as const) seen[key] += changes[key];
          }
        } else {
          const undone = model[now.which % Math.max(1, model.length)];
          if (undone === undefined) continue;
          await own.value('import.undo', { id: undone.id });
          model = model.filter((kept) => kept !== undone);
          for (const { rows } of model) for (const row of rows) row.replacedBy.delete(undone.id);
          seen.undone++;
        }
        await agrees(model);
      }
      await own.value('workspace.close', {});
      const store = openWorkspace(path);
      expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
      store.close();
      rmSync(path);
    }),
    { numRuns: RUNS, seed: 20_261_122 },
  );
  console.log(`histories of imports that change rows: ${RUNS} run, 0 failed`);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RUNS / 10);
});

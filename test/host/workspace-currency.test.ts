import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input, Method, Output } from '#shared/contract.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { openWay, type Way } from '../contract/transports.ts';
import { workbookOf } from '../fixtures/workbook.ts';

let way: Way & { readonly root: string };

async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await way.call(method, input);
  expect(result, method).toMatchObject({ ok: true });
  return (result as { value: Output<M> }).value;
}

beforeEach(async () => {
  way = await openWay('in this process');
  await ok('workspace.create', { name: 'Valuta' });
});
afterEach(() => way.close());

/** Two sales of 1 250.00 and 99.50, formatted as dollars: 1 349.50. */
function dollars(): string {
  const path = join(way.root, 'dollars.xlsx');
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheet = [
    `<row>${text('Datum')}${text('Order')}${text('Belopp')}</row>`,
    `<row>${text('2026-09-01')}${text('A1')}<c s="1"><v>1250</v></c></row>`,
    `<row>${text('2026-09-02')}${text('A2')}<c s="1"><v>99.5</v></c></row>`,
  ];
  writeFileSync(path, workbookOf({ sheet: sheet.join(''), formats: ['"$"#,##0.00'] }));
  return path;
}

async function inspect(path: string, options: ReadingOptions = {}) {
  const added = await way.addFile(path);
  const { fileId } = (added as { value: { fileId: string } }).value;
  return ok('import.inspect', { taskId: 'look', fileId, options });
}

async function put(path: string, options: ReadingOptions = {}) {
  const { stageId, table } = await inspect(path, options);
  return way.call('import.commitTables', { taskId: 'put', stageId, tables: [{ ...options, table }] });
}

async function revenue(): Promise<number | null> {
  const { cells } = await ok('question.ask', { kpis: ['revenue'], period: 'all' });
  return cells[0]?.value ?? null;
}

const currency = async (): Promise<string | undefined> => (await ok('workspace.current', {}))?.settings.currency;

it('the first file’s currency becomes the workspace’s with its import, and goes with its undo', async () => {
  expect((await inspect(dollars())).currency).toMatchObject({
    codes: ['USD'],
    from: 'format',
    base: 'SEK',
    asks: true,
  });
  expect(await put(dollars(), { workspaceCurrency: 'USD' })).toMatchObject({
    ok: true,
    value: [{ rows: 2, workspaceCurrency: { from: 'SEK', to: 'USD' } }],
  });
  expect(await currency()).toBe('USD');
  expect(await revenue()).toBe(1349.5);
  await ok('import.undo', { id: 1 });
  expect(await currency()).toBe('SEK');
});

it('a currency chosen since, or other imports, keep it from going', async () => {
  await put(dollars(), { workspaceCurrency: 'USD' });
  const other = join(way.root, 'other.csv');
  writeFileSync(other, 'Datum;Order;Belopp\n2026-09-03;B1;10,00\n');
  await put(other);
  await ok('import.undo', { id: 1 });
  expect(await currency()).toBe('USD');
  await ok('import.undo', { id: 2 });
  await put(dollars(), { workspaceCurrency: 'EUR' });
  await ok('workspace.settings', { currency: 'GBP' });
  await ok('import.undo', { id: 3 });
  expect(await currency()).toBe('GBP');
});

it('kept, its rows have no value before there is a rate', async () => {
  await put(dollars(), { workspaceCurrency: 'SEK' });
  expect(await currency()).toBe('SEK');
  expect(await revenue()).toBeNull();
  await ok('rates.save', { rates: [{ currency: 'USD', from: '2026-01-01', rate: 10 }] });
  expect(await revenue()).toBe(13_495);
});

it('cannot be said once something is there', async () => {
  await put(dollars(), { workspaceCurrency: 'SEK' });
  const next = join(way.root, 'next.csv');
  writeFileSync(next, 'Datum;Order;Belopp\n2026-09-04;C1;$5.00\n');
  expect((await inspect(next)).currency.asks).toBe(false);
  expect(await put(next, { workspaceCurrency: 'USD' })).toMatchObject({ ok: false, error: { code: 'E_BAD_REQUEST' } });
  expect(await currency()).toBe('SEK');
});

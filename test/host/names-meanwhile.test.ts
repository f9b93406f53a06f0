import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importedWorkspace, type ImportedWorkspace } from '../support/imported.ts';

/** 7 776 companies of five syllables, no two of them near each other, and every sixth again with a letter more. */
const SYLLABLES = ['ba', 'de', 'fi', 'go', 'hu', 'jy'];
const NAMES = Array.from({ length: 6 ** 5 }, (_, i) => {
  const word = [0, 1, 2, 3, 4].map((place) => SYLLABLES[Math.floor(i / 6 ** place) % 6]).join('');
  return i % 6 === 0 ? [word, `${word}n`] : [word];
}).flat();
const FOUND = { names: 9072, suggestions: 1296 };
const HEADER = 'Datum;Order;Kund;Belopp\n';
const REVENUE = { kpis: ['revenue'], period: 'all' as const };

let folder: string;
let workspace: ImportedWorkspace;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nyckeltal-names-'));
  workspace = await importedWorkspace(file('all.csv', NAMES));
});
afterAll(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, customers: readonly string[]): string {
  const path = join(folder, name);
  const rows = customers.map((customer, i) => `2026-05-01;${name}${i};${customer};1,00`);
  writeFileSync(path, `${HEADER}${rows.join('\n')}\n`);
  return path;
}

it('questions are answered while names are compared, and the names come to the same', async () => {
  const order: string[] = [];
  const compared = workspace.call('names.dimensions', {}).finally(() => order.push('names'));
  const suggested = workspace
    .call('names.suggestions', { dimension: 'customer', limit: 5 })
    .finally(() => order.push('suggestions'));
  for (let asked = 0; asked < 3; asked++) {
    expect(await workspace.call('question.ask', REVENUE)).toMatchObject({ cells: [{ value: NAMES.length }] });
    order.push('answer');
  }
  expect(await compared).toMatchObject([{ key: 'customer', ...FOUND }]);
  expect(await suggested).toMatchObject({
    total: FOUND.suggestions,
    suggestions: [{ because: 'spelling' }, {}, {}, {}, {}],
  });
  expect(order.slice(0, 3)).toEqual(['answer', 'answer', 'answer']);
});

it('commands do not wait for the names, which are then those of the new state', async () => {
  await workspace.add(file('more.csv', ['Ek & Co', 'Ek och Co']));
  const imports = await workspace.call('import.list', {});
  const order: string[] = [];
  const compared = workspace.call('names.dimensions', {}).finally(() => order.push('names'));
  await workspace.call('import.undo', { id: imports.at(-1)?.id ?? 0 }).finally(() => order.push('undo'));
  expect(await compared).toMatchObject([FOUND]);
  expect(order).toEqual(['undo', 'names']);
});

it('names asked for while a file is imported are those before it or those after it', async () => {
  const adding = workspace.add(file('third.csv', ['Ek & Co', 'Ek och Co']));
  const after = { names: FOUND.names + 2, suggestions: FOUND.suggestions + 1 };
  const [{ names, suggestions } = {}] = await workspace.call('names.dimensions', {});
  expect([FOUND, after]).toContainEqual({ names, suggestions });
  await adding;
  expect(await workspace.call('names.dimensions', {})).toMatchObject([after]);
});

it('a workspace closed meanwhile ends the comparing with its error', async () => {
  await workspace.add(file('fourth.csv', ['Norr AB', 'Norr']));
  const compared = workspace.call('names.dimensions', {});
  await Promise.all([expect(compared).rejects.toThrow('E_NO_WORKSPACE'), workspace.call('workspace.close', {})]);
});

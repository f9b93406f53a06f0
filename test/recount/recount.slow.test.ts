import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '#host/create-host.ts';
import type { Host } from '#host/host.ts';
import type { Inspection } from '#shared/importing.ts';
import { ledger, ledgerBytes, plainAmount, type Ledger, type Row, type Style } from './ledgers.ts';

const FILES = 200;
const SEED = 20_261_121;
const RECOUNT = join(import.meta.dirname, 'recount.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;

interface Count {
  readonly rows: number;
  /** With four decimals. */
  readonly amount: string;
  readonly quantity: string;
}

let folder: string;
let host: Host;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nyckeltal-recount-'));
  const places = { library: join(folder, 'l'), config: join(folder, 'c'), temporary: join(folder, 't') };
  host = createHost({ ...places, shell: 'test', version: '1', today: '2026-10-02', checkOutputs: true });
  await host.call('workspace.create', { name: 'Recount' });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, given: Ledger): { readonly path: string; readonly style: Style } {
  const path = join(folder, `${name}.${given.style.format}`);
  writeFileSync(path, ledgerBytes(given));
  return { path, style: given.style };
}

/** What the receipt of a dry run says. */
async function ours(path: string): Promise<Count> {
  const added = await host.addFile(path, 'ledger');
  if (!added.ok) throw new Error(added.error.code);
  const { fileId } = added.value;
  const result = await host.call('import.inspect', { taskId: 'i', fileId, options: {} });
  if (!result.ok) throw new Error(result.error.code);
  const { receipt, stageId, blockers } = result.value as Inspection;
  await host.call('import.discard', { stageId });
  expect(blockers).toEqual([]);
  const { amount, quantity } = receipt.sums;
  return {
    rows: receipt.rows.imported,
    amount: (amount?.imported ?? NaN).toFixed(4),
    quantity: String(quantity?.imported),
  };
}

function truth({ rows }: Ledger): Count {
  const amount = plainAmount(rows.reduce((sum, row) => sum + row.amount, 0n));
  const [, decimals = ''] = amount.split('.');
  const quantity = rows.reduce((sum, row) => sum + row.quantity, 0);
  return { rows: rows.length, amount: amount + '0'.repeat(4 - decimals.length), quantity: String(quantity) };
}

function recounted(files: readonly { readonly path: string; readonly style: Style }[]): readonly Count[] {
  const { stdout, stderr } = spawnSync('python3', [RECOUNT], { input: JSON.stringify(files), encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly Count[];
}

const changes: readonly (readonly [string, (rows: readonly Row[], at: number) => readonly Row[]])[] = [
  ['one row taken out', (rows, at) => rows.toSpliced(at, 1)],
  ['one row given twice', (rows, at) => rows.toSpliced(at, 0, ...rows.slice(at, at + 1))],
  [
    'one amount changed by its last decimal',
    (rows, at) => rows.map((row, i) => (i === at ? { ...row, amount: row.amount + 100n } : row)),
  ],
];

describe.skipIf(!hasPython)('an independent recount (needs python3)', () => {
  const ledgers = Array.from({ length: FILES }, (_, number) => ledger(SEED, number));

  it(`agrees with the receipt and the truth, rows and sums, in ${FILES} files`, async () => {
    const files = ledgers.map((each, i) => written(`whole-${i}`, each));
    const counts = recounted(files);
    for (const [i, file] of files.entries()) {
      const known = truth(ledgers[i] ?? ledger(SEED, 0));
      expect([i, file.style, counts[i]]).toEqual([i, file.style, known]);
      expect([i, file.style, await ours(file.path)]).toEqual([i, file.style, known]);
    }
  });

  it.each(changes)('%s is seen in all of them', async (name, change) => {
    const changed = ledgers.map((each, i) => ({ ...each, rows: change(each.rows, (i * 7) % each.rows.length) }));
    const files = changed.map((each, i) => written(`${name}-${i}`, each));
    const counts = recounted(files);
    let seen = 0;
    for (const [i, file] of files.entries()) {
      const read = await ours(file.path);
      expect([i, file.style, read]).toEqual([i, file.style, counts[i]]);
      if (JSON.stringify(read) !== JSON.stringify(truth(ledgers[i] ?? ledger(SEED, 0)))) seen++;
    }
    expect(seen).toBe(FILES);
  });
});

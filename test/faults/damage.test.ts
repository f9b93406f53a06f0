import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { importPlain, newFolder } from '../store/plain-import.ts';
import { DAMAGES } from './damages.ts';
import { randomNumbers } from './random-numbers.ts';

const RUNS = Number(process.env['NYCKELTAL_DAMAGES'] ?? 100);
const SEED = 20_261_121;
let folder: ReturnType<typeof newFolder>;
let sound: Buffer;
let digest: string;
beforeAll(() => {
  folder = newFolder();
  const store = createWorkspace(folder.file, { name: 'x' });
  for (const file of ['a.csv', 'b.csv']) {
    const rows = Array.from({ length: 1500 }, (_, i) => ({
      date: i % 5 === 0 ? null : '2026-01-02',
      amount: (i * 7919) % 10_007,
      customer: `Kund ${i % 400}`,
    }));
    const rejected = [{ row: 9, column: 'Datum', field: 'date', value: '?', reason: 'not-a-date' }] as const;
    importPlain(store, { kind: 'sale', fields: ['date', 'amount', 'customer'], rows, rejected, file });
  }
  digest = store.digest();
  store.close();
  sound = readFileSync(folder.file);
});
afterAll(() => {
  folder.remove();
});

/** `refused` and `found` are damage that was seen; `harmless` left every value as it was; `silent` must not happen. */
function outcomeOf(path: string): 'refused' | 'found' | 'harmless' | 'silent' {
  try {
    const store = openWorkspace(path);
    try {
      if (!store.verify().ok) return 'found';
      return store.digest() === digest ? 'harmless' : 'silent';
    } finally {
      store.close();
    }
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    throw error;
  }
}

test.for(Object.entries(DAMAGES))(
  '%s never changes data in silence',
  { timeout: 30_000 + RUNS * 500 },
  ([name, damage]) => {
    const random = randomNumbers(SEED);
    const counts = { refused: 0, found: 0, harmless: 0, silent: 0 };
    for (let run = 0; run < RUNS; run++) {
      const path = join(folder.folder, `${name} ${run}.nyckeltal`);
      writeFileSync(path, damage(Buffer.from(sound), random));
      counts[outcomeOf(path)] += 1;
    }
    console.log(`${name}: ${RUNS} run, seed ${SEED}: ${JSON.stringify(counts)}`);
    expect(counts.silent).toBe(0);
    // Harm that is never seen would mean that nothing looks.
    expect(counts.refused + counts.found).toBeGreaterThan(RUNS / 3);
  },
);

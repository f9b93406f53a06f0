import type { WorkspaceStore } from '#store/workspace-store.ts';
import { importPlain, type PlainImport } from '../store/plain-import.ts';

/**
 * A fixed history that is long enough to be interrupted: imports of 3 000 rows, every fourth step an undo of
 * the first one left. The same in the process that is killed and in the one that knows what should be there.
 */
export const STEPS = 60;
const ROWS = 3000;

const customers = Array.from({ length: 500 }, (_, i) => `Kund ${i}`);

function planOf(step: number): PlainImport {
  const rows = Array.from({ length: ROWS }, (_, i) => ({
    date: '2026-01-02',
    amount: step * 1000 + i / 100,
    customer: customers[(i * 7 + step * 40) % (100 + step * 6)] ?? null,
    [`custom:Only ${step}`]: i % 3 === 0 ? `x${i % 11}` : null,
  }));
  return { kind: 'sale', fields: ['date', 'amount', 'customer', `custom:Only ${step}`], rows, file: `${step}.csv` };
}

/** Runs the steps in turn, telling `done` after each. */
export function runHistory(store: WorkspaceStore, done: (step: number) => void): void {
  for (let step = 1; step <= STEPS; step++) {
    const first = store.imports()[0];
    if (step % 4 === 0 && first !== undefined) store.undoImport(first.id);
    else importPlain(store, planOf(step), 1000);
    done(step);
  }
}

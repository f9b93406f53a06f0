import { readFileSync, statSync } from 'node:fs';
import { expect } from 'vitest';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { runHistory } from './history.ts';

/** Digest after each step of a history that nobody interrupts; index 0 is the empty workspace. */
export function expectedDigests(path: string): readonly string[] {
  const store = createWorkspace(path, { name: 'x' });
  const digests = [store.digest()];
  runHistory(store, () => digests.push(store.digest()));
  store.close();
  return digests;
}

export interface Outcome {
  readonly acknowledged: number;
  /** Steps that are there after opening again. */
  readonly found: number;
  readonly reopened: number;
  /** The file was left in the middle of a change. */
  readonly wasInterrupted: boolean;
}

/** What is there after the kill: exactly the acknowledged steps, or one more whose commit came before its word. */
export function inspect(path: string, expected: readonly string[], said: string): Outcome {
  const acknowledged = said.split('\n').filter((line) => /^\d+$/.test(line)).length;
  const journal = statSync(`${path}-journal`, { throwIfNoEntry: false });
  const wasInterrupted = journal !== undefined && journal.size > 0 && readFileSync(`${path}-journal`)[0] !== 0;
  const started = performance.now();
  const store = openWorkspace(path);
  const reopened = performance.now() - started;
  try {
    expect(store.verify()).toEqual({ ok: true, problems: [], rebuilt: [] });
    const digest = store.digest();
    const found = [acknowledged, acknowledged + 1].find((step) => expected[step] === digest) ?? -1;
    return { acknowledged, found, reopened, wasInterrupted };
  } finally {
    store.close();
  }
}

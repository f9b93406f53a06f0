import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { createWorkspace } from '#store/workspace-store.ts';
import { DAMAGES } from '../faults/damages.ts';
import { importPlain } from '../store/plain-import.ts';
import type { Dice } from './dice.ts';
import type { Verdict } from './mutant.ts';
import type { Subject } from './subject.ts';

export interface SoundWorkspace {
  readonly bytes: Buffer;
  readonly digest: string;
}

/** A workspace of two imports as it lies on the disk. */
export function soundWorkspace(folder: string): SoundWorkspace {
  const path = join(folder, 'sound.nyckeltal');
  const store = createWorkspace(path, { name: 'x' });
  for (const file of ['a.csv', 'b.csv']) {
    const rows = Array.from({ length: 500 }, (_, i) => ({
      date: i % 5 === 0 ? null : '2026-01-02',
      amount: (i * 7919) % 10_007,
      customer: `Kund ${i % 200}`,
    }));
    importPlain(store, { kind: 'sale', fields: ['date', 'amount', 'customer'], rows, file });
  }
  const digest = store.digest();
  store.close();
  return { bytes: readFileSync(path), digest };
}

/** Damages the file as a disk would: it is refused, or the damage is found, or every value is as it was. */
export function judgeWorkspace(
  sound: SoundWorkspace,
  subject: Subject,
  folder: string,
  dice: Dice,
  number: number,
): Verdict {
  const [what, damage] = dice.pick(Object.entries(DAMAGES) as [[string, (typeof DAMAGES)[string]]]);
  const path = join(folder, `damaged-${number % 8}.nyckeltal`);
  writeFileSync(
    path,
    damage(Buffer.from(sound.bytes), () => dice.below(2 ** 32) / 2 ** 32),
  );
  const of = (verdict: string, fault: string | null): Verdict => ({ verdict, what, fault, compared: true });
  try {
    const digest = subject.checkedDigest(path);
    if (digest === null) return of('damage found', null);
    return of('ok', digest === sound.digest ? null : 'silent difference in the workspace');
  } catch (error) {
    return error instanceof AppError ? of(error.code, null) : of('bug', `untyped: ${String(error).slice(0, 200)}`);
  }
}

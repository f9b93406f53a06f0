import type { Encoding, Separator } from '#shared/importing.ts';
import type { Cells } from './cells.ts';

export const MUTATORS = ['zip', 'xml', 'csv', 'workspace'] as const;
export type Mutator = (typeof MUTATORS)[number];

/** A file made by chance from a seed, and what is known about it. */
export interface Mutant {
  /** What was done to it, for whoever reads the report. */
  readonly what: string;
  readonly bytes: Buffer;
  /** Nothing is wrong with it: it must be read. */
  readonly sound: boolean;
  /** The cells of the first sheet where they are known. */
  readonly truth: Cells | null;
  /** A second reader's view of the bytes, told how ours has understood them; null where it has none that counts. */
  readonly second: ((reading: TextReading) => Promise<Cells | null>) | null;
}

export interface TextReading {
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
}

/** What became of an input: `ok` or a code, and what is wrong with that, null when nothing is. */
export interface Verdict {
  readonly verdict: string;
  readonly what: string;
  readonly fault: string | null;
  /** Compared with the truth or a second reader. */
  readonly compared: boolean;
}

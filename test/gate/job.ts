import type { Mutator, Verdict } from './mutant.ts';
import type { Plant } from './planted.ts';

/** What a child of the gate is told: the inputs from `from` up to, not including, `to`. */
export interface Job {
  readonly mutator: Mutator;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly plant: Plant | null;
  /** Its own, empty. */
  readonly folder: string;
}

export type Said =
  | { readonly start: number }
  | ({ readonly end: number; readonly megabytes: number } & Verdict)
  /** The workspace at the end is still what it was, all imports undone. */
  | { readonly done: boolean };

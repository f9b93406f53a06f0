import type { ExploreView } from '../../state/explore-slice.ts';
import type { History } from '../../state/history.ts';

export const NO_HISTORY: History<never> = { past: [], future: [], writing: null };
const MOST_STEPS = 200;

/** What is on screen, and the way back and forth from it. */
export interface Stepped<T> {
  readonly view: T;
  readonly history: History<T>;
}
export type Explored = Stepped<ExploreView>;

/**
 * An edit: the view before it can be had back, and nothing that was taken back can be done again. An edit that changes nothing is none;
 * edits one after the other that write at the same text are one. Example: a filter typed letter by letter is undone at once.
 */
export function edited<T>({ view, history }: Stepped<T>, next: T, writing: string | null = null): Stepped<T> {
  if (JSON.stringify(next) === JSON.stringify(view)) return { view, history };
  const goesOn = writing !== null && writing === history.writing;
  const past = goesOn ? history.past : [...history.past, view].slice(-MOST_STEPS);
  return { view: next, history: { past, future: [], writing } };
}

/** The view before the last edit. */
export function undone<T>({ view, history }: Stepped<T>): Stepped<T> {
  const { past, future } = history;
  const last = past.at(-1);
  if (last === undefined) return { view, history };
  return { view: last, history: { past: past.slice(0, -1), future: [...future, view], writing: null } };
}

/** The edit last taken back, once more. */
export function redone<T>({ view, history }: Stepped<T>): Stepped<T> {
  const { past, future } = history;
  const next = future.at(-1);
  if (next === undefined) return { view, history };
  return { view: next, history: { past: [...past, view], future: future.slice(0, -1), writing: null } };
}

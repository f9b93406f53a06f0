/** Asked between blocks by whatever work is under way in this thread; work is never interrupted but there. */
let check: () => void = () => undefined;

/**
 * Does a piece of work that may be ended early: `check` throws when nobody waits for it any more. What had been remembered by then
 * is whole. Throws what `check` throws. Example: a question over ten million rows under a task that is cancelled ends with E_CANCELLED.
 */
export function stoppable<T>(checked: () => void, work: () => T): T {
  const before = check;
  check = checked;
  try {
    return work();
  } finally {
    check = before;
  }
}

/**
 * Says that this is a place to end the work. Called before each pass over all rows, and every `STEPS` within those that do more than
 * read and add. Throws what ends the work. Example: outside `stoppable` it does nothing.
 */
export function mayStop(): void {
  check();
}

let small = 0;

/** The same for pieces so small that asking every time would cost more than they do: every thousandth of them is such a place. */
export function mayStopAmong(): void {
  small = (small + 1) & 0x3ff;
  if (small === 0) check();
}

/**
 * Goes through many rows a block at a time, each of which may be the last. For loops that read and add, which a question within them would
 * slow down. Example: 600 000 rows are the blocks from 0 to 262 144, to 524 288 and to 600 000.
 */
export function inBlocks(count: number, work: (from: number, to: number) => void): void {
  for (let from = 0; from < count; from += STEPS + 1) {
    mayStop();
    work(from, Math.min(count, from + STEPS + 1));
  }
}

/** Steps of a long loop between two questions whether to go on, less one: a power of two, so that `(i & STEPS) === 0` is cheap. */
export const STEPS = 0x3_ffff;

/** The same for steps that look up a place anywhere in memory. */
export const LOOK_UPS = 0x3fff;

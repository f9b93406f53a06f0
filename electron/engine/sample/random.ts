/** Deterministic draws, equal on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer, both ends included. */
  between(low: number, high: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** True with the given chance. */
  chance(probability: number): boolean;
  /** Bell-shaped around 1 with the given spread, never below 0.2. */
  around(spread: number): number;
}

/**
 * Generator from a 32-bit seed (mulberry32, Tommy Ettinger, public domain).
 * Example: two generators with the same seed give the same numbers for ever.
 */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    chance: (probability) => next() < probability,
    around: (spread) => Math.max(0.2, 1 + (next() + next() + next() + next() - 2) * spread),
  };
}

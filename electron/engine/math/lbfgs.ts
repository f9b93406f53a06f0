import type { Minimum } from './nelder-mead.ts';

/** A value and its slope in every variable. */
export interface Slope {
  readonly value: number;
  readonly gradient: Float64Array;
}

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

const KEPT_PAIRS = 8;
const SUFFICIENT = 1e-4;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};
const plus = (a: Float64Array, factor: number, b: Float64Array): Float64Array => {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) sum[i] = (a[i] ?? 0) + factor * (b[i] ?? 0);
  return sum;
};

/**
 * The least value of a smooth function near `start`, by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno with
 * halved steps. Where the function is not finite, a step goes less far. Deterministic.
 * Source: Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 7.4 and 7.5.
 */
export function lbfgs(
  of: (at: Float64Array) => Slope,
  start: Float64Array,
  { tolerance = 1e-9, mostSteps = 300 } = {},
): Minimum {
  let at = start;
  let here = of(at);
  const pairs: Pair[] = [];
  for (let steps = 0; steps < mostSteps; steps++) {
    let direction = descent(here.gradient, pairs);
    let slope = dot(direction, here.gradient);
    if (!(slope < 0)) {
      pairs.length = 0;
      direction = here.gradient.map((value) => -value);
      slope = -dot(here.gradient, here.gradient);
    }
    if (!(slope < 0)) return { at: [...at], value: here.value, settled: Number.isFinite(here.value) };
    let length = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
    let [next, there] = [at, here];
    for (let halvings = 0; ; halvings++) {
      next = plus(at, length, direction);
      there = of(next);
      if (there.value <= here.value + SUFFICIENT * length * slope) break;
      if (halvings === 40) return { at: [...at], value: here.value, settled: true };
      length /= 2;
    }
    const step = plus(next, -1, at);
    const change = plus(there.gradient, -1, here.gradient);
    const curvature = dot(step, change);
    if (curvature > 1e-12) pairs.push({ step, change, curvature });
    if (pairs.length > KEPT_PAIRS) pairs.shift();
    const gain = here.value - there.value;
    [at, here] = [next, there];
    if (gain <= tolerance * (1 + Math.abs(here.value))) return { at: [...at], value: here.value, settled: true };
  }
  return { at: [...at], value: here.value, settled: false };
}

/** The way down: minus the gradient, bent by what the last steps told of the curvature. */
function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const add = (factor: number, to: Float64Array): void => {
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) + factor * (to[i] ?? 0);
  };
  const shares: number[] = [];
  for (const { step, change, curvature } of pairs.toReversed()) {
    const share = dot(step, direction) / curvature;
    shares.push(share);
    add(-share, change);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = last.curvature / dot(last.change, last.change);
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * scale;
  }
  for (const { step, change, curvature } of pairs) {
    const share = shares.pop() ?? 0;
    add(share - dot(change, direction) / curvature, step);
  }
  return direction;
}

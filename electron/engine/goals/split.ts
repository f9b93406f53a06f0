import { DECIMAL_SCALE } from '#shared/units.ts';

/**
 * A target split by weights. What adds up is shared out in whole ten-thousandths that add up to the target exactly, the largest
 * remainders first; a ratio or a mean is the same for every part, since the whole is counted anew from all of them. Weights below
 * zero count as none; without any weight all parts are alike.
 * Source: largest remainder method (Hare quota). Example: 100 by 1, 1 and 1 is 33.3334, 33.3333 and 33.3333; 30 % is 30 % for each.
 */
export function splitTarget(target: number, weights: readonly number[], addsUp: boolean): readonly number[] {
  if (!addsUp) return weights.map(() => target);
  const usable = weights.map((weight) => Math.max(0, weight));
  const sum = usable.reduce((a, b) => a + b, 0);
  const shares = sum > 0 ? usable.map((weight) => weight / sum) : usable.map(() => 1 / usable.length);
  const whole = Math.round(target * DECIMAL_SCALE);
  const exact = shares.map((share) => share * whole);
  const floors = exact.map(Math.floor);
  const left = whole - floors.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  const more = new Set(order.slice(0, left).map(({ i }) => i));
  return floors.map((value, i) => (value + (more.has(i) ? 1 : 0)) / DECIMAL_SCALE);
}

import type { Reduce } from './formula.ts';
import type { NoValueCode, Reason } from '#shared/question.ts';
import { noValue, reason, type Outcome } from './outcome.ts';

/** Of what keeps members from having a value, what most of all has to be mended. */
const GRAVEST_FIRST: readonly NoValueCode[] = [
  'no-variant',
  'needs-data',
  'filter-not-answerable',
  'no-comparison',
  'no-data',
  'missing-denominator',
  'zero-denominator',
  'base-not-positive',
];

/**
 * The values of a dimension's members made one; members without value are passed over. Of none there is 0 counted or summed and
 * no mean or median; where members are there and none has a value, the gravest of their reasons stands, with all that it needs.
 * Example: `count_over(rep, sales >= quota)` counts the members whose value is not 0.
 */
export function overMembers(reduce: Reduce, outcomes: readonly Outcome[]): Outcome {
  const all = new Float64Array(outcomes.length);
  let count = 0;
  let different = 0;
  let exact = true;
  for (const one of outcomes) {
    if (one.value === null) continue;
    all[count++] = one.value;
    different += Number(one.value !== 0);
    exact &&= one.exact;
  }
  if (outcomes.length > 0 && count === 0) return { value: null, reason: gravest(outcomes) };
  if (reduce === 'count') return { value: different, exact: true };
  // In order, so that a sum does not depend on the order of the members.
  const sorted = all.subarray(0, count).sort();
  const sum = sorted.reduce((a, b) => a + b, 0);
  switch (reduce) {
    case 'sum':
      return { value: sum, exact };
    case 'mean':
      return count === 0 ? noValue('no-data') : { value: sum / count, exact: false };
    case 'median':
      return median(sorted);
  }
}

function median(sorted: Float64Array): Outcome {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? noValue('no-data') : { value: (low + high) / 2, exact: false };
}

function gravest(outcomes: readonly Outcome[]): Reason {
  const reasons = outcomes.flatMap((one) => (one.value === null ? [one.reason] : []));
  const code = GRAVEST_FIRST.find((grave) => reasons.some((one) => one.code === grave)) ?? 'no-data';
  const same = reasons.filter((one) => one.code === code);
  const needs = [...new Set(same.flatMap((one) => one.needs))].toSorted();
  const dimension = same.find((one) => one.dimension !== undefined)?.dimension;
  return reason(code, { needs, ...(dimension === undefined ? {} : { dimension }) });
}

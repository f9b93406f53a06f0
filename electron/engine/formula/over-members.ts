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
  const values = outcomes.flatMap((one) => (one.value === null ? [] : [one]));
  if (outcomes.length > 0 && values.length === 0) return { value: null, reason: gravest(outcomes) };
  // In order, so that a sum does not depend on the order of the members.
  const sorted = Float64Array.from(values, ({ value }) => value).sort();
  const sum = sorted.reduce((a, b) => a + b, 0);
  switch (reduce) {
    case 'count':
      return { value: sorted.filter((value) => value !== 0).length, exact: true };
    case 'sum':
      return { value: sum, exact: values.every(({ exact }) => exact) };
    case 'mean':
      return sorted.length === 0 ? noValue('no-data') : { value: sum / sorted.length, exact: false };
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

import type { Exchange } from '#engine/ports/workspace-columns.ts';
import { parseIsoDate, type Day } from '#shared/calendar.ts';
import { RATE_SCALE } from '#shared/rates.ts';

/** A rate as a fraction of whole numbers, as small as it goes, so that most products stay exact in a double. */
export interface Fraction {
  readonly over: number;
  readonly under: number;
}

export interface RateStep extends Fraction {
  readonly from: Day;
}

export const ONE: Fraction = { over: 1, under: 1 };

/** Steps of one currency, the earliest first. Example: 11.45 from a day on is 229 ÷ 20. */
export function rateSteps({ rates }: Exchange, currency: string): readonly RateStep[] {
  return rates
    .filter((rate) => rate.currency === currency)
    .map(({ from, rate }) => ({ from: parseIsoDate(from) ?? 0, ...reduced(Math.round(rate * RATE_SCALE)) }))
    .toSorted((a, b) => a.from - b.from);
}

/** The place of the latest step on or before a day; −1 before the first. */
export function stepAt(steps: readonly RateStep[], day: Day): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.from ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function reduced(scaled: number): Fraction {
  let [a, b] = [scaled, RATE_SCALE];
  while (b !== 0) [a, b] = [b, a % b];
  return { over: scaled / a, under: RATE_SCALE / a };
}

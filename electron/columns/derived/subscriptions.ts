import { multiplyDivide } from '#engine/import/scale.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** A year's amounts to one, as a fraction. */
type Times = readonly [over: number, under: number];

const BY_WORD: Readonly<Record<string, Times>> = {
  day: [36_525, 100],
  week: [36_525, 700],
  month: [12, 1],
  quarter: [4, 1],
  year: [1, 1],
};

/**
 * The amount of a year: × 365.25 of a day, × 12 of a month, × 12 ÷ n of n months, rounded once; without an interval it is a month's. Missing where
 * the interval is a word nobody knows. Monthly sums divide this by 12 last, so that 1 000 a year stay 1 000.
 * Example: 2 400 for 24 months is 1 200.
 */
export function yearlyAmount(fields: Fields): DerivedColumn | null {
  const amounts = fields.decimals('subscription', 'amount');
  if (amounts === null) return null;
  const intervals = fields.codes('subscription', 'interval')?.codes ?? null;
  const times = fields.names('subscription', 'interval').map(timesOf);
  const decimals = new Float64Array(amounts.length);
  for (let row = 0; row < decimals.length; row++) {
    const amount = decimalAt(amounts, row);
    const [over, under] = (intervals === null ? BY_WORD['month'] : times[intervals[row] ?? 0]) ?? [0, 0];
    decimals[row] = amount === amount ? (multiplyDivide(amount, over, under) ?? NaN) : NaN;
  }
  return { type: 'decimals', decimals };
}

function timesOf(interval: string): Times | null {
  const months = Number(/^(\d{1,3}) months?$/.exec(interval)?.[1] ?? 0);
  return months > 0 ? [12, months] : (BY_WORD[interval === '' ? 'month' : interval] ?? null);
}

/** Rows of a list of how customers stand now, where no import says so: those with a tenure, if they all begin on one day. */
export function snapshot(fields: Fields): DerivedColumn | null {
  const tenures = fields.decimals('subscription', 'tenure_months');
  const areOne = fields.once(tenuresBeginTogether);
  if (tenures === null || areOne === null) return null;
  const flags = Uint8Array.from(tenures, (_, row) => Number(areOne && !Number.isNaN(decimalAt(tenures, row))));
  return { type: 'flags', flags };
}

function tenuresBeginTogether(fields: Fields): boolean | null {
  let day: number | null = null;
  for (const { fields: part } of fields.parts('subscription', ['tenure_months', 'start'])) {
    const tenures = part.decimals('subscription', 'tenure_months');
    const starts = part.days('subscription', 'start');
    if (tenures === null || starts === null) return null;
    for (let row = 0; row < tenures.length; row++) {
      if (Number.isNaN(decimalAt(tenures, row))) continue;
      day ??= starts[row] ?? NO_DAY;
      if (starts[row] !== day) return false;
    }
  }
  return true;
}

import type { Day } from './calendar.ts';
import { AppError } from './errors.ts';
import { unitHolding, type Period, type Span } from './period.ts';
import { intersectSpans } from './period-shift.ts';
import type { Grain } from './question.ts';

/** One member of the date dimension. */
export interface Bucket {
  /** Period text that names the whole unit: `2026-09`, also where the period cuts it. */
  readonly key: string;
  /** The whole unit, uncut. */
  readonly whole: Span;
  /** Its part in the period. */
  readonly span: Span;
}

/** More would be a table nobody reads and memory nobody has: 100 years of days. */
const MOST_BUCKETS = 36_600;

/**
 * The days, ISO weeks, months, quarters or years (calendar or fiscal) of a period, cut at its ends and at its last counted day; those of an
 * open period that lie ahead are left out. The units of `all` are whole, since nothing outside it holds data, and the
 * one that holds today is open.
 * Throws E_BAD_PERIOD for more than 36 600 of them.
 * Example: 2026-01-15..2026-02-10 by month is 2026-01 (15th to 31st) and 2026-02 (1st to 10th).
 */
export function bucketsOf(period: Period, grain: Grain, today: Day, fiscalYearStart: number): readonly Bucket[] {
  const all = period.unit === 'all';
  const buckets: Bucket[] = [];
  for (let day = period.from; day <= Math.min(period.to, period.through);) {
    const unit = unitHolding(day, grain, fiscalYearStart);
    const through = today <= unit.to ? Math.min(period.through, unit.to) : unit.to;
    const whole: Span = { ...unit, through };
    const span = all ? whole : intersectSpans(whole, period);
    if (span !== null) buckets.push({ key: unit.spec, whole, span });
    if (buckets.length > MOST_BUCKETS)
      throw new AppError('E_BAD_PERIOD', `${period.spec} has too many ${grain}s to show.`, { period: period.spec });
    day = unit.to + 1;
  }
  return buckets;
}

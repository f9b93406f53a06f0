import type { Day } from '#shared/calendar.ts';
import { bucketsOf, type Bucket } from '#shared/period-buckets.ts';
import type { Period, Span } from '#shared/period.ts';
import { intersectSpans, lastYearSpan, previousSpan } from '#shared/period-shift.ts';
import type { Comparison, Grain } from '#shared/question.ts';

/** One date dimension of a question: its members, and what each is compared with. */
export interface DateAxis {
  readonly buckets: readonly (Bucket & { readonly compare: Span | null })[];
}

/** A stretch of time that cells lie in: the whole period, a bucket, or what two buckets share. */
export interface Slot {
  /** Bucket index in each date dimension of the level. */
  readonly buckets: readonly number[];
  readonly span: Span;
  readonly compare: Span | null;
}

/** The span a period is compared with; null for none, and for `all`, which has nothing beside it. */
export function comparisonSpan(period: Period, compare: Comparison): Span | null {
  switch (compare) {
    case 'previous':
      return previousSpan(period);
    case 'last-year':
      return lastYearSpan(period);
    case 'none':
    case 'target':
      return null;
  }
}

/**
 * Members of a date dimension in the period. Compared with last year, a bucket meets its own dates or ISO week a year earlier,
 * cut as the period is; compared with the previous period, the bucket with the same number in it.
 * Buckets of `all` meet the bucket before.
 * Example: 2026-Q3 by month against the previous: July meets April, August May, September June.
 */
export function dateAxis(period: Period, grain: Grain, compare: Comparison, today: Day): DateAxis {
  const buckets = bucketsOf(period, grain, today);
  const other = comparisonSpan(period, compare);
  const yearBack =
    compare === 'last-year' || (compare === 'previous' && period.unit === 'month' && period.count === 12);
  const inOrder =
    other === null || yearBack ? [] : bucketsOf({ ...other, spec: '', open: other.through < other.to }, grain, today);
  return {
    buckets: buckets.map((bucket, i) => {
      if (period.unit === 'all')
        return {
          ...bucket,
          compare:
            compare === 'last-year'
              ? lastYearSpan(bucket.span)
              : compare === 'previous'
                ? previousSpan(bucket.span)
                : null,
        };
      if (other === null) return { ...bucket, compare: null };
      const shifted = yearBack ? lastYearSpan(bucket.whole) : (inOrder[i]?.span ?? null);
      return { ...bucket, compare: shifted === null ? null : intersectSpans(shifted, other) };
    }),
  };
}

/** The slots of a level with these date dimensions: every combination of buckets that share a day. None: the whole period. */
export function slotsOf(period: Period, compare: Span | null, axes: readonly DateAxis[]): readonly Slot[] {
  const whole: readonly Slot[] = [{ buckets: [], span: period, compare }];
  return axes.reduce(
    (slots, axis, depth) =>
      slots.flatMap((slot) =>
        axis.buckets.flatMap((bucket, index): readonly Slot[] => {
          const span = depth === 0 ? bucket.span : intersectSpans(finer(bucket.span, slot.span), slot.span);
          if (span === null) return [];
          const both =
            slot.compare === null || bucket.compare === null
              ? null
              : intersectSpans(finer(bucket.compare, slot.compare), slot.compare);
          return [{ buckets: [...slot.buckets, index], span, compare: depth === 0 ? bucket.compare : both }];
        }),
      ),
    whole,
  );
}

/** The first span with the step of whichever is shorter, so that prev() steps by the finer of two buckets. */
function finer(span: Span, other: Span): Span {
  return span.to - span.from <= other.to - other.from ? span : { ...span, unit: other.unit, count: other.count };
}

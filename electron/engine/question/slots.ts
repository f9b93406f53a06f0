import { bucketsOf, type Bucket } from '#shared/period-buckets.ts';
import type { Period, Span } from '#shared/period.ts';
import { intersectSpans, lastYearSpan, previousSpan } from '#shared/period-shift.ts';
import type { Comparison, Grain } from '#shared/question.ts';
import type { TimeRules } from './time-rules.ts';

/** One date dimension of a question: its members, and what each is compared with. */
export interface DateAxis {
  readonly buckets: readonly AxisBucket[];
}

interface AxisBucket extends Omit<Bucket, 'key'> {
  /** Null for rows without the date; its span is the whole period. */
  readonly key: string | null;
  readonly compare: Span | null;
}

/** A stretch of time that cells lie in: the whole period, a bucket, or what two buckets share. */
export interface Slot {
  /** Bucket index in each date dimension of the level. */
  readonly buckets: readonly number[];
  readonly span: Span;
  readonly compare: Span | null;
  /** Not a stretch of time at all: the rows without a date. */
  readonly undated: boolean;
}

/**
 * The span a period is compared with; null for none, for `all`, which has nothing beside it, and by working days where none has
 * elapsed on which the other could be met.
 */
export function comparisonSpan(
  period: Period,
  compare: Comparison,
  { calendar }: Pick<TimeRules, 'calendar'>,
): Span | null {
  const other =
    compare === 'previous'
      ? previousSpan(period, calendar)
      : compare === 'last-year'
        ? lastYearSpan(period, calendar)
        : null;
  return calendar !== null && other !== null && other.through < other.from ? null : other;
}

/**
 * Members of a date dimension in the period. Compared with last year, a bucket meets its own dates or ISO week a year earlier,
 * cut as the period is; compared with the previous period, the bucket with the same number in it.
 * Buckets of `all` meet the bucket before. With `undated`, a last bucket holds the rows without a date.
 * Example: 2026-Q3 by month against the previous: July meets April, August May, September June.
 */
export function dateAxis(
  period: Period,
  grain: Grain,
  compare: Comparison,
  time: Pick<TimeRules, 'today' | 'fiscalYearStart' | 'calendar'>,
  undated = false,
): DateAxis {
  const { today, fiscalYearStart, calendar } = time;
  const bucketsIn = (stretch: Period): readonly Bucket[] => bucketsOf(stretch, grain, today, fiscalYearStart);
  const other = comparisonSpan(period, compare, time);
  const yearBack =
    compare === 'last-year' || (compare === 'previous' && period.unit === 'month' && period.count === 12);
  const inOrder = other === null || yearBack ? [] : bucketsIn({ ...other, spec: '', open: other.through < other.to });
  const besideOf = ({ span, whole }: Bucket, i: number): Span | null => {
    if (period.unit === 'all') {
      if (compare === 'last-year') return lastYearSpan(span, calendar);
      return compare === 'previous' ? previousSpan(span, calendar) : null;
    }
    if (other === null) return null;
    const beside = yearBack ? lastYearSpan(uncut(whole)) : (inOrder[i]?.span ?? null);
    return beside === null ? null : intersectSpans(beside, other);
  };
  const dated = bucketsIn(period).map((bucket, i): AxisBucket => ({ ...bucket, compare: besideOf(bucket, i) }));
  return { buckets: undated ? [...dated, { key: null, whole: period, span: period, compare: null }] : dated };
}

/** A month is cut where the period it is compared in is; a week is cut at its own weekday. */
function uncut(whole: Span): Span {
  return whole.unit === 'week' ? whole : { ...whole, through: whole.to };
}

/** The slots of a level with these date dimensions: every combination of buckets that share a day. None: the whole period. */
export function slotsOf(period: Period, compare: Span | null, axes: readonly DateAxis[]): readonly Slot[] {
  const whole: readonly Slot[] = [{ buckets: [], span: period, compare, undated: false }];
  return axes.reduce(
    (slots, axis, depth) =>
      slots.flatMap((slot) =>
        axis.buckets.flatMap((bucket, index): readonly Slot[] => {
          const undated = bucket.key === null;
          if (depth > 0 && undated !== slot.undated) return [];
          const span = depth === 0 ? bucket.span : intersectSpans(finer(bucket.span, slot.span), slot.span);
          if (span === null) return [];
          const both =
            slot.compare === null || bucket.compare === null
              ? null
              : intersectSpans(finer(bucket.compare, slot.compare), slot.compare);
          return [{ buckets: [...slot.buckets, index], span, compare: depth === 0 ? bucket.compare : both, undated }];
        }),
      ),
    whole,
  );
}

/** The first span with the step of whichever is shorter, so that prev() steps by the finer of two buckets. */
function finer(span: Span, other: Span): Span {
  return span.to - span.from <= other.to - other.from ? span : { ...span, unit: other.unit, count: other.count };
}

import {
  everSpan,
  laggedSpan,
  lastYearSpan,
  monthToDateSpan,
  previousSpan,
  rollingSpan,
  startOfSpan,
  trailingYearSpan,
  wholeSpan,
  yearToDateSpan,
} from '#shared/period-shift.ts';
import type { Span } from '#shared/period.ts';
import type { TimeShift } from '../formula/expression.ts';
import type { Slot } from './slots.ts';
import type { TimeRules } from './time-rules.ts';

/**
 * The span a slot is read over after these steps in time, outermost first; null where a step has nowhere to go. Rows without a
 * date stand in no time of their own: beside them only `ever` has one, that of the whole period.
 * Example: in 2026-09-17, mtd and then prev give 2026-08 through the same working day; prev and then mtd 2026-09-01..16.
 */
export function shiftedSpan(slot: Slot, shifts: readonly TimeShift[], rules: TimeRules): Span | null {
  if (slot.undated && shifts[0]?.by !== 'ever') return null;
  return shifts.reduce<Span | null>(
    (span, shift) => (shift.by === 'compare' ? slot.compare : span === null ? null : shifted(span, shift, rules)),
    slot.span,
  );
}

type OwnShift = Exclude<TimeShift, { readonly by: 'compare' }>;

function shifted(span: Span, shift: OwnShift, { fiscalYearStart, calendar, firstDay }: TimeRules): Span | null {
  switch (shift.by) {
    case 'prev':
      return previousSpan(span, calendar);
    case 'same_period_last_year':
      return lastYearSpan(span, calendar);
    case 'period_start':
      return startOfSpan(span);
    case 'ytd':
      return yearToDateSpan(span, fiscalYearStart);
    case 'mtd':
      return monthToDateSpan(span);
    case 'whole':
      return wholeSpan(span);
    case 'ever':
      return everSpan(span, firstDay);
    case 'trailing_year':
      return trailingYearSpan(span);
    case 'rolling':
      return rollingSpan(span, shift.n);
    case 'lag':
      return laggedSpan(span, shift.n, calendar);
  }
}

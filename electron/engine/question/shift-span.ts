import { lastYearSpan, previousSpan, rollingSpan, startOfSpan, yearToDateSpan } from '#shared/period-shift.ts';
import type { Span } from '#shared/period.ts';
import type { TimeShift } from '../formula/expression.ts';
import type { Slot } from './slots.ts';

/** The span a slot is read over after these steps in time, outermost first; null where a step has nowhere to go. */
export function shiftedSpan(slot: Slot, shifts: readonly TimeShift[], fiscalYearStart: number): Span | null {
  return shifts.reduce<Span | null>((span, shift) => {
    if (shift.by === 'compare') return slot.compare;
    if (span === null) return null;
    switch (shift.by) {
      case 'prev':
        return previousSpan(span);
      case 'same_period_last_year':
        return lastYearSpan(span);
      case 'period_start':
        return startOfSpan(span);
      case 'ytd':
        return yearToDateSpan(span, fiscalYearStart);
      case 'rolling':
        return rollingSpan(span, shift.n);
      case 'mtd':
      case 'whole':
      case 'ever':
      case 'trailing_year':
      case 'lag':
        return null;
    }
  }, slot.span);
}

import type { Day } from './calendar.ts';

/** The days a country works, by its weekly rest and its public holidays. */
export interface WorkingCalendar {
  isWorkingDay(day: Day): boolean;
  /** Working days before the day, counted from a start of the calendar's own: the difference of two is the number of them from the first day to the one before the second. */
  before(day: Day): number;
  /** The n-th working day on or after `from`, n from 1. Example: the 1st from a Saturday is Monday. */
  nth(from: Day, n: number): Day;
}

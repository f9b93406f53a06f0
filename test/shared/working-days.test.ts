import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysInMonth, isoDate, parseIsoDate, weekday } from '#shared/calendar.ts';
import { HOLIDAY_COUNTRIES, type HolidayCountry } from '#shared/holidays/countries.ts';
import { workingCalendar, type WorkingCalendar } from '#shared/working-days.ts';

const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4];
const day = (iso: string): number => parseIsoDate(iso) ?? NaN;
function calendarOf(
  country: HolidayCountry,
  weekdays: readonly number[] = MONDAY_TO_FRIDAY,
  extra: readonly string[] = [],
): WorkingCalendar {
  const calendar = workingCalendar({ country, weekdays, extra });
  if (calendar === null) throw new Error('a country has a calendar');
  return calendar;
}
const sweden = calendarOf('SE');
const workedIn = (calendar: WorkingCalendar, year: number, month: number): number =>
  calendar.before(dayOf(year, month, daysInMonth(year, month)) + 1) - calendar.before(dayOf(year, month, 1));
const months = (calendar: WorkingCalendar, year: number): readonly number[] =>
  Array.from({ length: 12 }, (_, i) => workedIn(calendar, year, i + 1));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('working days', () => {
  it('of 2026 in Sweden are 251, eves of Midsummer, Christmas and New Year free', () => {
    // January: 22 weekdays less the 1st and the 6th; April: 22 less Good Friday and Easter Monday; May: 21 less the 1st and
    // Ascension Day; June: 22 less Midsummer Eve, National Day is a Saturday; December: 23 less the 24th, 25th and 31st.
    expect(months(sweden, 2026)).toEqual([20, 20, 22, 20, 19, 21, 23, 21, 22, 22, 21, 20]);
    expect(sum(months(sweden, 2026))).toBe(251);
  });

  it('of 2024 in Sweden are 251: 262 weekdays of a leap year less 11 free ones', () => {
    // 1 Jan Mon, 29 Mar Fri, 1 Apr Mon, 1 May Wed, 9 May Thu, 6 Jun Thu, 21 Jun Fri, 24, 25, 26, 31 Dec; 6 Jan was a Saturday.
    expect(months(sweden, 2024)).toEqual([22, 21, 20, 21, 21, 18, 23, 22, 21, 23, 21, 18]);
    expect(sum(months(sweden, 2024))).toBe(251);
  });

  it.each([
    ['2025-04-18', '2025-04-21'],
    ['2026-04-03', '2026-04-06'],
    ['2027-03-26', '2027-03-29'],
    ['2028-04-14', '2028-04-17'],
  ])('leave Good Friday %s and Easter Monday %s out, nearly everywhere', (friday, monday) => {
    for (const country of ['SE', 'NO', 'DK', 'FI', 'DE', 'GB-ENG'] as const)
      expect([day(friday), day(monday)].map(calendarOf(country).isWorkingDay), country).toEqual([false, false]);
    expect(calendarOf('GB-SCT').isWorkingDay(day(monday))).toBe(true);
    expect(calendarOf('FR').isWorkingDay(day(friday))).toBe(true);
    expect(sweden.isWorkingDay(day(friday) - 1)).toBe(true);
    expect(sweden.isWorkingDay(day(monday) + 1)).toBe(true);
  });

  it('follow England and Scotland in their own August', () => {
    expect(calendarOf('GB-ENG').isWorkingDay(day('2026-08-31'))).toBe(false);
    expect(calendarOf('GB-ENG').isWorkingDay(day('2026-08-03'))).toBe(true);
    expect(calendarOf('GB-SCT').isWorkingDay(day('2026-08-03'))).toBe(false);
    expect(calendarOf('GB-SCT').isWorkingDay(day('2026-08-31'))).toBe(true);
  });

  it('move with the laws: Swedish National Day since 2005, Whit Monday until 2004', () => {
    expect(sweden.isWorkingDay(day('2003-06-06'))).toBe(true);
    expect(sweden.isWorkingDay(day('2025-06-06'))).toBe(false);
    expect(sweden.isWorkingDay(day('2004-05-31'))).toBe(false);
    expect(sweden.isWorkingDay(day('2005-05-16'))).toBe(true);
  });

  it('count a day that closes at two as worked, and a substitute for a holiday at the weekend as free', () => {
    expect(calendarOf('DE').isWorkingDay(day('2026-12-24'))).toBe(true);
    expect(calendarOf('US').isWorkingDay(day('2026-07-03'))).toBe(false);
    expect(calendarOf('US').isWorkingDay(day('2021-12-31'))).toBe(false);
  });

  it('leave out what a company closes, and follow its own week', () => {
    const bridge = calendarOf('SE', MONDAY_TO_FRIDAY, ['2026-05-15', '2026-05-16', '2026-05-15']);
    expect(workedIn(bridge, 2026, 5)).toBe(18);
    // Four Saturdays in February 2026.
    expect(workedIn(calendarOf('SE', [0, 1, 2, 3, 4, 5]), 2026, 2)).toBe(24);
  });

  it('are weekdays alone before 1990 and after 2060', () => {
    expect(sweden.isWorkingDay(day('1989-12-25'))).toBe(true);
    expect(sweden.isWorkingDay(day('1990-12-25'))).toBe(false);
    expect(sweden.isWorkingDay(day('2060-12-24'))).toBe(false);
    expect(sweden.isWorkingDay(day('2061-12-26'))).toBe(true);
  });

  it('have a first and an n-th', () => {
    expect(isoDate(sweden.nth(day('2026-08-01'), 13))).toBe('2026-08-19');
    expect(isoDate(sweden.nth(day('2026-12-24'), 1))).toBe('2026-12-28');
    expect(isoDate(sweden.nth(day('2026-01-02'), 1))).toBe('2026-01-02');
    expect(isoDate(sweden.nth(day('2026-01-01'), 251))).toBe('2026-12-30');
    expect(calendarOf('SE', []).nth(0, 1)).toBe(Infinity);
  });

  it('are none to tell apart without a country', () => {
    expect(workingCalendar({ country: null, weekdays: MONDAY_TO_FRIDAY, extra: [] })).toBeNull();
  });
});

describe('for any calendar', () => {
  const anyDay = fc.integer({ min: day('1985-01-01'), max: day('2065-12-31') });
  const anyCalendar = fc
    .record({
      country: fc.constantFrom(...HOLIDAY_COUNTRIES),
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
      extra: fc.array(anyDay.map(isoDate), { maxLength: 5 }),
    })
    .map(({ country, weekdays, extra }) => ({ weekdays, extra, calendar: calendarOf(country, weekdays, extra) }));

  it('the count is that of days that are worked, and parts add up to the whole', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.nat(500), fc.nat(500), ({ calendar }, from, first, second) => {
        const [middle, end] = [from + first, from + first + second];
        let worked = 0;
        for (let at = from; at < end; at++) worked += calendar.isWorkingDay(at) ? 1 : 0;
        expect(calendar.before(end) - calendar.before(from)).toBe(worked);
        expect(calendar.before(middle) - calendar.before(from) + calendar.before(end) - calendar.before(middle)).toBe(
          worked,
        );
      }),
      { seed: 20_260_917 },
    );
  });

  it('the n-th is worked and is the n-th; no free weekday or closed day is', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 400 }), ({ calendar, weekdays, extra }, from, n) => {
        const found = calendar.nth(from, n);
        expect(calendar.isWorkingDay(found)).toBe(true);
        expect(calendar.before(found) - calendar.before(from)).toBe(n - 1);
        expect(weekdays).toContain(weekday(found));
        expect(extra).not.toContain(isoDate(found));
      }),
      { seed: 20_260_918 },
    );
  });
});

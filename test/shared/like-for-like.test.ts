import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, isoDate, parseIsoDate, type Day } from '#shared/calendar.ts';
import { HOLIDAY_COUNTRIES, type HolidayCountry } from '#shared/holidays/countries.ts';
import { resolvePeriod, type Span } from '#shared/period.ts';
import { laggedSpan, lastYearSpan, previousSpan } from '#shared/period-shift.ts';
import { spanLength } from '#shared/span-length.ts';
import { workingCalendar } from '#shared/working-days.ts';

const day = (iso: string): Day => parseIsoDate(iso) ?? NaN;
const calendarOf = (country: HolidayCountry) => workingCalendar({ country, weekdays: [0, 1, 2, 3, 4], extra: [] });
const sweden = calendarOf('SE');
/** The period, open, with data through that day. */
const openSpan = (text: string, through: string): Span =>
  resolvePeriod(text, { today: day(through), dataFrom: 0, dataTo: day(through), fiscalYearStart: 1 });
const shown = (span: Span | null): string | null =>
  span === null
    ? null
    : `${isoDate(span.from)} ${isoDate(span.to)}${span.through === span.to ? '' : ` (${isoDate(span.through)})`}`;

describe('the same elapsed part by Swedish working days', () => {
  // September 2026 begins on a Tuesday, August on a Saturday: the 13th working day is Thursday 17 September and Wednesday 19 August.
  it.each([
    ['2026-09', '2026-09-17', '2026-08-01 2026-08-31 (2026-08-19)'],
    // The 14th is Friday the 18th; Sunday the 20th has come no further, up to Friday 21 August.
    ['2026-09', '2026-09-18', '2026-08-01 2026-08-31 (2026-08-20)'],
    ['2026-09', '2026-09-20', '2026-08-01 2026-08-31 (2026-08-20)'],
    // The 4th is Friday the 4th, the 5th Monday the 7th; in August Thursday the 6th and Friday the 7th, then a weekend.
    ['2026-09', '2026-09-06', '2026-08-01 2026-08-31 (2026-08-06)'],
    ['2026-09', '2026-09-07', '2026-08-01 2026-08-31 (2026-08-07)'],
    // Of the 22 in March the 21st; February has 20.
    ['2026-03', '2026-03-30', '2026-02-01 2026-02-28'],
    // Sunday 1 February is before the first; so is 1 January, and no day of December 2025, which begins on a Monday.
    ['2026-02', '2026-02-01', '2026-01-01 2026-01-31 (2026-01-01)'],
    ['2026-01', '2026-01-01', '2025-12-01 2025-12-31 (2025-11-30)'],
    // 5 + 4 working days, the 9th from Sunday 16 August is Thursday the 27th.
    ['2026-09-05..2026-09-24', '2026-09-17', '2026-08-16 2026-09-04 (2026-08-27)'],
  ])('of %s through %s is %s before', (text, through, expected) =>
    expect(shown(previousSpan(openSpan(text, through), sweden))).toBe(expected),
  );

  it.each([
    // June 2026: 5 + 5 + 4, then Midsummer Eve, + 5 through the 26th. June 2025: 4, National Day, 5 + 4, the eve, 5 and Monday the 30th.
    ['2026-06', '2026-06-26', '2025-06-01 2025-06-30'],
    ['2026-06', '2026-06-25', '2025-06-01 2025-06-30 (2025-06-27)'],
    // 166 through August and 13; in 2025 165 through August, so Thursday 18 September.
    ['2026', '2026-09-17', '2025-01-01 2025-12-31 (2025-09-18)'],
  ])('of %s through %s is %s a year earlier', (text, through, expected) =>
    expect(shown(lastYearSpan(openSpan(text, through), sweden))).toBe(expected),
  );

  it('is the same whole months where whole months have elapsed', () => {
    expect(shown(lastYearSpan(openSpan('2026', '2026-10-31'), sweden))).toBe('2025-01-01 2025-12-31 (2025-10-31)');
    expect(shown(lastYearSpan(openSpan('2025', '2025-02-28'), sweden))).toBe('2024-01-01 2024-12-31 (2024-02-29)');
    expect(shown(previousSpan(openSpan('2026-Q2', '2026-05-31'), sweden))).toBe('2026-01-01 2026-03-31 (2026-02-28)');
  });

  it('leaves weeks and whole periods as they are', () => {
    // Thursday 14 May 2026 is Ascension Day.
    expect(shown(previousSpan(openSpan('2026-W20', '2026-05-15'), sweden))).toBe('2026-05-04 2026-05-10 (2026-05-08)');
    expect(shown(lastYearSpan(openSpan('2026-W20', '2026-05-15'), sweden))).toBe('2025-05-12 2025-05-18 (2025-05-16)');
    expect(lastYearSpan(openSpan('2020-W53', '2020-12-30'), sweden)).toBeNull();
    expect(shown(previousSpan(openSpan('2026-09', '2026-09-30'), sweden))).toBe('2026-08-01 2026-08-31');
  });

  it('holds for months further back', () => {
    expect(shown(laggedSpan(openSpan('2026-09', '2026-09-17'), 1, sweden))).toBe('2026-08-01 2026-08-31 (2026-08-19)');
    // July 2026 begins on a Wednesday: 3 + 5 + 5 working days by Friday the 17th.
    expect(shown(laggedSpan(openSpan('2026-09', '2026-09-17'), 2, sweden))).toBe('2026-07-01 2026-07-31 (2026-07-17)');
  });

  it('lies in the other span, and has as many working days where it is long enough', () => {
    const isMonthEnd = (at: Day): boolean => civilOf(at + 1).day === 1;
    const spans = fc
      .tuple(
        fc.integer({ min: day('2000-01-01'), max: day('2050-12-31') }),
        fc.constantFrom('this-month', 'this-quarter', 'this-year', 'this-day'),
      )
      .map(([today, text]) => resolvePeriod(text, { today, dataFrom: 0, dataTo: today, fiscalYearStart: 1 }));
    fc.assert(
      fc.property(spans, fc.constantFrom(...HOLIDAY_COUNTRIES), fc.boolean(), (span, country, yearBack) => {
        const calendar = calendarOf(country);
        const other = (yearBack ? lastYearSpan : previousSpan)(span, calendar);
        if (other === null || calendar === null) throw new Error('these have one');
        expect(other.through).toBeGreaterThanOrEqual(other.from - 1);
        expect(other.through).toBeLessThanOrEqual(other.to);
        if (isMonthEnd(span.through) || other.through === other.to) return;
        expect(spanLength(other, 'working-days', calendar)).toBe(spanLength(span, 'working-days', calendar));
        if (calendar.isWorkingDay(span.through)) expect(calendar.isWorkingDay(other.through)).toBe(true);
      }),
      { seed: 20_260_917, numRuns: 500 },
    );
  });
});

describe('the length of a span', () => {
  it('is that of its counted part', () => {
    const september = openSpan('2026-09', '2026-09-17');
    expect(spanLength(september, 'days', sweden)).toBe(17);
    expect(spanLength(september, 'working-days', sweden)).toBe(13);
    expect(spanLength(september, 'months', sweden)).toBeCloseTo(17 / 30, 12);
    const year = openSpan('2026', '2027-01-05');
    expect((['days', 'working-days', 'months'] as const).map((unit) => spanLength(year, unit, sweden))).toEqual([
      365, 251, 12,
    ]);
    // Half of November, December, 15 of 31 days in January.
    expect(spanLength(openSpan('2026-11-16..2027-01-15', '2027-03-01'), 'months', null)).toBeCloseTo(1.5 + 15 / 31, 12);
  });

  it('is nothing before it has begun, and has no working days without a calendar', () => {
    const ahead = openSpan('2026-10', '2026-09-17');
    expect((['days', 'working-days', 'months'] as const).map((unit) => spanLength(ahead, unit, sweden))).toEqual([
      0, 0, 0,
    ]);
    expect(spanLength(ahead, 'working-days', null)).toBeNull();
  });
});

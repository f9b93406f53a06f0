import { describe, expect, it } from 'vitest';
import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import { periodJson, resolvePeriod, unitHolding, type PeriodClock } from '#shared/period.ts';

const day = (iso: string): number => parseIsoDate(iso) ?? NaN;
const clock = (today: string, dataTo: string | null, fiscalYearStart = 1): PeriodClock => ({
  today: day(today),
  dataFrom: dataTo === null ? null : day('2023-02-10'),
  dataTo: dataTo === null ? null : day(dataTo),
  fiscalYearStart,
});
/** Friday 2 October 2026, data through Wednesday 30 September. */
const october = clock('2026-10-02', '2026-09-30');
const days = (text: string, at: PeriodClock = october): string => {
  const { from, to } = resolvePeriod(text, at);
  return `${isoDate(from)} ${isoDate(to)}`;
};

describe('absolute periods', () => {
  it.each([
    ['2026', '2026-01-01 2026-12-31'],
    ['2026-Q3', '2026-07-01 2026-09-30'],
    ['2026-q1', '2026-01-01 2026-03-31'],
    ['2026-09', '2026-09-01 2026-09-30'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2023-02', '2023-02-01 2023-02-28'],
    ['2026-W36', '2026-08-31 2026-09-06'],
    ['2020-W53', '2020-12-28 2021-01-03'],
    ['2026-W1', '2025-12-29 2026-01-04'],
    ['2026-09-14', '2026-09-14 2026-09-14'],
    ['2026-01-01..2026-09-30', '2026-01-01 2026-09-30'],
    ['2025-Q4..2026-02', '2025-10-01 2026-02-28'],
    [' 2026 ', '2026-01-01 2026-12-31'],
    ['all', '2023-02-10 2026-09-30'],
  ])('%s is %s', (text, expected) => expect(days(text)).toBe(expected));

  it('names a fiscal year by the year it ends in', () => {
    expect(days('FY2026')).toBe('2026-01-01 2026-12-31');
    expect(days('FY2026', clock('2026-10-02', '2026-09-30', 7))).toBe('2025-07-01 2026-06-30');
    expect(days('fy2024', clock('2026-10-02', '2026-09-30', 3))).toBe('2023-03-01 2024-02-29');
  });

  it.each([
    [1, '2026-01-01 2026-12-31', '2026-01-01 2026-03-31', '2026-10-01 2026-12-31', 'FY2026-Q3'],
    [5, '2025-05-01 2026-04-30', '2025-05-01 2025-07-31', '2026-02-01 2026-04-30', 'FY2027-Q2'],
    [7, '2025-07-01 2026-06-30', '2025-07-01 2025-09-30', '2026-04-01 2026-06-30', 'FY2027-Q1'],
    [9, '2025-09-01 2026-08-31', '2025-09-01 2025-11-30', '2026-06-01 2026-08-31', 'FY2027-Q1'],
    [12, '2025-12-01 2026-11-30', '2025-12-01 2026-02-28', '2026-09-01 2026-11-30', 'FY2026-Q4'],
  ])('FY2026 from month %i is %s, its quarters from %s to %s', (start, year, first, last, ofSeptember) => {
    const at = clock('2026-10-02', '2026-09-30', start);
    expect([days('FY2026', at), days('FY2026-Q1', at), days('fy2026-q4', at)]).toEqual([year, first, last]);
    expect(unitHolding(day('2026-09-17'), 'fiscal-quarter', start).spec).toBe(ofSeptember);
  });

  it.each([
    '',
    'FY2026-Q5',
    'FY2026-09',
    'FY26',
    '2026-13',
    '2026-W54',
    '2025-W53',
    '2026-Q5',
    '2023-02-29',
    '2026-W0',
    '2026-09..2026-08',
    '2026..',
    'a..b',
    '1..2..3',
    'yesterday',
    'last-0-days',
    '0000',
    '2026-9',
    'null',
    '__proto__',
    'last-9999-years',
  ])('refuses %s', (text) => {
    expect(() => resolvePeriod(text, october)).toThrow(AppError);
    expect(() => resolvePeriod(text, october)).toThrow(expect.objectContaining({ code: 'E_BAD_PERIOD' }));
  });
});

describe('periods by the data and by today', () => {
  it.each([
    ['latest-month', '2026-09-01 2026-09-30'],
    ['latest-quarter', '2026-07-01 2026-09-30'],
    ['latest-year', '2026-01-01 2026-12-31'],
    ['latest-week', '2026-09-28 2026-10-04'],
    ['latest-day', '2026-09-30 2026-09-30'],
    ['this-month', '2026-10-01 2026-10-31'],
    ['this-year', '2026-01-01 2026-12-31'],
    ['last-month', '2026-09-01 2026-09-30'],
    ['last-quarter', '2026-07-01 2026-09-30'],
    ['last-year', '2025-01-01 2025-12-31'],
    ['last-12-months', '2025-10-01 2026-09-30'],
    ['last-1-month', '2026-09-01 2026-09-30'],
    ['last-2-quarters', '2026-04-01 2026-09-30'],
    ['last-2-years', '2024-01-01 2025-12-31'],
    ['last-3-weeks', '2026-09-07 2026-09-27'],
    ['last-7-days', '2026-09-24 2026-09-30'],
  ])('%s is %s', (text, expected) => expect(days(text)).toBe(expected));

  it('follow the fiscal year where asked', () => {
    const july = clock('2026-10-02', '2026-09-30', 7);
    expect(days('latest-fiscal-year', july)).toBe('2026-07-01 2027-06-30');
    expect(days('last-fiscal-year', july)).toBe('2025-07-01 2026-06-30');
    expect(resolvePeriod('this-fiscal-year', july).spec).toBe('FY2027');
    expect(days('latest-fiscal-quarter', july)).toBe('2026-07-01 2026-09-30');
    expect(resolvePeriod('this-fiscal-quarter', july).spec).toBe('FY2027-Q2');
    expect(resolvePeriod('last-fiscal-quarter', july).spec).toBe('FY2027-Q1');
  });

  it('take a month as complete when the data reach within three days of its end', () => {
    expect(days('last-1-month', clock('2023-05-05', '2022-12-30'))).toBe('2022-12-01 2022-12-31');
    expect(days('last-1-month', clock('2023-05-05', '2022-12-27'))).toBe('2022-11-01 2022-11-30');
  });

  it('never take the running month or day as complete', () => {
    expect(days('last-1-month', clock('2026-09-30', '2026-09-30'))).toBe('2026-08-01 2026-08-31');
    expect(days('last-2-days', clock('2026-09-30', '2026-09-30'))).toBe('2026-09-28 2026-09-29');
  });

  it('do not run ahead of today with rows dated in the future', () => {
    expect(days('latest-month', clock('2026-10-02', '2027-03-31'))).toBe('2026-10-01 2026-10-31');
  });

  it('stand on today without data', () => {
    expect(days('latest-month', clock('2026-10-02', null))).toBe('2026-10-01 2026-10-31');
    expect(days('all', clock('2026-10-02', null))).toBe('2026-10-02 2026-10-02');
  });

  it('give the absolute text that names them', () => {
    expect(resolvePeriod('latest-month', october).spec).toBe('2026-09');
    expect(resolvePeriod('last-12-months', october).spec).toBe('2025-10-01..2026-09-30');
    expect(resolvePeriod('all', october).spec).toBe('all');
  });
});

describe('the open period', () => {
  it('is open up to and with its last day and counts through the last data, at most today', () => {
    expect(periodJson(resolvePeriod('2026-Q4', clock('2026-10-20', '2026-10-15')))).toEqual({
      spec: '2026-Q4',
      from: '2026-10-01',
      to: '2026-12-31',
      open: true,
      through: '2026-10-15',
    });
    expect(periodJson(resolvePeriod('2026-Q4', clock('2026-10-20', '2027-01-31')))).toMatchObject({
      through: '2026-10-20',
    });
    expect(resolvePeriod('2026-09', clock('2026-09-30', '2026-09-30')).open).toBe(true);
    expect(resolvePeriod('2026-09', clock('2026-10-01', '2026-09-30')).open).toBe(false);
  });

  it('counts a whole month when the data reach within three days of its end and the month is over', () => {
    const year = (today: string, dataTo: string) => periodJson(resolvePeriod('2026', clock(today, dataTo))).through;
    expect(year('2026-11-21', '2026-10-30')).toBe('2026-10-31');
    expect(year('2026-11-21', '2026-10-28')).toBe('2026-10-31');
    expect(year('2026-11-21', '2026-10-27')).toBe('2026-10-27');
    expect(year('2026-10-31', '2026-10-30')).toBe('2026-10-30');
  });

  it('is never cut once closed, however early the data end', () => {
    expect(periodJson(resolvePeriod('2026-09', clock('2026-10-20', '2026-09-03')))).toMatchObject({
      open: false,
      through: '2026-09-30',
    });
  });
});

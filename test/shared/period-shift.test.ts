import { describe, expect, it } from 'vitest';
import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import { resolvePeriod, type Span } from '#shared/period.ts';
import {
  everSpan,
  intersectSpans,
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

const day = (iso: string): number => parseIsoDate(iso) ?? NaN;
const span = (text: string, today = '2030-01-01', dataTo = '2029-12-31'): Span =>
  resolvePeriod(text, { today: day(today), dataFrom: 0, dataTo: day(dataTo), fiscalYearStart: 1 });
const shown = (value: Span | null): string | null =>
  value === null
    ? null
    : `${isoDate(value.from)} ${isoDate(value.to)}${value.through === value.to ? '' : ` (${isoDate(value.through)})`}`;

describe('the span before', () => {
  it.each([
    ['2026-09', '2026-08-01 2026-08-31'],
    ['2026-03', '2026-02-01 2026-02-28'],
    ['2026-02', '2026-01-01 2026-01-31'],
    ['2026-Q1', '2025-10-01 2025-12-31'],
    ['2024', '2023-01-01 2023-12-31'],
    ['2026-W01', '2025-12-22 2025-12-28'],
    ['2026-03-01', '2026-02-28 2026-02-28'],
    ['2026-03-05..2026-03-14', '2026-02-23 2026-03-04'],
    ['2026-04..2026-09', '2025-10-01 2026-03-31'],
    ['all', null],
  ])('of %s is %s', (text, expected) => expect(shown(previousSpan(span(text)))).toBe(expected));

  it('keeps the elapsed part of an open one', () => {
    expect(shown(previousSpan(span('2026-09', '2026-09-18', '2026-09-17')))).toBe('2026-08-01 2026-08-31 (2026-08-17)');
    expect(shown(previousSpan(span('2026-03', '2026-03-30', '2026-03-30')))).toBe('2026-02-01 2026-02-28');
    expect(shown(previousSpan(span('2026-W36', '2026-09-02', '2026-09-02')))).toBe(
      '2026-08-24 2026-08-30 (2026-08-26)',
    );
  });

  it('keeps all of an open one whose last day has data', () => {
    expect(shown(previousSpan(span('2026-04', '2026-04-30', '2026-04-30')))).toBe('2026-03-01 2026-03-31');
  });
});

describe('the span a year earlier', () => {
  it.each([
    ['2024-02', '2023-02-01 2023-02-28'],
    ['2025-02', '2024-02-01 2024-02-29'],
    ['2024-02-29', '2023-02-28 2023-02-28'],
    ['2026-W36', '2025-09-01 2025-09-07'],
    ['2020-W53', null],
    ['2026', '2025-01-01 2025-12-31'],
    ['2025-02-10..2025-02-28', '2024-02-10 2024-02-28'],
    ['all', null],
  ])('of %s is %s', (text, expected) => expect(shown(lastYearSpan(span(text)))).toBe(expected));

  it('keeps the elapsed dates', () => {
    expect(shown(lastYearSpan(span('2024', '2024-02-29', '2024-02-29')))).toBe('2023-01-01 2023-12-31 (2023-02-28)');
  });
});

describe('other spans', () => {
  it('run from the start of the fiscal year', () => {
    expect(shown(yearToDateSpan(span('2026-09'), 1))).toBe('2026-01-01 2026-09-30');
    expect(shown(yearToDateSpan(span('2026-09'), 7))).toBe('2026-07-01 2026-09-30');
    expect(shown(yearToDateSpan(span('2026-03'), 7))).toBe('2025-07-01 2026-03-31');
  });

  it('roll back over whole spans', () => {
    expect(shown(rollingSpan(span('2026-03'), 3))).toBe('2026-01-01 2026-03-31');
    expect(shown(rollingSpan(span('2026-W02'), 4))).toBe('2025-12-15 2026-01-11');
    expect(shown(rollingSpan(span('2026-03-01'), 7))).toBe('2026-02-23 2026-03-01');
    expect(shown(previousSpan(rollingSpan(span('2026-03'), 3)))).toBe('2025-10-01 2025-12-31');
  });

  const september = span('2026-09', '2026-09-18', '2026-09-17');

  it.each([
    ['2026-09-17', '2026-09-01 2026-09-30 (2026-09-17)'],
    ['2026-08-20..2026-09-10', '2026-09-01 2026-09-30 (2026-09-10)'],
    ['2026-W36', '2026-09-01 2026-09-30 (2026-09-06)'],
    ['2026-09', '2026-09-01 2026-09-30'],
    ['2026', '2026-12-01 2026-12-31'],
  ])('run from the first of the month: %s is %s', (text, expected) =>
    expect(shown(monthToDateSpan(span(text)))).toBe(expected),
  );

  it('step by months once they run from the first of one', () => {
    expect(shown(monthToDateSpan(september))).toBe('2026-09-01 2026-09-30 (2026-09-17)');
    expect(shown(previousSpan(monthToDateSpan(span('2026-09-17'))))).toBe('2026-08-01 2026-08-31 (2026-08-17)');
    expect(shown(lastYearSpan(monthToDateSpan(span('2024-02-29'))))).toBe('2023-02-01 2023-02-28');
  });

  it('are whole, ahead included', () => {
    expect(shown(wholeSpan(september))).toBe('2026-09-01 2026-09-30');
    expect(shown(wholeSpan(span('2026-10', '2026-09-18', '2026-09-17')))).toBe('2026-10-01 2026-10-31');
  });

  it('reach back to the first day, as far as they have come, with nothing before', () => {
    const ever = everSpan(september, day('2023-02-10'));
    expect(shown(ever)).toBe('2023-02-10 2026-09-30 (2026-09-17)');
    expect(previousSpan(ever)).toBeNull();
    const ahead = everSpan(span('2027-Q1', '2026-09-18', '2026-09-17'), day('2023-02-10'));
    expect(shown(ahead)).toBe('2023-02-10 2027-03-31 (2026-09-17)');
    expect(shown(everSpan(september, day('2027-01-01')))).toBe(shown(september));
  });

  it.each([
    ['2026-09', '2025-10-01 2026-09-30'],
    ['2024-02', '2023-03-01 2024-02-29'],
    ['2025-02', '2024-03-01 2025-02-28'],
    ['2026', '2026-01-01 2026-12-31'],
    ['2026-Q1', '2025-04-01 2026-03-31'],
    ['2026-09-17', '2025-09-18 2026-09-17'],
    ['2026-W36', '2025-09-07 2026-09-06'],
  ])('are the twelve months that end with it: %s is %s', (text, expected) =>
    expect(shown(trailingYearSpan(span(text)))).toBe(expected),
  );

  it('are twelve months also while the period is open, and meet the twelve before', () => {
    expect(shown(trailingYearSpan(september))).toBe('2025-09-18 2026-09-17');
    expect(shown(trailingYearSpan(span('2026', '2026-09-18', '2026-09-17')))).toBe('2025-09-18 2026-09-17');
    expect(shown(previousSpan(trailingYearSpan(span('2026-09'))))).toBe('2024-10-01 2025-09-30');
  });

  it.each([
    ['2026-03', 1, '2026-02-01 2026-02-28'],
    ['2026-02', 1, '2026-01-01 2026-01-31'],
    ['2026-Q1', 2, '2025-11-01 2026-01-31'],
    ['2026', 3, '2025-10-01 2026-09-30'],
    ['2026-03-31', 1, '2026-02-28 2026-02-28'],
    ['2026-03-10..2026-03-20', 6, '2025-09-10 2025-09-20'],
    ['all', 1, '1969-12-01 2029-11-30'],
  ])('lag whole months: %s by %i is %s', (text, n, expected) =>
    expect(shown(laggedSpan(span(text), n))).toBe(expected),
  );

  it('keep the elapsed part as they lag', () => {
    expect(shown(laggedSpan(september, 1))).toBe('2026-08-01 2026-08-31 (2026-08-17)');
  });

  it('begin the day before, and share days or none', () => {
    expect(shown(startOfSpan(span('2026-03')))).toBe('2026-02-28 2026-02-28');
    expect(shown(intersectSpans(span('2026-03'), span('2026-Q1')))).toBe('2026-03-01 2026-03-31');
    expect(intersectSpans(span('2026-03'), span('2026-Q2'))).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDayMonth,
  formatMinute,
  formatPeriodText,
  formatRange,
  monthName,
} from '#shared/format-period.ts';

const spaced = (text: string): string => text.replaceAll(' ', '\u00a0');

describe('dates', () => {
  test('a date, a day and month, a minute', () => {
    expect(formatDate('2026-09-30', 'sv-SE')).toBe(spaced('30 sep 2026'));
    expect(formatDate('2026-05-01', 'en-GB')).toBe(spaced('1 May 2026'));
    expect(formatDayMonth('2026-10-31', 'sv-SE')).toBe(spaced('31 okt'));
    expect(formatMinute('2026-10-02T09:14', 'sv-SE')).toBe(`${spaced('2 okt 2026')} 09:14`);
    expect(monthName(5, 'sv-SE')).toBe('maj');
  });

  test('what is no date stays as it is', () => {
    expect(formatDate('2026-02-30', 'sv-SE')).toBe('2026-02-30');
    expect(formatPeriodText('soon', 'en-GB')).toBe('soon');
  });
});

describe('period texts', () => {
  test.each([
    ['2026', '2026', '2026'],
    ['2026-09', 'sep 2026', 'Sep 2026'],
    ['2026-Q3', 'kv 3 2026', 'Q3 2026'],
    ['2026-Q1..2026-Q3', 'kv 1 2026–kv 3 2026', 'Q1 2026–Q3 2026'],
    ['2026-W39', 'v. 39 2026', 'wk 39 2026'],
    ['FY2026', 'räkenskapsår 2026', 'FY 2026'],
    ['FY2026-Q1', 'kv 1 räkenskapsår 2026', 'Q1 FY 2026'],
    ['2026-09-30', '30 sep 2026', '30 Sep 2026'],
    ['2026-01-01..2026-09-30', 'jan–sep 2026', 'Jan–Sep 2026'],
  ])('%s', (text, swedish, english) => {
    expect(formatPeriodText(text, 'sv-SE')).toBe(spaced(swedish));
    expect(formatPeriodText(text, 'en-GB')).toBe(spaced(english));
  });

  test('short, without the year', () => {
    expect(formatPeriodText('2026-09', 'sv-SE', true)).toBe('sep');
    expect(formatPeriodText('2026-Q3', 'en-GB', true)).toBe('Q3');
    expect(formatPeriodText('2026-W39', 'sv-SE', true)).toBe(spaced('v. 39'));
  });
});

describe('ranges', () => {
  test.each([
    ['2026-01-01', '2026-12-31', '2026'],
    ['2024-01-01', '2026-12-31', '2024–2026'],
    ['2026-02-01', '2026-02-28', 'feb 2026'],
    ['2024-02-01', '2024-02-29', 'feb 2024'],
    ['2026-07-01', '2026-09-30', 'kv 3 2026'],
    ['2026-01-01', '2026-09-30', 'jan–sep 2026'],
    ['2025-10-01', '2026-09-30', 'okt 2025–sep 2026'],
    ['2026-09-03', '2026-09-17', '3–17 sep 2026'],
    ['2026-09-21', '2026-09-27', 'v. 39 2026'],
    ['2026-01-01', '2026-10-30', '1 jan–30 okt 2026'],
    ['2025-12-30', '2026-01-02', '30 dec 2025–2 jan 2026'],
    ['2026-09-30', '2026-09-30', '30 sep 2026'],
  ])('%s to %s is %s', (from, to, name) => {
    expect(formatRange(from, to, 'sv-SE')).toBe(spaced(name));
  });

  test('February of a common year without its last day is no whole month', () => {
    expect(formatRange('2024-02-01', '2024-02-28', 'en-GB')).toBe(`1–${spaced('28 Feb 2024')}`);
  });
});

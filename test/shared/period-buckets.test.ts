import { describe, expect, it } from 'vitest';
import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import { bucketsOf } from '#shared/period-buckets.ts';
import { resolvePeriod } from '#shared/period.ts';
import type { Grain } from '#shared/question.ts';

const day = (iso: string): number => parseIsoDate(iso) ?? NaN;
const shown = (
  text: string,
  grain: Grain,
  today = '2030-01-01',
  dataTo = '2029-12-31',
  fiscalYearStart = 1,
): readonly string[] => {
  const clock = { today: day(today), dataFrom: day('2026-01-20'), dataTo: day(dataTo), fiscalYearStart };
  return bucketsOf(resolvePeriod(text, clock), grain, clock.today, fiscalYearStart).map(
    ({ key, span }) =>
      `${key}: ${isoDate(span.from)} ${isoDate(span.to)}${span.through === span.to ? '' : ` (${isoDate(span.through)})`}`,
  );
};

describe('buckets', () => {
  it('are cut at the ends of the period', () => {
    expect(shown('2026-01-15..2026-03-10', 'month')).toEqual([
      '2026-01: 2026-01-15 2026-01-31',
      '2026-02: 2026-02-01 2026-02-28',
      '2026-03: 2026-03-01 2026-03-10',
    ]);
  });

  it('name weeks by their ISO year', () => {
    expect(shown('2021-01-01..2021-01-05', 'week')).toEqual([
      '2020-W53: 2021-01-01 2021-01-03',
      '2021-W01: 2021-01-04 2021-01-05',
    ]);
  });

  it('count 366 days, 4 quarters and 12 months in a leap year', () => {
    expect(shown('2024', 'day')).toHaveLength(366);
    expect(shown('2024', 'quarter').map((text) => text.slice(0, 7))).toEqual([
      '2024-Q1',
      '2024-Q2',
      '2024-Q3',
      '2024-Q4',
    ]);
    expect(shown('2024', 'month')).toHaveLength(12);
    expect(shown('2024', 'year')).toEqual(['2024: 2024-01-01 2024-12-31']);
  });

  it("follow the fiscal year, whose quarters need not be the calendar's", () => {
    expect(shown('2026', 'fiscal-year', '2030-01-01', '2029-12-31', 5)).toEqual([
      'FY2026: 2026-01-01 2026-04-30',
      'FY2027: 2026-05-01 2026-12-31',
    ]);
    expect(shown('FY2026', 'fiscal-quarter', '2030-01-01', '2029-12-31', 5)).toEqual([
      'FY2026-Q1: 2025-05-01 2025-07-31',
      'FY2026-Q2: 2025-08-01 2025-10-31',
      'FY2026-Q3: 2025-11-01 2026-01-31',
      'FY2026-Q4: 2026-02-01 2026-04-30',
    ]);
    expect(shown('2026', 'fiscal-quarter')).toEqual(shown('2026', 'quarter').map((text) => `FY${text}`));
  });

  it('stop where an open period has come, and leave what lies ahead out', () => {
    expect(shown('2026-Q1', 'month', '2026-02-12', '2026-02-11')).toEqual([
      '2026-01: 2026-01-01 2026-01-31',
      '2026-02: 2026-02-01 2026-02-28 (2026-02-11)',
    ]);
  });

  it('are whole for all data, the running one open', () => {
    expect(shown('all', 'month', '2026-02-20', '2026-02-11')).toEqual([
      '2026-01: 2026-01-01 2026-01-31',
      '2026-02: 2026-02-01 2026-02-28 (2026-02-11)',
    ]);
  });

  it('refuse to be more than a person can read', () => {
    expect(() => shown('1800..2100', 'day')).toThrow(expect.objectContaining({ code: 'E_BAD_PERIOD' }));
  });
});

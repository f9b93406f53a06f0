import { describe, expect, it } from 'vitest';
import type { TimeShift } from '#engine/formula/expression.ts';
import { shiftedSpan } from '#engine/question/shift-span.ts';
import { dateAxis, slotsOf, type DateAxis, type Slot } from '#engine/question/slots.ts';
import type { TimeRules } from '#engine/question/time-rules.ts';
import { isoDate, parseIsoDate, type Day } from '#shared/calendar.ts';
import { resolvePeriod, type Period, type Span } from '#shared/period.ts';
import type { Grain } from '#shared/question.ts';
import { workingCalendar } from '#shared/working-days.ts';
import { ask, contextOf, totalOf } from '../../support/ask.ts';

const day = (iso: string): Day => parseIsoDate(iso) ?? NaN;
const calendar = workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] });
/** Friday 18 September 2026, data through the day before. */
const today = day('2026-09-18');
const rules: TimeRules = { today, fiscalYearStart: 5, calendar, firstDay: day('2023-02-10') };
const periodOf = (text: string): Period =>
  resolvePeriod(text, { today, dataFrom: day('2023-02-10'), dataTo: today - 1, fiscalYearStart: 5 });
const shown = (span: Span | null): string | null =>
  span === null
    ? null
    : `${isoDate(span.from)} ${isoDate(span.to)}${span.through === span.to ? '' : ` (${isoDate(span.through)})`}`;
const slotOf = (text: string): Slot => ({ buckets: [], span: periodOf(text), compare: null, undated: false });

describe('steps in time', () => {
  const by = (...names: readonly (TimeShift['by'] | `lag ${number}`)[]): readonly TimeShift[] =>
    names.map((name): TimeShift => {
      if (name.startsWith('lag')) return { by: 'lag', n: Number(name.slice(4)) };
      return { by: name as 'prev' };
    });
  it.each([
    ['2026-09', ['prev'], '2026-08-01 2026-08-31 (2026-08-19)'],
    ['2026-09-17', ['mtd', 'prev'], '2026-08-01 2026-08-31 (2026-08-19)'],
    ['2026-09-17', ['prev', 'mtd'], '2026-09-01 2026-09-30 (2026-09-16)'],
    // 13 working days of September 2025, which begins on a Monday.
    ['2026-09-17', ['mtd', 'same_period_last_year'], '2025-09-01 2025-09-30 (2025-09-17)'],
    ['2026-09', ['whole'], '2026-09-01 2026-09-30'],
    ['2026-09', ['prev', 'whole'], '2026-08-01 2026-08-31'],
    ['2026-09', ['ytd'], '2026-05-01 2026-09-30 (2026-09-17)'],
    ['2026-12', ['ever'], '2023-02-10 2026-12-31 (2026-09-17)'],
    ['2026-12', ['ever', 'prev'], null],
    ['2026-09', ['trailing_year', 'period_start'], '2025-09-17 2025-09-17'],
    ['2026-09', ['lag 1'], '2026-08-01 2026-08-31 (2026-08-19)'],
    ['all', ['prev'], null],
  ] as const)('of %s by %j lead to %s', (text, names, expected) =>
    expect(shown(shiftedSpan(slotOf(text), by(...names), rules))).toBe(expected),
  );

  it('go by date without a calendar', () => {
    const byDate = { ...rules, calendar: null };
    expect(shown(shiftedSpan(slotOf('2026-09-17'), by('mtd', 'prev'), byDate))).toBe(
      '2026-08-01 2026-08-31 (2026-08-17)',
    );
  });
});

describe('buckets beside those of another period', () => {
  const axis = (text: string, grain: Grain, compare: 'previous' | 'last-year'): DateAxis =>
    dateAxis(periodOf(text), grain, compare, rules);
  const beside = (found: DateAxis): readonly (string | null)[] =>
    found.buckets.map(({ key, compare }) => `${key ?? ''}: ${shown(compare) ?? '-'}`);

  it('add up to it: the running month is cut where the year is', () => {
    // 179 working days of 2026 have elapsed; the 179th of 2025 is Thursday 18 September.
    expect(beside(axis('2026', 'month', 'last-year')).slice(6)).toEqual([
      '2026-07: 2025-07-01 2025-07-31',
      '2026-08: 2025-08-01 2025-08-31',
      '2026-09: 2025-09-01 2025-09-30 (2025-09-18)',
    ]);
    // July 23, August 21 and 13; April 20, May 19, so the 57th is the 18th of June, Thursday the 25th.
    expect(beside(axis('2026-Q3', 'month', 'previous'))).toEqual([
      '2026-07: 2026-04-01 2026-04-30',
      '2026-08: 2026-05-01 2026-05-31',
      '2026-09: 2026-06-01 2026-06-30 (2026-06-25)',
    ]);
  });

  it('of all data stand alone, the running one cut by its own working days', () => {
    expect(beside(axis('all', 'month', 'previous')).at(-1)).toBe('2026-09: 2026-08-01 2026-08-31 (2026-08-19)');
  });

  it('may be those of the fiscal year', () => {
    expect(beside(axis('FY2026', 'fiscal-quarter', 'last-year'))).toEqual([
      'FY2026-Q1: 2024-05-01 2024-07-31',
      'FY2026-Q2: 2024-08-01 2024-10-31',
      'FY2026-Q3: 2024-11-01 2025-01-31',
      'FY2026-Q4: 2025-02-01 2025-04-30',
    ]);
    expect(beside(axis('all', 'fiscal-year', 'previous')).at(-1)).toMatch(/^FY2027: 2025-05-01 2026-04-30 \(2025-/);
  });

  it('hold rows without a date in one of their own', () => {
    const months = dateAxis(periodOf('all'), 'month', 'previous', rules, true);
    const years = dateAxis(periodOf('all'), 'year', 'previous', rules, true);
    expect(months.buckets.at(-1)).toMatchObject({ key: null, compare: null });
    const slots = slotsOf(periodOf('all'), null, [years, months]);
    const undated = slots.filter((slot) => slot.undated);
    // 11 months of 2023, 12, 12 and 9, and one bucket where neither has a date.
    expect(slots).toHaveLength(45);
    expect(undated.map(({ buckets }) => buckets)).toEqual([[4, 44]]);
    const [slot] = undated;
    if (slot === undefined) throw new Error('there is one');
    expect(shiftedSpan(slot, [], rules)).toBeNull();
    expect(shiftedSpan(slot, [{ by: 'prev' }], rules)).toBeNull();
    expect(shown(shiftedSpan(slot, [{ by: 'ever' }], rules))).toBe('2023-02-10 2026-09-17');
  });
});

describe('an open period by working days', () => {
  const line = (date: string, amount: number) => ({ date, amount });
  const context = contextOf(
    {
      sale: [
        line('2025-09-17', 1000),
        line('2025-09-18', 200),
        line('2026-08-17', 100),
        line('2026-08-19', 40),
        line('2026-08-20', 7),
        line('2026-09-10', 180),
        line('2026-09-17', 30),
      ],
    },
    { today: '2026-09-18', rules: { calendar } },
  );

  it('meets as many of them', () => {
    // September through its 13th: 210. August through its 13th, Wednesday the 19th: 140.
    const answered = ask(context, { kpis: ['revenue'], period: '2026-09', compare: 'previous' });
    expect(answered.comparePeriod).toEqual({ from: '2026-08-01', to: '2026-08-19' });
    expect(answered.cells[0]).toMatchObject({ value: 210, compare: { value: 140, difference: 70, ratio: 0.5 } });
    expect(totalOf(context, { kpis: ['sales-growth'], period: '2026-09' }).value).toBe(0.5);
    expect(totalOf(context, { kpis: ['revenue'], period: '2026-09', compare: 'last-year' }).compare?.value).toBe(1000);
  });

  it('of a year is met by its months', () => {
    // 179 working days: through 18 September 2025.
    const rows = [{ dimension: 'date', grain: 'month' as const }];
    const { cells } = ask(context, { kpis: ['revenue'], rows, period: '2026', compare: 'last-year' });
    expect(cells.find(({ row }) => row[0] === '2026-09')?.compare?.value).toBe(1200);
    expect(cells.find(({ row }) => row.length === 0)?.compare?.value).toBe(1200);
  });

  it('with none elapsed has nothing to meet', () => {
    const newYear = contextOf(
      { sale: [line('2025-12-01', 50), line('2026-01-01', 9)] },
      { today: '2026-01-01', rules: { calendar } },
    );
    const answered = ask(newYear, { kpis: ['revenue'], period: '2026-01', compare: 'previous' });
    expect(answered.comparePeriod).toBeNull();
    expect(answered.cells[0]).toMatchObject({ value: 9, compare: { value: null, reason: { code: 'no-comparison' } } });
    expect(totalOf(newYear, { kpis: ['sales-growth'], period: '2026-01' }).reason?.code).toBe('no-comparison');
  });
});

import { describe, expect, it } from 'vitest';
import type { QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const line = (date: string, amount: number, more: PlainRow = {}): PlainRow => ({ date, amount, ...more });

describe('comparison', () => {
  const context = contextOf(
    {
      sale: [
        line('2025-09-10', 100, { rep: 'Kim' }),
        line('2025-09-25', 900, { rep: 'Lo' }),
        line('2026-08-10', 80, { rep: 'Kim' }),
        line('2026-08-20', 70),
        line('2026-09-05', 130, { rep: 'Kim' }),
        line('2026-09-17', 20, { rep: 'Mio' }),
      ],
    },
    { today: '2026-09-18' },
  );
  it('meets an open period with the same elapsed part', () => {
    // September through the 17th: 150. September 2025 through the 17th: 100. August through the 17th: 80.
    const year = ask(context, { kpis: ['revenue'], period: '2026-09', compare: 'last-year' });
    expect(year.period).toEqual({
      spec: '2026-09',
      from: '2026-09-01',
      to: '2026-09-30',
      open: true,
      through: '2026-09-17',
    });
    expect(year.comparePeriod).toEqual({ from: '2025-09-01', to: '2025-09-17' });
    expect(year.cells[0]).toMatchObject({
      value: 150,
      marks: ['open-period', 'base-starts-late'],
      compare: { value: 100, difference: 50, ratio: 0.5, reason: null },
    });
    expect(totalOf(context, { kpis: ['revenue'], period: '2026-09', compare: 'previous' }).compare).toMatchObject({
      value: 80,
      difference: 70,
      ratio: 0.875,
    });
    expect(totalOf(context, { kpis: ['sales-growth'], period: '2026-09' }).value).toBe(0.875);
  });

  it('keeps members who sold nothing now, and those who sold nothing then', () => {
    const { cells } = ask(context, {
      kpis: ['revenue'],
      rows: [{ dimension: 'rep' }],
      period: '2026-09-01..2026-09-17',
      compare: 'last-year',
    });
    expect(cells.map(({ row, value, compare }) => [row[0], value, compare?.value, compare?.ratio])).toEqual([
      ['Kim', 130, 100, 0.3],
      ['Mio', 20, 0, null],
      [undefined, 150, 100, 0.5],
    ]);
    expect(cells[1]?.compare?.reason).toMatchObject({ code: 'base-not-positive', difference: 20 });
  });

  it('says so where there is nothing to compare with', () => {
    const cell = totalOf(context, { kpis: ['revenue'], period: '2025-09', compare: 'last-year' });
    expect(cell).toMatchObject({
      value: 1000,
      compare: { value: null, difference: null, ratio: null, reason: { code: 'no-comparison' } },
    });
    expect(totalOf(context, { kpis: ['sales-growth'], period: '2025-09' }).reason?.code).toBe('no-comparison');
    expect(totalOf(context, { kpis: ['revenue'], compare: 'last-year' }).compare?.reason?.code).toBe('no-comparison');
  });

  it('of ratios is a difference in points', () => {
    const rows = contextOf({ sale: [line('2025-01-05', 100, { cost: 60 }), line('2026-01-05', 100, { cost: 50 })] });
    expect(totalOf(rows, { kpis: ['gross-margin'], period: '2026', compare: 'last-year' }).compare).toEqual({
      value: 0.4,
      difference: expect.closeTo(0.1, 12) as unknown,
      ratio: null,
      reason: null,
    });
  });

  it('meets each bucket with its own', () => {
    const rows: QuestionInput['rows'] = [{ dimension: 'date', grain: 'month' }];
    const { cells } = ask(context, { kpis: ['revenue'], rows, period: '2026-Q3', compare: 'previous' });
    expect(cells.map(({ row, value, compare }) => [row[0] ?? '', value, compare?.value])).toEqual([
      ['2026-07', 0, 0],
      ['2026-08', 150, 0],
      ['2026-09', 150, 0],
      ['', 300, 0],
    ]);
    const byYear = ask(context, {
      kpis: ['revenue'],
      rows: [{ dimension: 'date', grain: 'year' }],
      compare: 'last-year',
    });
    // 2026 is open through 17 September: 2025 to the 17th is 100, not 1000.
    expect(byYear.cells.map(({ row, value, compare }) => [row[0] ?? '', value, compare?.value])).toEqual([
      ['2025', 1000, null],
      ['2026', 300, 100],
      ['', 1300, null],
    ]);
  });

  it('of a year by week meets ISO weeks, of a month by day the day with the same number', () => {
    const weekly = contextOf({
      sale: [line('2025-03-05', 7), line('2026-03-04', 9), line('2026-02-02', 4), line('2026-03-02', 5)],
    });
    const week = ask(weekly, {
      kpis: ['revenue'],
      rows: [{ dimension: 'date', grain: 'week' }],
      period: '2026',
      compare: 'previous',
    });
    // 5 March 2025 and 4 March 2026 are both Wednesdays of week 10.
    expect(week.cells.find(({ row }) => row[0] === '2026-W10')).toMatchObject({ value: 14, compare: { value: 7 } });
    const daily = ask(weekly, {
      kpis: ['revenue'],
      rows: [{ dimension: 'date', grain: 'day' }],
      period: '2026-03',
      compare: 'previous',
    });
    expect(daily.cells.find(({ row }) => row[0] === '2026-03-02')).toMatchObject({ value: 5, compare: { value: 4 } });
    expect(daily.cells.find(({ row }) => row[0] === '2026-03-31')?.compare?.reason?.code).toBe('no-comparison');
  });
});

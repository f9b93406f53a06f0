import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '#engine/formula/built-in.ts';
import { explain } from '#engine/question/explain.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { workingCalendar } from '#shared/working-days.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { ownKpi } from '../../support/own-kpi.ts';

const goal: MeasureDefinition = {
  id: 'goal',
  kind: 'target',
  aggregate: { do: 'sum', field: 'value' },
  where: [{ field: 'target_kpi', is: 'one-of', values: ['revenue'] }],
  date: 'start',
  until: 'until_day',
  nature: 'spread',
  unit: 'money',
};
const definitions = {
  measures: new Map([...BUILT_IN.measures, ['goal', goal]]),
  kpis: new Map([
    ...BUILT_IN.kpis,
    ...[
      ownKpi('goal-to-date', 'goal'),
      ownKpi('whole-goal', 'whole(goal)'),
      ownKpi('whole-days', 'whole(days)'),
      ownKpi('a-day', 'net-sales / days'),
      ownKpi('a-working-day', 'net-sales / working-days'),
    ].map((one) => [one.id, one] as const),
  ]),
};
const target = (value: number, start: string, more: PlainRow = {}): PlainRow => ({ value, start, ...more });

describe('targets of several levels', () => {
  const sale: readonly PlainRow[] = [
    { date: '2026-09-03', amount: 60, rep: 'Ann', region: 'North', product: 'P' },
    { date: '2026-09-04', amount: 90, rep: 'Bo', region: 'South', product: 'P' },
  ];
  const targets = [
    target(1000, '2026-09-01'),
    target(300, '2026-09-01', { region: 'North' }),
    target(500, '2026-09-01', { region: 'South' }),
    target(100, '2026-09-01', { rep: 'Ann' }),
    target(200, '2026-09-01', { rep: 'Bo' }),
    target(9, '2026-09-01', { rep: 'Bo', kpi: 'calls' }),
  ];
  const rep_list = [
    { rep: 'Ann', team: 'East' },
    { rep: 'Bo', team: 'East' },
  ];
  const context = contextOf({ sale, target: targets, rep_list }, { definitions });
  const asked = (more: Partial<QuestionInput>): QuestionInput => ({ kpis: ['whole-goal'], period: '2026-09', ...more });
  const values = (more: Partial<QuestionInput>) => valuesByName(ask(context, asked(more)));

  it('are never added together: each table has those that say what it asks', () => {
    expect(values({})).toEqual({ '': 1000 });
    expect(values({ rows: [{ dimension: 'region' }] })).toEqual({ North: 300, South: 500, '': 1000 });
    expect(values({ rows: [{ dimension: 'rep' }] })).toEqual({ Ann: 100, Bo: 200, '': 1000 });
    expect(values({ filters: [{ dimension: 'rep', op: 'in', values: ['Bo'] }] })).toEqual({ '': 200 });
  });

  it('may be asked for by what a list says of them', () => {
    // No target is set for a team; those of its reps are its own.
    expect(values({ rows: [{ dimension: 'team' }] })).toEqual({ East: 300, '': 1000 });
  });

  it('are those of the shortest time that fills the period', () => {
    const set = [
      target(1200, '2026-01-01', { end: '2026-12-31' }),
      target(70, '2026-01-01'),
      target(80, '2026-02-01'),
      target(90, '2026-03-01'),
      target(30, '2026-01-01', { end: '2026-01-15', rep: 'Ann' }),
    ];
    const of = contextOf({ sale, target: set }, { definitions });
    const goalOf = (period: string) => totalOf(of, { kpis: ['whole-goal'], period });
    expect(goalOf('2026-02').value).toBe(80);
    expect(goalOf('2026-Q1').value).toBe(240);
    // The months say nothing of April and later: the year stands.
    expect(goalOf('2026').value).toBe(1200);
    const told = explain(
      questionSchema.parse({ kpis: ['whole-goal'], period: '2026-Q1' }),
      { kpi: 'whole-goal', row: [], column: [] },
      of,
    );
    expect(told.rows).toMatchObject({ used: 3, leftOut: [{ reason: 'target.other-level', count: 2 }] });
  });

  it('are not those with a gap, however small it is beside the period', () => {
    const decade = Array.from({ length: 10 }, (_, i) => String(2016 + i));
    const months = decade.flatMap((year) =>
      Array.from({ length: 12 }, (_, i) => target(100, `${year}-${String(i + 1).padStart(2, '0')}-01`)),
    );
    const years = decade.map((year) => target(1300, `${year}-01-01`, { grain: 'year' }));
    const goalOf = (set: readonly PlainRow[]) =>
      totalOf(contextOf({ sale, target: set }, { definitions }), { kpis: ['whole-goal'], period: '2016-01..2025-12' });
    expect(goalOf([...months, ...years]).value).toBe(12_000);
    // Without one month of a hundred and twenty, the years stand.
    expect(goalOf([...months.filter(({ start }) => start !== '2020-06-01'), ...years]).value).toBe(13_000);
    // A week without a target of its own.
    const weeks = Array.from({ length: 522 }, (_, i) =>
      target(1, new Date(Date.UTC(2016, 0, 1 + 7 * i)).toISOString().slice(0, 10), { grain: 'week' }),
    );
    // The decade has 3653 days: 521 weeks and six days of another.
    expect(goalOf([...weeks, ...years]).value).toBe(521.8571);
    expect(goalOf([...weeks.toSpliced(300, 1), ...years]).value).toBe(13_000);
  });

  it('say which of them a number leaves out', () => {
    const told = explain(questionSchema.parse(asked({})), { kpi: 'whole-goal', row: [], column: [] }, context);
    expect(told).toMatchObject({
      value: 1000,
      rows: { used: 1, leftOut: [{ reason: 'target.other-level', count: 4 }] },
    });
  });

  it('have no answer where none says it', () => {
    expect(
      totalOf(context, asked({ filters: [{ dimension: 'product', op: 'in', values: ['P'] }] })).reason,
    ).toMatchObject({
      code: 'needs-data',
      needs: ['target.product'],
    });
    expect(totalOf(context, asked({ period: '2026-10' })).reason?.code).toBe('no-data');
  });
});

describe('a comparison with the target', () => {
  const calendar = workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] });
  const sale: readonly PlainRow[] = [
    { date: '2026-09-03', amount: 60, rep: 'Ann', order: '1' },
    { date: '2026-09-17', amount: 90, rep: 'Bo', order: '2' },
  ];
  const targets = [
    target(220, '2026-09-01'),
    target(110, '2026-09-01', { rep: 'Ann' }),
    target(44, '2026-09-01', { rep: 'Di' }),
    target(100, '2026-09-01', { kpi: 'average-order-value' }),
    target(130, '2026-10-01', { kpi: 'average-order-value' }),
    target(220, '2026-10-01'),
  ];
  const context = contextOf({ sale, target: targets }, { definitions, today: '2026-09-18', rules: { calendar } });
  const asked = (kpis: string[], more: Partial<QuestionInput> = {}): QuestionInput => ({
    kpis,
    period: '2026-09',
    compare: 'target',
    ...more,
  });

  it('is with what of it is due by now', () => {
    // 13 of September's 22 working days: 130 of 220; sold 150.
    const { compare, marks } = totalOf(context, asked(['revenue']));
    expect(compare).toMatchObject({ value: 130, difference: 20, reason: null });
    expect(compare?.ratio).toBeCloseTo(20 / 130, 12);
    expect(marks).toEqual(['open-period']);
    expect(totalOf(context, { kpis: ['whole-goal'], period: '2026-09' }).value).toBe(220);
    expect(totalOf(context, { kpis: ['goal-to-date'], period: '2026-09' }).value).toBe(130);
  });

  it('is of the chosen way of counting alone', () => {
    expect(totalOf(context, asked(['revenue:net'])).compare?.value).toBe(130);
    const named = totalOf(context, asked(['revenue:by-order-date'])).compare;
    expect([named?.value, named?.reason?.code]).toEqual([null, 'no-comparison']);
    const chosen = asked(['revenue', 'revenue:net'], { variants: { revenue: 'by-order-date' } });
    const values = ask(context, chosen).cells.map(({ compare }) => compare?.value);
    expect(values).toEqual([130, null]);
  });

  it('shows who has a target and sold nothing', () => {
    const { cells } = ask(context, asked(['revenue'], { rows: [{ dimension: 'rep' }] }));
    // 13 of 22 working days of 110 and 44.
    expect(cells.map(({ row, value, compare }) => [row[0], value, compare?.value])).toEqual([
      ['Ann', 60, 65],
      ['Bo', 90, null],
      ['Di', 0, 26],
      [undefined, 150, 130],
    ]);
    expect(cells[1]?.compare?.reason?.code).toBe('no-comparison');
    const told = explain(
      questionSchema.parse(asked(['revenue'], { rows: [{ dimension: 'rep' }] })),
      { kpi: 'revenue', row: ['Di'], column: [] },
      context,
    );
    expect(told).toMatchObject({ value: 0, compare: { value: 26 } });
  });

  it('of a mean is with the mean of its targets by their time', () => {
    expect(totalOf(context, asked(['average-order-value'])).compare?.value).toBe(100);
    // 13 counted days of September; of the whole of both months 22 and 22 working days.
    const later = contextOf({ sale, target: targets }, { definitions, today: '2026-11-02', rules: { calendar } });
    const two = { ...asked(['average-order-value']), period: '2026-09..2026-10' };
    expect(totalOf(later, two).compare?.value).toBe(115);
    expect(totalOf(later, { ...two, kpis: ['revenue'] }).compare?.value).toBe(440);
  });

  it('says so where none is set', () => {
    expect(totalOf(context, asked(['orders'])).compare).toMatchObject({
      value: null,
      reason: { code: 'no-comparison' },
    });
  });

  it('reads the calendar of the counted days', () => {
    const value = (kpiId: string) => totalOf(context, { kpis: [kpiId], period: '2026-09' }).value;
    expect(value('a-day')).toBeCloseTo(150 / 17, 12);
    expect(value('a-working-day')).toBeCloseTo(150 / 13, 12);
    expect(value('whole-days')).toBe(30);
    const without = contextOf({ sale }, { definitions, today: '2026-09-18' });
    expect(totalOf(without, { kpis: ['a-working-day'], period: '2026-09' }).reason).toMatchObject({
      code: 'needs-data',
      needs: ['calendar.working-days'],
    });
  });
});

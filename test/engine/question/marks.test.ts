import { describe, expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import type { KpiDefinition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { questionSchema } from '#shared/question.ts';
import { contextOf, totalOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const running: MeasureDefinition = {
  id: 'running',
  kind: 'subscription',
  aggregate: { do: 'count' },
  where: [],
  date: 'start',
  until: 'end',
  nature: 'balance',
  unit: 'count',
};
const ended: MeasureDefinition = {
  id: 'ended-ones',
  kind: 'subscription',
  aggregate: { do: 'count' },
  where: [],
  date: 'end',
  nature: 'flow',
  standing: 'at-start',
  from: 'start',
  unit: 'count',
};
const upsold: MeasureDefinition = {
  id: 'upsold',
  kind: 'sale',
  aggregate: { do: 'sum', field: 'amount' },
  where: [{ field: 'is_upsell', is: 'true' }],
  date: 'date',
  nature: 'flow',
  unit: 'money',
};
const kpi = (id: string, formula: string): KpiDefinition => ({
  id,
  category: 'result',
  unit: 'ratio',
  direction: 'lower',
  variants: [{ id: 'standard', formula }],
  source: 'own',
});
const definitions = {
  measures: new Map([running, ended, upsold].map((one) => [one.id, one])),
  kpis: new Map([kpi('gone', 'ended-ones / period_start(running)'), kpi('up', 'upsold')].map((one) => [one.id, one])),
};

describe('a small base', () => {
  const standing = (count: number): readonly PlainRow[] =>
    Array.from({ length: count }, (_, i) => ({
      customer: `K${String(i)}`,
      amount: 1,
      start: '2026-01-05',
      ...(i === 0 ? { end: '2026-03-30' } : {}),
    }));
  const marksOf = (count: number) => {
    const context = contextOf({ subscription: standing(count) }, { definitions });
    const asked = { kpis: ['gone'], period: '2026-03' };
    const told = explain(questionSchema.parse(asked), { kpi: 'gone', row: [], column: [] }, context);
    const cell = totalOf(context, asked);
    expect([told.value, told.marks]).toEqual([cell.value, cell.marks]);
    return [cell.value, cell.rows.used, cell.marks];
  };
  it('is told by the largest of the sources: one lost of four is shaky although five rows are read', () => {
    expect(marksOf(4)).toEqual([0.25, 5, ['small-base']]);
    expect(marksOf(5)).toEqual([0.2, 6, []]);
  });
});

describe('what was guessed', () => {
  const sale: readonly PlainRow[] = [
    { date: '2026-01-05', amount: 10, customer: 'Ada', category: 'A', order: '1' },
    { date: '2026-02-05', amount: 15, customer: 'Ada', category: 'A', order: '2' },
  ];
  const marksOf = (rows: readonly PlainRow[]) => {
    const { value, marks } = totalOf(contextOf({ sale: rows }, { definitions }), { kpis: ['up'], period: '2026-02' });
    return [value, marks.filter((mark) => mark === 'inferred')];
  };
  it('is marked where no row says it', () => {
    expect(marksOf(sale)).toEqual([15, ['inferred']]);
    expect(
      marksOf([...sale, { date: '2026-02-06', amount: 4, customer: 'Bo', category: 'A', order: '3', type: 'upsell' }]),
    ).toEqual([4, []]);
  });
});

describe('ambitious targets', () => {
  const reps = ['Ann', 'Bo', 'Cy', 'Di', 'Eve'];
  /** Each has a target of 100; the first so many reach it. */
  const marksWith = (reached: number, today: string, date = '2026-03-30') => {
    const context = contextOf(
      {
        sale: reps.map((rep, i) => ({ date, amount: i < reached ? 100 : 99, rep })),
        target: reps.map((rep) => ({ value: 100, start: '2026-03-01', rep })),
      },
      { today },
    );
    return totalOf(context, { kpis: ['reps-at-quota'], period: '2026-03' }).marks;
  };

  it('are those that under 60 % have reached when the period is over', () => {
    expect(marksWith(2, '2026-04-01')).toEqual(['targets-ambitious']);
    // 3 of 5 are 60 %.
    expect(marksWith(3, '2026-04-01')).toEqual([]);
    expect(marksWith(0, '2026-04-01')).toEqual(['targets-ambitious']);
  });

  it('are not said of a period that goes on, or of which not all is known', () => {
    expect(marksWith(2, '2026-03-31')).toEqual(['open-period']);
    expect(marksWith(2, '2026-04-01', '2026-03-20')).toEqual(['data-ends-early']);
  });
});

describe('a comparison that is not whole', () => {
  const context = contextOf({
    sale: [
      { date: '2024-10-20', amount: 100 },
      { date: '2025-10-20', amount: 130 },
      { date: '2026-01-02', amount: 5 },
    ],
    subscription: [{ start: '2024-10-20', amount: 10 }],
  });
  const marks = (kpi: string, period: string, compare: 'last-year' | 'previous' | 'none' = 'last-year') =>
    totalOf(context, { kpis: [kpi], period, compare }).marks;

  it('begins before the data do', () => {
    // 2024 is known from its 294th day on, October from its 20th, the last quarter from its 20th of 92.
    expect(marks('revenue', '2025')).toEqual(['base-starts-late']);
    expect(marks('revenue', '2025-10')).toEqual(['base-starts-late']);
    expect(marks('revenue', '2025-Q4')).toEqual(['base-starts-late']);
    expect(marks('revenue', '2024-11', 'previous')).toEqual(['base-starts-late']);
  });

  it('is one in a formula that looks back, whatever the question compares with', () => {
    expect(marks('sales-growth:year-over-year', '2025', 'none')).toContain('base-starts-late');
    expect(marks('revenue', '2025', 'none')).toEqual([]);
  });

  it('is one of the days that count: of an open year its first weeks, of a week a day', () => {
    const days = Array.from({ length: 50 }, (_, i) => ({
      date: `2025-${i < 16 ? '01' : '02'}-${String(i < 16 ? i + 16 : i - 15).padStart(2, '0')}`,
      amount: 10,
    })).slice(0, 40);
    const young = contextOf(
      { sale: [...days, { date: '2026-01-05', amount: 10 }, { date: '2026-01-20', amount: 10 }] },
      { today: '2026-01-20' },
    );
    const marksOf = (period: string, compare: 'last-year' | 'previous') =>
      totalOf(young, { kpis: ['revenue'], period, compare }).marks;
    // Of the twenty days of January 2025 that this year's are held against, the data know five.
    expect(marksOf('this-year', 'last-year')).toContain('base-starts-late');
    // Week 3 of 2025 is from the 13th: its first three days are unknown.
    expect(marksOf('2025-W04', 'previous')).toEqual(['base-starts-late']);
    expect(marksOf('2025-W05', 'previous')).toEqual([]);
  });

  it('is one where the formula looks back from the comparison, or over more of it', () => {
    expect(marks('sales-growth:year-over-year', '2026')).toContain('base-starts-late');
  });

  it('is none of a comparison without a value', () => {
    expect(marks('churn', '2025')).not.toContain('base-starts-late');
  });

  it('is none inside the data, before all of them, and of what stands at the end', () => {
    expect(marks('revenue', '2025-11')).toEqual([]);
    expect(marks('revenue', '2024')).toEqual([]);
    expect(marks('mrr', '2025')).not.toContain('base-starts-late');
  });
});

import { describe, expect, it } from 'vitest';
import type { QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const line = (date: string, amount: number, more: PlainRow = {}): PlainRow => ({ date, amount, ...more });
const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;

describe('the order of cells', () => {
  const context = contextOf({
    sale: [
      line('2026-01-10', 30, { region: 'South', rep: 'Lo' }),
      line('2026-02-10', 20, { region: 'North', rep: 'Åsa' }),
      line('2026-02-11', 5, { region: 'North', rep: 'Zoe' }),
      line('2026-01-12', 1, { rep: 'Item 10' }),
      line('2026-01-12', 2, { rep: 'Item 2' }),
    ],
  });
  const names = (question: Partial<QuestionInput>) =>
    Object.keys(valuesByName(ask(context, { kpis: ['revenue'], ...question })));

  it('is Swedish and numeric, members before their subtotal, unknown after the known, the total last', () => {
    expect(names({ rows: [{ dimension: 'region' }, { dimension: 'rep' }] })).toEqual([
      'North / Zoe',
      'North / Åsa',
      'North',
      'South / Lo',
      'South',
      '(none) / Item 2',
      '(none) / Item 10',
      '(none)',
      '',
    ]);
  });

  it('follows values where a dimension asks for it', () => {
    const order = { by: 'revenue', descending: true };
    const rows = [
      { dimension: 'region', order },
      { dimension: 'date', grain: 'month' as const },
    ];
    expect(names({ rows, period: 'all' })).toEqual([
      'South / 2026-01',
      'South',
      'North / 2026-02',
      'North',
      '(none) / 2026-01',
      '(none)',
      '',
    ]);
    const upwards = rows.map((row) => ({ ...row, order: { by: 'revenue' } }));
    expect(names({ rows: upwards.slice(0, 1) })).toEqual(['(none)', 'North', 'South', '']);
    expect(names({ rows: upwards.slice(1) })).toEqual(['2026-02', '2026-01', '']);
  });

  it('goes through columns within each row, and KPIs within each cell', () => {
    const { cells } = ask(context, {
      kpis: ['revenue', 'units'],
      rows: [{ dimension: 'region' }],
      columns: [{ dimension: 'date', grain: 'month' }],
      filters: [{ dimension: 'region', op: 'in', values: ['North', 'South'] }],
    });
    expect(
      cells.filter(({ kpi }) => kpi === 'revenue').map(({ row, column, value }) => [...row, '|', ...column, value]),
    ).toEqual([
      ['North', '|', '2026-02', 25],
      ['North', '|', 25],
      ['South', '|', '2026-01', 30],
      ['South', '|', 30],
      ['|', '2026-01', 30],
      ['|', '2026-02', 25],
      ['|', 55],
    ]);
    expect(cells.slice(0, 2).map(({ kpi }) => kpi)).toEqual(['revenue', 'units']);
  });
});

describe('a date breakdown', () => {
  const context = contextOf({ sale: [line('2026-01-10', 30), line('2026-03-31', 6)] }, { today: '2026-04-20' });
  it('shows every bucket of the history, an empty one as zero and one beyond it as no value', () => {
    expect(
      valuesByName(
        ask(context, { kpis: ['revenue'], rows: [{ dimension: 'date', grain: 'month' }], period: '2025-12..2026-03' }),
      ),
    ).toEqual({
      '2025-12': null,
      '2026-01': 30,
      '2026-02': 0,
      '2026-03': 6,
      '': 36,
    });
  });

  it('crosses two grains only where they share days', () => {
    const rows: QuestionInput['rows'] = [
      { dimension: 'date', grain: 'quarter' },
      { dimension: 'date', grain: 'month' },
    ];
    expect(Object.keys(valuesByName(ask(context, { kpis: ['revenue'], rows, period: '2026-01..2026-03' })))).toEqual([
      '2026-Q1 / 2026-01',
      '2026-Q1 / 2026-02',
      '2026-Q1 / 2026-03',
      '2026-Q1',
      '',
    ]);
  });
});

describe('top', () => {
  const context = contextOf({
    sale: [
      ...['a', 'b', 'c', 'd'].flatMap((customer, i) => [
        line('2026-01-01', 40 - i * 10, { customer, region: 'R', order: `${customer}1` }),
      ]),
      line('2026-01-02', 10, { customer: 'd', region: 'R', order: 'd2' }),
      line('2026-01-02', 7, { region: 'R', order: 'x' }),
    ],
  });
  it('keeps the highest and unites the rest, recomputed from its own rows', () => {
    // a 40, b 30, c 20, d 10 + 10 = 20, nobody 7. Top 3: a, b, c (c before d by name); the rest 27 over orders d1, d2, x.
    const answered = ask(context, {
      kpis: ['revenue', 'average-order-value', 'active-customers'],
      rows: [{ dimension: 'customer', order: { by: 'revenue', descending: true }, top: { n: 3 } }],
    });
    expect(valuesByName(answered)).toEqual({ a: 40, b: 30, c: 20, '(other)': 27, '': 117 });
    expect(valuesByName(answered, 'average-order-value')['(other)']).toBe(9);
    expect(valuesByName(answered, 'active-customers')['(other)']).toBe(1);
  });

  it('has no rest when every member fits', () => {
    expect(
      ask(context, { kpis: ['revenue'], rows: [{ dimension: 'customer', top: { n: 5 } }] }).cells.some(
        ({ other }) => other,
      ),
    ).toBe(false);
  });

  it('is refused over dates', () => {
    const rows: QuestionInput['rows'] = [{ dimension: 'date', grain: 'month', top: { n: 3 } }];
    expect(() => ask(context, { kpis: ['revenue'], rows })).toThrow(code('E_BAD_REQUEST'));
  });
});

describe('sums', () => {
  it('are exact to the ten-thousandth', () => {
    const many = Array.from({ length: 1000 }, () => line('2026-01-05', 0.1));
    expect(totalOf(contextOf({ sale: many }), { kpis: ['revenue'] }).value).toBe(100);
  });

  it('fail rather than be a digit off', () => {
    const huge = Array.from({ length: 10 }, () => line('2026-01-05', 100_000_000_000));
    expect(() => totalOf(contextOf({ sale: huge }), { kpis: ['revenue'] })).toThrow(code('E_OVERFLOW'));
    const cancelling = [
      line('2026-01-05', 500_000_000_000),
      line('2026-01-05', 500_000_000_000),
      line('2026-01-05', -900_000_000_000),
    ];
    expect(() => totalOf(contextOf({ sale: cancelling }), { kpis: ['revenue'] })).toThrow(code('E_OVERFLOW'));
  });
});

describe('hostile names', () => {
  it('are just names', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', '<b>', 'a,b', '0'];
    const context = contextOf({ sale: names.map((region, i) => line('2026-01-05', i + 1, { region })) });
    const answered = ask(context, { kpis: ['revenue'], rows: [{ dimension: 'region' }] });
    expect(new Map(answered.cells.map(({ row, value }) => [row[0], value]))).toEqual(
      new Map<string | undefined, number>([...names.map((name, i) => [name, i + 1] as const), [undefined, 21]]),
    );
    expect(
      totalOf(context, { kpis: ['revenue'], filters: [{ dimension: 'region', op: 'in', values: ['__proto__'] }] })
        .value,
    ).toBe(1);
  });
});

describe('an answer beyond holding', () => {
  it('is refused before it is computed', () => {
    const context = contextOf({ sale: [line('1970-01-01', 1), line('2020-12-31', 1)] });
    const kpis = Array.from({ length: 60 }, () => 'revenue');
    // 51 years of days, 18 628, and the total, sixty times.
    const rows: QuestionInput['rows'] = [{ dimension: 'date', grain: 'day' }];
    expect(() => ask(context, { kpis, rows })).toThrow(code('E_BAD_REQUEST'));
  });
});

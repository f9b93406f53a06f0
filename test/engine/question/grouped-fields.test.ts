import { describe, expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';

/** Sales with a delivery date and a weight of the file's own, worked by hand. */
const SALES = [
  { date: '2026-01-05', amount: 100, 'custom:Leverans': '2026-01-30', 'custom:Vikt': 10 },
  { date: '2026-01-20', amount: 50, 'custom:Leverans': '2026-02-02', 'custom:Vikt': 9 },
  { date: '2026-02-10', amount: 30, 'custom:Leverans': '2026-02-28', 'custom:Vikt': -2.5 },
  { date: '2026-02-11', amount: 20, 'custom:Leverans': '2026-05-01', 'custom:Vikt': 10 },
  { date: '2026-02-12', amount: 7, 'custom:Leverans': null, 'custom:Vikt': null },
];
const context = contextOf({ sale: SALES });
const revenue = (asked: Partial<QuestionInput>): Record<string, number | null> =>
  valuesByName(ask(context, { kpis: ['revenue'], ...asked }));

describe('a date of the rows', () => {
  it('splits by its units, in the order of time, rows without it apart', () => {
    expect(Object.entries(revenue({ rows: [{ dimension: 'month:custom:Leverans' }] }))).toEqual([
      ['2026-01', 100],
      ['2026-02', 80],
      ['2026-05', 20],
      ['(none)', 7],
      ['', 207],
    ]);
    expect(revenue({ rows: [{ dimension: 'week:custom:Leverans' }] })).toMatchObject({
      '2026-W05': 100,
      '2026-W06': 50,
      '2026-W09': 30,
      '2026-W18': 20,
    });
  });

  it('stands beside the measure’s own date: sold in January, delivered in February', () => {
    const crossed = revenue({
      rows: [{ dimension: 'date', grain: 'month' }],
      columns: [{ dimension: 'quarter:custom:Leverans' }],
    });
    expect(crossed).toMatchObject({ '2026-01 / 2026-Q1': 150, '2026-02 / 2026-Q1': 30, '2026-02 / 2026-Q2': 20 });
  });

  it('goes by the fiscal year in force', () => {
    const fromMay = contextOf({ sale: SALES }, { fiscalYearStart: 5 });
    const question = { kpis: ['revenue'], rows: [{ dimension: 'fiscal-year:custom:Leverans' }] };
    expect(valuesByName(ask(fromMay, question))).toEqual({ FY2026: 180, FY2027: 20, '(none)': 7, '': 207 });
  });

  it('is filtered by its members, and ranked as any other', () => {
    const inFebruary = { op: 'in' as const, dimension: 'month:custom:Leverans', values: ['2026-02'] };
    expect(totalOf(context, { kpis: ['revenue'], filters: [inFebruary] }).value).toBe(80);
    expect(revenue({ rows: [{ dimension: 'month:custom:Leverans', top: { n: 1, other: 'united' } }] })).toEqual({
      '2026-01': 100,
      '(other)': 107,
      '': 207,
    });
  });

  it('has its rows behind every cell', () => {
    const question = questionSchema.parse({ kpis: ['revenue'], rows: [{ dimension: 'month:custom:Leverans' }] });
    const told = explain(question, { kpi: 'revenue', row: ['2026-02'], column: [] }, context);
    expect([told.value, told.rows.used]).toEqual([80, 2]);
  });
});

describe('a number of the rows', () => {
  const members = (rows: QuestionInput['rows']): unknown =>
    ask(context, { kpis: ['revenue'], rows }).cells.map(({ row, value }) => [row[0] ?? '', value]);

  it('splits by its values, in the order of their size', () => {
    expect(members([{ dimension: 'value:custom:Vikt' }])).toEqual([
      ['-2.5', 30],
      ['9', 50],
      ['10', 120],
      ['', 7],
      ['', 207],
    ]);
    expect(members([{ dimension: 'value:custom:Vikt', order: { descending: true } }])).toEqual([
      ['10', 120],
      ['9', 50],
      ['-2.5', 30],
      ['', 7],
      ['', 207],
    ]);
  });
});

describe('a field of several kinds', () => {
  const several = contextOf({
    deal: [
      { id: '1', status: 'won', created: '2026-03-01', closed: '2026-04-10', value: 500 },
      { id: '2', status: 'won', created: '2026-01-01', closed: '2026-04-11', value: 300 },
    ],
    lead: [
      { id: 'a', created: '2026-03-09T10:00' },
      { id: 'b', created: '2026-02-01T10:00' },
    ],
    sale: [{ date: '2026-03-05', amount: 10 }],
  });
  const by = (dimension: string) => ask(several, { kpis: ['bookings', 'leads', 'revenue'], rows: [{ dimension }] });

  it('has one set of members, and a kind without it says so', () => {
    const answered = by('month:created');
    expect(valuesByName(answered, 'bookings')).toMatchObject({ '2026-01': 300, '2026-03': 500 });
    expect(valuesByName(answered, 'leads')).toMatchObject({ '2026-02': 1, '2026-03': 1 });
    const march = answered.cells.find(({ kpi, row }) => kpi === 'revenue' && row[0] === '2026-03');
    expect([march?.value, march?.reason?.code]).toEqual([null, 'filter-not-answerable']);
  });

  it('that no data have is refused', () => {
    expect(() => by('month:custom:Nothing')).toThrow(expect.objectContaining({ code: 'E_UNKNOWN_DIMENSION' }));
  });
});

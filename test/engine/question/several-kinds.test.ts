import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '#engine/formula/built-in.ts';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import type { KpiDefinition, KpiVariant, MeasureDefinition } from '#shared/kpi-definition.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';
import type { PlainTables } from '../../support/columns-of-rows.ts';

const busy: MeasureDefinition = {
  id: 'busy',
  kind: 'sale',
  aggregate: {
    do: 'distinct',
    field: 'rep',
    also: [
      { kind: 'deal', date: 'created', where: [] },
      { kind: 'deal', date: 'closed', where: [{ field: 'status', is: 'one-of', values: ['won'] }] },
      { kind: 'activity', date: 'date', where: [] },
    ],
  },
  where: [],
  date: 'date',
  nature: 'flow',
  unit: 'count',
};
const again: MeasureDefinition = {
  ...busy,
  id: 'again',
  aggregate: { do: 'distinct', field: 'customer_key', kept: 'prev' },
};
const bought: MeasureDefinition = { ...again, id: 'bought', aggregate: { do: 'distinct', field: 'customer_key' } };
const wonValue: MeasureDefinition = {
  ...busy,
  id: 'won-value',
  kind: 'deal',
  aggregate: { do: 'sum', field: 'value' },
  where: [{ field: 'status', is: 'one-of', values: ['won'] }],
  date: 'closed',
  unit: 'money',
};
const calls: MeasureDefinition = {
  ...wonValue,
  id: 'calls',
  kind: 'activity',
  aggregate: { do: 'count' },
  where: [],
  date: 'date',
  unit: 'count',
};
const kpi = (id: string, ...variants: readonly [KpiVariant, ...KpiVariant[]]): KpiDefinition => ({
  id,
  category: 'result',
  unit: 'money',
  direction: 'higher',
  variants,
  source: 'own',
});
const only = (formula: string): KpiVariant => ({ id: 'standard', formula });
const definitions = {
  measures: new Map([
    ...BUILT_IN.measures,
    ...[busy, again, bought, wonValue, calls].map((one) => [one.id, one] as const),
  ]),
  kpis: new Map(
    [
      kpi('reps', only('busy')),
      kpi(
        'per-rep',
        { id: 'sales', formula: 'net-sales / busy' },
        { id: 'deals', formula: 'won-value / busy', auto: true },
      ),
      kpi('twice', only('2 * per-rep')),
      kpi('kept', only('again / prev(bought)')),
      kpi('calls', only('calls')),
      kpi('revenue', only('net-sales')),
      kpi('freight', only('sum(sale."custom:Frakt")')),
    ].map((one) => [one.id, one]),
  ),
};
/** September 2026: Ann sells, Bo and Cy sign a deal of which Cy wins an old one, Di calls; 10 are sold by nobody. */
const tables: PlainTables = {
  sale: [
    { date: '2026-09-03', amount: 100, rep: 'Ann', customer: 'K1', channel: 'Web' },
    { date: '2026-09-04', amount: 10, customer: 'K2' },
    { date: '2026-08-03', amount: 7, rep: 'Eve', customer: 'K1' },
    { date: '2026-08-04', amount: 7, rep: 'Eve', customer: 'K3' },
  ],
  deal: [
    { status: 'open', value: 5, created: '2026-09-05', rep: 'Bo', customer: 'K9' },
    { status: 'won', value: 50, created: '2026-03-05', closed: '2026-09-06', rep: 'Cy' },
    { status: 'lost', value: 50, created: '2026-03-05', closed: '2026-09-06', rep: 'Fia' },
  ],
  activity: [
    { date: '2026-09-07', type: 'call', rep: 'Di' },
    { date: '2026-09-08', type: 'call', rep: 'Ann' },
  ],
};
const september = { period: '2026-09' } as const;
const rowsOf = (context: ReturnType<typeof contextOf>, input: QuestionInput) => {
  const question = questionSchema.parse(input);
  const cell = { kpi: input.kpis[0] ?? '', row: [], column: [] };
  const told = explain(question, cell, context);
  for (const { kind, total } of told.rows.byKind)
    expect(rowPositions(question, cell, context, kind).positions).toHaveLength(total);
  return Object.fromEntries(
    told.rows.byKind.map(({ kind }) => [kind, [...rowPositions(question, cell, context, kind).positions]]),
  );
};

describe('a count over rows of several kinds', () => {
  const context = contextOf(tables, { definitions });
  it('meets each member once', () => {
    // Ann, Bo, Cy and Di; Fia only lost.
    expect(totalOf(context, { kpis: ['reps'], ...september }).value).toBe(4);
    expect(totalOf(context, { kpis: ['per-rep'], ...september }).value).toBe(27.5);
    const byRep = ask(context, { kpis: ['reps'], rows: [{ dimension: 'rep' }], ...september });
    expect(valuesByName(byRep)).toEqual({ Ann: 1, Bo: 1, Cy: 1, Di: 1, Fia: 0, '(none)': 0, '': 4 });
  });

  it('has rows of every kind behind it', () => {
    expect(rowsOf(context, { kpis: ['reps'], ...september })).toEqual({ sale: [0], deal: [0, 1], activity: [0, 1] });
    expect(totalOf(context, { kpis: ['reps'], ...september }).rows).toEqual({ used: 5, leftOut: 1 });
  });

  it('passes over a kind that cannot answer a filter, never reads it unfiltered', () => {
    const of = (dimension: string, value: string) =>
      totalOf(context, { kpis: ['reps'], ...september, filters: [{ dimension, op: 'in', values: [value] }] });
    expect(of('channel', 'Web').value).toBe(1); // only sales have a channel
    expect(of('customer', 'K9').value).toBe(1); // activities have no customer here
    expect(of('stage', 'Idea').reason).toMatchObject({ code: 'filter-not-answerable', dimension: 'stage' });
  });

  it('does with the kinds that are there', () => {
    const { deal = [], activity = [] } = tables;
    const reps = (some: PlainTables) => totalOf(contextOf(some, { definitions }), { kpis: ['reps'], ...september });
    expect(reps({ deal, activity }).value).toBe(4);
    expect(reps({ activity }).value).toBe(2);
    expect(reps({}).reason).toMatchObject({ needs: ['sale.date', 'sale.rep'] });
  });
});

describe('members kept from the period before', () => {
  const context = contextOf(tables, { definitions });
  it('are those met in both', () => {
    // K1 of K1 and K3 in August.
    expect(totalOf(context, { kpis: ['kept'], ...september }).value).toBe(0.5);
    expect(totalOf(context, { kpis: ['kept'], period: '2026-08' }).reason?.code).toBe('no-comparison');
  });
});

describe('a variant that nobody chose', () => {
  const { sale = [], deal = [] } = tables;
  const asked: QuestionInput = { kpis: ['per-rep', 'twice'], ...september };
  it('stands in where the default lacks data, in what names it too', () => {
    const answered = ask(contextOf({ deal }, { definitions }), asked);
    expect(answered.kpis.map(({ variant, automatic }) => [variant, automatic])).toEqual([
      ['deals', true],
      ['standard', false],
    ]);
    expect(answered.cells.map(({ value }) => value)).toEqual([25, 50]); // 50 ÷ (Bo, Cy)
    expect(ask(contextOf({ sale, deal }, { definitions }), asked).kpis[0]).toMatchObject({
      variant: 'sales',
      automatic: false,
    });
  });

  it('gives way to a chosen one, with what that needs', () => {
    const context = contextOf({ deal }, { definitions, variants: { 'per-rep': 'sales' } });
    const answered = ask(context, asked);
    expect(answered.kpis[0]).toMatchObject({ variant: 'sales', automatic: false });
    expect(answered.cells[0]?.reason).toMatchObject({ code: 'needs-data', needs: ['sale.date', 'sale.amount'] });
    expect(totalOf(context, { ...asked, kpis: ['per-rep:deals'] }).value).toBe(25);
  });

  it('is the default with its needs where nothing helps', () => {
    expect(ask(contextOf({}, { definitions }), asked).kpis[0]).toMatchObject({ variant: 'sales', automatic: false });
  });
});

describe('KPIs of several kinds in one table', () => {
  it('share dates and members', () => {
    const answered = ask(contextOf(tables, { definitions }), {
      kpis: ['revenue', 'calls', 'reps'],
      rows: [{ dimension: 'rep' }],
      columns: [{ dimension: 'date', grain: 'month' }],
      period: '2026-08..2026-09',
    });
    expect(valuesByName(answered)).toMatchObject({
      'Ann / 2026-09': 100,
      'Eve / 2026-08': 14,
      'Di / 2026-09': 0,
      '': 124,
    });
    expect(valuesByName(answered, 'calls')).toMatchObject({ 'Ann / 2026-09': 1, 'Di / 2026-09': 1, Eve: 0, '': 2 });
  });

  it('count an open period as far as their own data reach', () => {
    const context = contextOf(tables, { definitions, today: '2026-09-20' });
    const through = (...kpis: string[]) => ask(context, { kpis, period: 'this-month' }).period.through;
    expect(through('revenue')).toBe('2026-09-04');
    expect(through('calls')).toBe('2026-09-08');
    expect(through('calls', 'revenue')).toBe('2026-09-04');
    expect(totalOf(context, { kpis: ['calls'], period: 'this-month' }).value).toBe(2);
  });
});

describe("a file's own columns", () => {
  it('are known to formulas by their type', () => {
    const frakt = contextOf({ sale: [{ date: '2026-09-03', amount: 1, 'custom:Frakt': 25 }] }, { definitions });
    expect(totalOf(frakt, { kpis: ['freight'] }).value).toBe(25);
    const told = explain(questionSchema.parse({ kpis: ['freight'] }), { kpi: 'freight', row: [], column: [] }, frakt);
    expect(told.inputs).toMatchObject([{ id: 'sum(sale."custom:Frakt")', value: 25, unit: 'quantity' }]);
    const text = contextOf({ sale: [{ date: '2026-09-03', amount: 1, 'custom:Frakt': 'DHL' }] }, { definitions });
    expect(() => totalOf(text, { kpis: ['freight'] })).toThrow(expect.objectContaining({ code: 'E_BAD_FORMULA' }));
  });
});

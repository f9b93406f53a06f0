import { describe, expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import type { KpiDefinition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';
import type { PlainTables } from '../../support/columns-of-rows.ts';

const salesTarget: MeasureDefinition = {
  id: 'sales-target',
  kind: 'target',
  aggregate: { do: 'sum', field: 'value' },
  where: [{ field: 'target_kpi', is: 'one-of', values: ['revenue'] }],
  date: 'start',
  until: 'until_day',
  nature: 'spread',
  unit: 'money',
};
const sales: MeasureDefinition = {
  id: 'sales',
  kind: 'sale',
  aggregate: { do: 'sum', field: 'amount' },
  where: [],
  date: 'date',
  nature: 'flow',
  unit: 'money',
};
const priced: MeasureDefinition = {
  ...sales,
  id: 'priced',
  where: [{ field: 'quantity', is: 'present' }],
  blindTo: ['competitor'],
};
const units: MeasureDefinition = { ...priced, id: 'units', aggregate: { do: 'sum', field: 'quantity' }, where: [] };
const theirPrice: MeasureDefinition = {
  id: 'their-price',
  kind: 'competitor_price',
  aggregate: { do: 'mean', field: 'price' },
  where: [],
  date: 'valid_from',
  until: 'valid_to',
  nature: 'balance',
  unit: 'money',
};
const kpi = (id: string, formula: string): KpiDefinition => ({
  id,
  category: 'result',
  unit: 'ratio',
  direction: 'higher',
  variants: [{ id: 'standard', formula }],
  source: 'own',
});
const definitions = {
  measures: new Map([salesTarget, sales, priced, units, theirPrice].map((one) => [one.id, one])),
  kpis: new Map(
    [
      kpi('at-quota', 'count_over(rep, sales >= whole(sales-target)) / count_over(rep, whole(sales-target) > 0)'),
      kpi('quota', 'whole(sales-target)'),
      kpi('index', '100 * sum_over(product, priced / their-price) / sum_over(product, if(their-price > 0, units, 0))'),
      kpi('mean-rep', 'mean_over(rep, sales)'),
      kpi('median-rep', 'median_over(rep, sales)'),
      kpi('best-share', 'count_over(rep, sales >= total(sales) / 3)'),
      kpi('share-at-quota', 'at-quota / total(at-quota)'),
      kpi('up', 'count_over(rep, sales > prev(sales))'),
    ].map((one) => [one.id, one]),
  ),
};
const question = (input: QuestionInput) => questionSchema.parse(input);
const passport = (
  context: ReturnType<typeof contextOf>,
  input: QuestionInput,
  row: readonly (string | null)[] = [],
) => {
  const [ref = ''] = input.kpis;
  return explain(question(input), { kpi: ref, row: [...row], column: [] }, context);
};
const rowsBehind = (
  context: ReturnType<typeof contextOf>,
  input: QuestionInput,
  kind: 'sale' | 'target' | 'competitor_price',
  row: readonly (string | null)[] = [],
) => {
  const [ref = ''] = input.kpis;
  return [...rowPositions(question(input), { kpi: ref, row: [...row], column: [] }, context, kind).positions];
};

/**
 * September 2026. Ann sells 120 of 100, Bo 80 of 90, Cy 200 without a quota, Di nothing of 50, and 10 have no rep.
 * 1 of 3 who have a quota reach it.
 */
const reps: PlainTables = {
  sale: [
    { date: '2026-09-03', amount: 70, rep: 'Ann', region: 'North' },
    { date: '2026-09-04', amount: 50, rep: 'Ann', region: 'South' },
    { date: '2026-09-05', amount: 80, rep: 'Bo', region: 'North' },
    { date: '2026-09-06', amount: 200, rep: 'Cy', region: 'South' },
    { date: '2026-09-07', amount: 10, region: 'South' },
    { date: '2026-08-07', amount: 500, rep: 'Bo', region: 'North' },
  ],
  target: [
    { value: 100, start: '2026-09-01', rep: 'Ann' },
    { value: 90, start: '2026-09-01', rep: 'Bo' },
    { value: 50, start: '2026-09-01', rep: 'Di' },
    { value: 1000, start: '2026-09-01' },
    { value: 7, start: '2026-09-01', rep: 'Ann', kpi: 'calls' },
  ],
};

describe('members who reach their target', () => {
  const context = contextOf(reps, { definitions, today: '2026-10-05' });
  const asked: QuestionInput = { kpis: ['at-quota'], period: '2026-09' };

  it('are counted from their own rows, those without one left out of both sides', () => {
    expect(totalOf(context, asked).value).toBe(1 / 3);
    expect(valuesByName(ask(context, { ...asked, rows: [{ dimension: 'rep' }] }))).toEqual({
      Ann: 1,
      Bo: 0,
      Cy: null,
      Di: 0,
      '(none)': null,
      '': 1 / 3,
    });
  });

  it('have the rows behind them that count: the sales and target of Ann, the targets of Bo and Di', () => {
    expect(rowsBehind(context, asked, 'sale')).toEqual([0, 1]);
    expect(rowsBehind(context, asked, 'target')).toEqual([0, 1, 2]);
    const told = passport(context, asked);
    expect(told.value).toBe(1 / 3);
    expect(told.rows.byKind).toEqual([
      { kind: 'sale', total: 2 },
      { kind: 'target', total: 3 },
    ]);
    expect(told.rows.used).toBe(5);
    // Cy's sale: nothing to hold it against. The sale and the company's target of no rep.
    expect(told.rows.leftOut).toEqual([
      { reason: 'sale.rep', count: 1 },
      { reason: 'no-value:rep', count: 1 },
      { reason: 'target.rep', count: 1 },
    ]);
    expect(totalOf(context, asked).rows).toEqual({ used: 5, leftOut: 3 });
  });

  it('are those of each cell', () => {
    // In the north Ann has 70 and Bo 80; targets have no region, so nobody is measured there.
    expect(
      ask(context, { ...asked, rows: [{ dimension: 'region' }] }).cells.map(({ value, reason }) => [
        value,
        reason?.code,
      ]),
    ).toEqual([
      [null, 'needs-data'],
      [null, 'needs-data'],
      [1 / 3, undefined],
    ]);
    expect(
      valuesByName(ask(context, { kpis: ['mean-rep'], period: '2026-09', rows: [{ dimension: 'region' }] })),
    ).toEqual({
      North: 75, // 70 and 80
      South: 125, // 50 and 200
      '': 400 / 3, // 120, 80, 200
    });
    expect(totalOf(context, { kpis: ['median-rep'], period: '2026-09' }).value).toBe(120);
  });

  it('are those of the united rest too', () => {
    // Cy 200 is kept; the rest are Ann 120, Bo 80, and Di who sold nothing and is no member of sales.
    const top: QuestionInput = { kpis: ['mean-rep'], period: '2026-09', rows: [{ dimension: 'rep', top: { n: 1 } }] };
    expect(valuesByName(ask(context, top))).toEqual({ Cy: 200, '(other)': 100, '': 400 / 3 });
    expect(rowsBehind(context, top, 'sale', [''])).toEqual([0, 1, 2]);
  });

  it('may be held against all, and all against them', () => {
    // A third of all 410 in the period is 136.67: only Cy is above it.
    expect(totalOf(context, { kpis: ['best-share'], period: '2026-09' }).value).toBe(1);
    const shares = ask(context, { kpis: ['share-at-quota'], period: '2026-09', rows: [{ dimension: 'rep' }] });
    expect(valuesByName(shares)).toMatchObject({ Ann: 3, Bo: 0, '': 1 });
  });

  it('look over other times', () => {
    // Before any data nobody is known to have sold nothing.
    expect(totalOf(context, { kpis: ['up'], period: '2026-03' }).reason?.code).toBe('no-data');
    // Bo sold 500 in August.
    expect(totalOf(context, { kpis: ['up'], period: '2026-09' }).value).toBe(2);
    expect(totalOf(context, { kpis: ['up'], period: '2026-09', compare: 'previous' }).compare?.reason?.code).toBe(
      'no-comparison',
    );
  });

  it('need a quota of someone', () => {
    const none = contextOf({ sale: reps.sale ?? [], target: [{ value: 1000, start: '2026-09-01' }] }, { definitions });
    expect(totalOf(none, asked).reason).toMatchObject({ code: 'needs-data', needs: ['target.rep'] });
    const elsewhere = contextOf(
      { sale: reps.sale ?? [], target: [{ value: 1000, start: '2026-11-01', rep: 'Ann' }] },
      { definitions },
    );
    expect(totalOf(elsewhere, asked).reason?.code).toBe('no-data');
  });
});

/**
 * Own price of A 12 over 10 units, of B 8 over 5, C has no rival. Rivals: A 10 and 14, mean 12 (an older one of 5 is over); B 10.
 * All: 100 × (120/12 + 40/10) ÷ (10 + 5) = 100 × 14/15. Against Acme: 100 × (120/10 + 40/10) ÷ 15 = 100 × 16/15.
 */
const prices: PlainTables = {
  sale: [
    { date: '2026-09-03', amount: 60, quantity: 5, product: 'A', region: 'North' },
    { date: '2026-09-04', amount: 60, quantity: 5, product: 'A', region: 'South' },
    { date: '2026-09-04', amount: 40, quantity: 5, product: 'B', region: 'South' },
    { date: '2026-09-05', amount: 90, quantity: 9, product: 'C', region: 'South' },
    { date: '2026-09-06', amount: 30, product: 'A', region: 'South' },
    { date: '2026-09-06', amount: 30, quantity: 1, region: 'South' },
  ],
  competitor_price: [
    { product: 'A', competitor: 'Acme', price: 5, date: '2026-01-01' },
    { product: 'A', competitor: 'Acme', price: 10, date: '2026-08-01' },
    { product: 'A', competitor: 'Zeta', price: 14, date: '2026-08-01' },
    { product: 'B', competitor: 'Acme', price: 10, date: '2026-08-01' },
    { product: 'B', competitor: 'Acme', price: 99, date: '2026-10-01' },
  ],
};

describe('own prices beside others, product by product', () => {
  const context = contextOf(prices, { definitions, today: '2026-10-05' });
  const asked: QuestionInput = { kpis: ['index'], period: '2026-09' };

  it('are weighted by own volume over the products that both have', () => {
    expect(totalOf(context, asked).value).toBeCloseTo((100 * 14) / 15, 10);
  });

  it('have the rows of those products behind them', () => {
    expect(rowsBehind(context, asked, 'sale')).toEqual([0, 1, 2]);
    expect(rowsBehind(context, asked, 'competitor_price')).toEqual([1, 2, 3]);
    expect(passport(context, asked).rows.leftOut).toContainEqual({ reason: 'no-value:product', count: 1 });
  });

  it('stand beside each competitor, own sales being the same', () => {
    const byCompetitor: QuestionInput = { ...asked, rows: [{ dimension: 'competitor' }] };
    const answered = ask(context, byCompetitor);
    const values = valuesByName(answered);
    expect(Object.keys(values)).toEqual(['Acme', 'Zeta', '']);
    expect(values['Acme']).toBeCloseTo((100 * 16) / 15, 10);
    expect(values['Zeta']).toBeCloseTo((100 * (120 / 14)) / 10, 10);
    expect(rowsBehind(context, byCompetitor, 'sale', ['Zeta'])).toEqual([0, 1]);
    const filtered: QuestionInput = { ...asked, filters: [{ dimension: 'competitor', op: 'in', values: ['Zeta'] }] };
    expect(totalOf(context, filtered).value).toBeCloseTo(values['Zeta'] ?? NaN, 10);
    const top = ask(context, { ...asked, rows: [{ dimension: 'competitor', top: { n: 1 } }] });
    expect(valuesByName(top)['(other)']).toBeCloseTo(values['Zeta'] ?? NaN, 10);
  });

  it('cannot be split by what prices do not have', () => {
    const { cells } = ask(context, { ...asked, rows: [{ dimension: 'region' }] });
    expect(cells.map(({ reason }) => reason?.code)).toEqual([
      'filter-not-answerable',
      'filter-not-answerable',
      undefined,
    ]);
  });

  it('stand product by product under each competitor, the rest united', () => {
    const rows = [{ dimension: 'competitor' }, { dimension: 'product', top: { n: 1 } }];
    const values = valuesByName(ask(context, { ...asked, rows }));
    // Of Acme's, A has the index 120 and B 80: B is the rest.
    expect(values['Acme / A']).toBeCloseTo(120, 10);
    expect(values['Acme / (other)']).toBeCloseTo(80, 10);
  });
});

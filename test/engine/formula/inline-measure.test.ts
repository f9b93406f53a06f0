import { describe, expect, it } from 'vitest';
import { inputsOf } from '#engine/formula/expression.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { contextOf, totalOf } from '../../support/ask.ts';
import { definitions, expressionOf, kpi } from './formulas.ts';

const measureOf = (formula: string): MeasureDefinition | undefined => inputsOf(expressionOf(formula))[0]?.measure;

describe('an aggregate in a formula', () => {
  it('is a measure whose id is its text', () => {
    expect(measureOf('sum( sale."custom:Frakt"  by order_date,channel="Web" , not order)')).toEqual({
      id: 'sum(sale."custom:Frakt" by order_date, channel = "Web", not order)',
      kind: 'sale',
      aggregate: { do: 'sum', field: 'custom:Frakt' },
      where: [
        { field: 'channel', is: 'one-of', values: ['Web'] },
        { field: 'order', is: 'missing' },
      ],
      date: 'order_date',
      nature: 'flow',
      unit: 'quantity',
    });
  });

  it.each([
    ['count(deal)', { do: 'count' }, [], 'created', 'count'],
    ['count(sale.cost)', { do: 'count' }, [{ field: 'cost', is: 'present' }], 'date', 'count'],
    ['distinct(sale.customer)', { do: 'distinct', field: 'customer' }, [], 'date', 'count'],
    ['mean(deal.value)', { do: 'mean', field: 'value' }, [], 'created', 'money'],
    ['median(lead.answer_hours)', { do: 'quantile', field: 'answer_hours', q: 0.5 }, [], 'created', 'hours'],
    ['sum(customer_span.years)', { do: 'sum', field: 'years' }, [], 'start', 'years'],
    ['count(lead, converted)', { do: 'count' }, [{ field: 'converted', is: 'true' }], 'created', 'count'],
    ['count(lead, not converted)', { do: 'count' }, [{ field: 'converted', is: 'not-true' }], 'created', 'count'],
    ['count(lead, answered)', { do: 'count' }, [{ field: 'answered', is: 'present' }], 'created', 'count'],
    [
      'count(sale, team = "Nord")',
      { do: 'count' },
      [{ field: 'team', is: 'one-of', values: ['Nord'] }],
      'date',
      'count',
    ],
    [
      'count(sale, region != "N ""x""")',
      { do: 'count' },
      [{ field: 'region', is: 'none-of', values: ['N "x"'] }],
      'date',
      'count',
    ],
    ['count(sale, region = "")', { do: 'count' }, [{ field: 'region', is: 'missing' }], 'date', 'count'],
    ['count(sale, region != "")', { do: 'count' }, [{ field: 'region', is: 'present' }], 'date', 'count'],
  ])('%s', (formula, aggregate, where, date, unit) => {
    expect(measureOf(formula)).toMatchObject({ id: formula, aggregate, where, date, unit });
  });
});

/** Amounts 100 + 40 + 60 + 7; freight 5 + 3 where the file says it; ordered in January but for the last. */
const sale = [
  { date: '2026-02-03', order_date: '2026-01-30', amount: 100, region: 'North', 'custom:Frakt': 5, customer: 'Ada' },
  { date: '2026-02-04', order_date: '2026-01-31', amount: 40, region: 'South', customer: 'Ada' },
  { date: '2026-02-05', order_date: '2026-01-31', amount: 60, 'custom:Frakt': 3, customer: 'Bo' },
  { date: '2026-02-06', order_date: '2026-02-06', amount: 7, region: 'North', customer: 'Cleo' },
];
const lead = [
  { created: '2026-02-01 08:00', converted: true },
  { created: '2026-02-01 09:00', converted: false },
  { created: '2026-02-02 10:00' },
];

describe('an aggregate over rows', () => {
  it.each([
    ['sum(sale."custom:Frakt")', 8],
    ['sum(sale."custom:Frakt") / sum(sale.amount, "custom:Frakt")', 8 / 160],
    ['count(sale.region)', 3],
    ['count(sale, not region)', 1],
    ['sum(sale.amount, region = "North")', 107],
    // Rows without a region are not from the north either.
    ['sum(sale.amount, region != "North")', 100],
    ['distinct(sale.customer, region)', 2],
    ['mean(sale.amount)', 51.75],
    // 7, 40, 60, 100.
    ['median(sale.amount)', 50],
    ['sum(sale.amount by order_date)', 7],
    ['count(lead, converted)', 1],
    ['count(lead, not converted)', 2],
  ])('%s is %d in February', (formula, expected) => {
    const context = contextOf({ sale, lead }, { definitions: definitions(kpi('k', formula)) });
    expect(totalOf(context, { kpis: ['k'], period: '2026-02' }).value).toBeCloseTo(expected, 10);
  });
});

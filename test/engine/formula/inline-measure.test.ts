import { describe, expect, it } from 'vitest';
import { inputsOf } from '#engine/formula/expression.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { expressionOf } from './formulas.ts';

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

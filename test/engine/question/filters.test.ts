import { describe, expect, it } from 'vitest';
import type { Filter, QuestionInput } from '#shared/question.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';

const context = contextOf(
  {
    sale: [
      { date: '2026-01-10', amount: 100, customer: 'Björk AB', region: 'North', quantity: 2 },
      { date: '2026-02-10', amount: 40, customer: 'AB Björk', region: 'North', quantity: 5 },
      { date: '2026-03-10', amount: 7, customer: 'Alm', region: 'South' },
      { date: '2026-03-11', amount: 3, region: 'South', quantity: 1 },
    ],
    deal: [
      { id: '1', created: '2026-01-05', closed: '2026-01-20', status: 'won', value: 10, rep: 'Lo' },
      { id: '2', created: '2025-11-05', closed: '2026-01-25', status: 'won', value: 20, rep: 'Lo' },
    ],
  },
  { today: '2026-04-02' },
);
const sumUnder = (...filters: Filter[]) => totalOf(context, { kpis: ['revenue'], filters }).value;

describe('a filter', () => {
  it.each<[Filter, number]>([
    [{ op: 'in', dimension: 'customer', values: ['Alm', null] }, 10],
    [{ op: 'not-in', dimension: 'customer', values: ['Alm', null] }, 140],
    [{ op: 'contains', dimension: 'customer', text: 'BJÖRK' }, 140],
    [{ op: 'not-contains', dimension: 'customer', text: 'björk' }, 10],
    [{ op: 'starts-with', dimension: 'customer', text: 'ab' }, 40],
    [{ op: 'ends-with', dimension: 'customer', text: 'ab' }, 100],
    [{ op: 'blank', dimension: 'customer' }, 3],
    [{ op: 'not-blank', dimension: 'customer' }, 147],
    [{ op: 'blank', dimension: 'quantity' }, 7],
    [{ op: 'between', dimension: 'quantity', from: 2, to: null }, 140],
    [{ op: 'between', dimension: 'amount', from: 3, to: 40 }, 50],
    [{ op: 'between', dimension: 'amount', from: null, to: 6.9999 }, 3],
    [{ op: 'period', dimension: 'date', period: '2026-03' }, 10],
    [{ op: 'period', dimension: 'date', period: 'last-month' }, 10],
    [{ op: 'top', dimension: 'customer', n: 1, by: 'revenue' }, 100],
    [{ op: 'top', dimension: 'customer', n: 2, by: 'revenue', lowest: true }, 10],
  ])('%o keeps rows of %d', (filter, sum) => {
    expect(sumUnder(filter)).toBe(sum);
  });

  it('for the best members goes by the period and the other filters', () => {
    const best: Filter = { op: 'top', dimension: 'customer', n: 1, by: 'revenue' };
    expect(sumUnder(best, { op: 'not-in', dimension: 'customer', values: ['Björk AB'] })).toBe(40);
    expect(totalOf(context, { kpis: ['revenue'], filters: [best], period: '2026-03' }).value).toBe(7);
    const question: QuestionInput = { kpis: ['revenue'], rows: [{ dimension: 'customer' }], filters: [best] };
    expect(valuesByName(ask(context, question))).toEqual({ 'Björk AB': 100, '': 100 });
  });

  it('by a date of its own leaves the dates of the numbers as they are', () => {
    const filters: Filter[] = [{ op: 'period', dimension: 'created', period: '2026' }];
    const won = totalOf(context, { kpis: ['won-deals'], filters, period: '2026-01' });
    expect(won.value ?? won.reason?.code).toBe(1);
  });

  it.each<[Filter, string]>([
    [{ op: 'between', dimension: 'quantity', from: 1, to: 2 }, 'filter-not-answerable'],
    [{ op: 'contains', dimension: 'channel', text: 'a' }, 'needs-data'],
  ])('%o by what the rows do not have gives no value', (filter, code) => {
    const kpi = filter.op === 'between' ? 'won-deals' : 'revenue';
    expect(totalOf(context, { kpis: [kpi], filters: [filter] }).reason?.code).toBe(code);
  });

  it.each<[Filter, string]>([
    [{ op: 'between', dimension: 'customer', from: 1, to: 2 }, 'E_UNKNOWN_DIMENSION'],
    [{ op: 'contains', dimension: 'nope', text: 'a' }, 'E_UNKNOWN_DIMENSION'],
    [{ op: 'period', dimension: 'date', period: 'soon' }, 'E_BAD_PERIOD'],
    [{ op: 'top', dimension: 'customer', n: 1, by: 'nope' }, 'E_UNKNOWN_KPI'],
  ])('%o is refused', (filter, code) => {
    expect(() => sumUnder(filter)).toThrow(expect.objectContaining({ code }));
  });
});

import type { ValuedCustomer } from '#shared/customer-value.ts';
import type { CellRef, Question } from '#shared/question.ts';

/**
 * The question whose rows are a customer's purchases: his revenue by month. By `customer_key` it has the rows without his id too, which
 * Explore cannot filter by.
 */
export function customerQuestion(
  dimension: ValuedCustomer['dimension'] | 'customer_key',
  member: string,
): {
  readonly question: Question;
  readonly cell: CellRef;
} {
  return {
    question: {
      kpis: ['revenue'],
      rows: [{ dimension: 'date', grain: 'month' }],
      columns: [],
      filters: [{ op: 'in', dimension, values: [member] }],
      period: 'all',
      compare: 'none',
      variants: {},
    },
    cell: { kpi: 'revenue', row: [], column: [] },
  };
}

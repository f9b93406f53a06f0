import type { ValuedCustomer } from '#shared/customer-value.ts';
import type { CellRef, Question } from '#shared/question.ts';

/** The question whose rows are a customer's purchases: his revenue by month. */
export function customerQuestion({ dimension, member }: Pick<ValuedCustomer, 'dimension' | 'member'>): {
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

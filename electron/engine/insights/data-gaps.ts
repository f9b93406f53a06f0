import type { Insight } from '#shared/insights.ts';
import type { QuestionInput } from '#shared/question.ts';
import { insight, number, opensCell, opensCells, placeOf, totalOf, type InsightScope } from './insight.ts';

/** Of revenue, from where on what is missing is worth a word. */
const LEAST = 0.02;
const FIELDS = ['cost', 'rep', 'customer', 'product'] as const;

/** Revenue of rows that lack a field which others have: cost, rep, customer, product. Its share of revenue is the size. */
export function dataGaps({ ask, queries, period, filters }: InsightScope): readonly Insight[] {
  const all: QuestionInput = { kpis: ['revenue'], period, filters: [...filters] };
  const total = totalOf(ask(all), 'revenue')?.value ?? 0;
  if (total <= 0) return [];
  return FIELDS.flatMap((field): readonly Insight[] => {
    if (!queries.has('sale', field)) return [];
    const question: QuestionInput = { ...all, filters: [...filters, { op: 'blank', dimension: field }] };
    const cell = totalOf(ask(question), 'revenue');
    const value = cell?.value ?? 0;
    const share = value / total;
    if (share < LEAST) return [];
    const place = placeOf(question, 'revenue');
    return [
      insight({
        id: `data-gap:${field}`,
        rule: 'data-gap',
        form: field,
        size: share,
        tone: 'neutral',
        words: {
          amount: number(value, 'money', opensCell(place)),
          share: number(share, 'ratio', opensCells('share', place, placeOf(all, 'revenue'))),
        },
        count: cell?.rows.used ?? 0,
        countOpens: opensCell(place, true),
        question,
        cell: { kpi: 'revenue', row: [], column: [] },
      }),
    ];
  });
}

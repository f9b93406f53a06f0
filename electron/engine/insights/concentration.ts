import type { Insight } from '#shared/insights.ts';
import type { QuestionInput } from '#shared/question.ts';
import { insight, member, number, opensCell, opensCells, placeOf, totalOf, type InsightScope } from './insight.ts';

/** Of revenue, from where on one customer is worth a word. */
const ONE = 0.2;
/** The same of ten, among at least `CUSTOMERS`. */
const TEN = 0.5;
const CUSTOMERS = 20;

/** One customer stands for a fifth of revenue or more, else ten of at least twenty for half of it. What is above that is the size. */
export function concentration({ ask, queries, period, filters }: InsightScope): readonly Insight[] {
  if (!queries.has('sale', 'customer')) return [];
  const question: QuestionInput = {
    kpis: ['revenue'],
    rows: [{ dimension: 'customer', order: { by: 'revenue', descending: true } }],
    period,
    filters: [...filters],
  };
  const answer = ask(question);
  const all = totalOf(answer, 'revenue')?.value ?? 0;
  const first = answer.cells.find(({ row }) => row.length === 1 && typeof row[0] === 'string');
  const share = all > 0 ? (first?.value ?? 0) / all : 0;
  if (first !== undefined && share >= ONE && share < 1) {
    const place = placeOf(question, 'revenue', first.row);
    return [
      insight({
        id: 'concentration:one',
        rule: 'concentration',
        form: 'one',
        size: share - ONE,
        tone: 'neutral',
        words: {
          customer: member('customer', first.row[0] ?? null),
          share: number(share, 'ratio', opensCells('share', place, placeOf(question, 'revenue'))),
          amount: number(first.value ?? 0, 'money', opensCell(place)),
        },
        question,
        cell: { kpi: 'revenue', row: first.row, column: [] },
      }),
    ];
  }
  const ten: QuestionInput = { kpis: ['top-10-share', 'active-customers'], period, filters: [...filters] };
  const counted = ask(ten);
  const [topTen, buying] = [
    totalOf(counted, 'top-10-share')?.value ?? 0,
    totalOf(counted, 'active-customers')?.value ?? 0,
  ];
  if (topTen < TEN || buying < CUSTOMERS) return [];
  return [
    insight({
      id: 'concentration:ten',
      rule: 'concentration',
      form: 'ten',
      size: topTen - TEN,
      tone: 'neutral',
      words: {
        share: number(topTen, 'ratio', opensCell(placeOf(ten, 'top-10-share'))),
        customers: number(buying, 'count', opensCell(placeOf(ten, 'active-customers'))),
      },
      question: ten,
      cell: { kpi: 'top-10-share', row: [], column: [] },
    }),
  ];
}

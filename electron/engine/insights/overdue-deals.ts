import { isoDate } from '#shared/calendar.ts';
import type { Insight } from '#shared/insights.ts';
import type { QuestionInput } from '#shared/question.ts';
import { insight, number, opensCell, opensCells, placeOf, totalOf, type InsightScope } from './insight.ts';

const LONG_AGO = '1990-01-01';

/**
 * Open deals that were to be closed before the last day that the deals know of: of a file that was exported in June nothing is overdue in
 * July. Only where the period reaches that day. Their share of the value of all open deals is the size.
 */
export function overdueDeals({ ask, queries, filters, to, today }: InsightScope): readonly Insight[] {
  const ends = ['created', 'closed'].flatMap((field) => queries.dateRange('deal', field)?.to ?? []);
  const known = Math.min(today, Math.max(...ends));
  if (!Number.isFinite(known) || to < known || !queries.has('deal', 'expected_close')) return [];
  const open: QuestionInput = { kpis: ['open-value'], period: 'all', filters: [...filters] };
  const question: QuestionInput = { ...open, period: `${LONG_AGO}..${isoDate(known - 1)}` };
  const overdue = totalOf(ask(question), 'open-value');
  const [late, all] = [overdue?.value ?? 0, totalOf(ask(open), 'open-value')?.value ?? 0];
  if (late <= 0 || all <= 0) return [];
  const place = placeOf(question, 'open-value');
  return [
    insight({
      id: 'overdue-deals',
      rule: 'overdue-deals',
      form: 'some',
      size: late / all,
      tone: 'bad',
      words: {
        amount: number(late, 'money', opensCell(place)),
        share: number(late / all, 'ratio', opensCells('share', place, placeOf(open, 'open-value'))),
        day: { as: 'period', from: isoDate(known), to: isoDate(known) },
      },
      count: overdue?.rows.used ?? 0,
      countOpens: opensCell(place, true),
      question,
      cell: { kpi: 'open-value', row: [], column: [] },
    }),
  ];
}

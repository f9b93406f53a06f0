import type { Insight } from '#shared/insights.ts';
import { DATE_DIMENSION, type QuestionInput } from '#shared/question.ts';
import { insight, number, opensCell, placeOf, type InsightScope } from './insight.ts';

/** Reps at quota in the last closed month of the period with quotas, where fewer reached theirs than the KPI asks for. What is missing to that is the size. */
export function quota({ ask, period, filters }: InsightScope): readonly Insight[] {
  const question: QuestionInput = {
    kpis: ['reps-at-quota'],
    rows: [{ dimension: DATE_DIMENSION, grain: 'month' }],
    period,
    filters: [...filters],
  };
  const months = ask(question).cells.filter(
    ({ row, value, marks }) => row.length === 1 && value !== null && !marks.includes('open-period'),
  );
  const last = months.at(-1);
  if (last === undefined || last.value === null || !last.marks.includes('targets-ambitious')) return [];
  return [
    insight({
      id: 'quota',
      rule: 'quota',
      form: 'low',
      size: LEAST_SHARE - last.value,
      tone: 'bad',
      words: {
        share: number(last.value, 'ratio', opensCell(placeOf(question, 'reps-at-quota', last.row))),
        least: number(LEAST_SHARE, 'ratio'),
        month: { as: 'period', ...last.period },
      },
      question,
      cell: { kpi: 'reps-at-quota', row: last.row, column: [] },
    }),
  ];
}

/** As `ambitiousBelow` of the KPI has it. */
const LEAST_SHARE = 0.6;

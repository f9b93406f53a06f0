import type { Insight } from '#shared/insights.ts';
import type { QuestionInput } from '#shared/question.ts';
import { comparedWith } from './drivers.ts';
import {
  growth,
  insight,
  nowAndBefore,
  number,
  opensCell,
  opensCells,
  placeOf,
  totalOf,
  type InsightScope,
} from './insight.ts';

const LEAST_GROWTH = 0.1;
const LEAST_HOURS = 0.5;
const LEAST_LEADS = 5;

/** Leads wait more than a tenth, and half an hour, longer for their first answer than in the comparison. The growth above a tenth is the size. */
export function responseTime({ ask, period, compare, filters }: InsightScope): readonly Insight[] {
  const question: QuestionInput = { kpis: ['response-time'], period, compare, filters: [...filters] };
  const answer = ask(question);
  const cell = totalOf(answer, 'response-time');
  const { now = 0, before = 0 } = nowAndBefore(answer, 'response-time') ?? {};
  if (before <= 0 || (cell?.rows.used ?? 0) < LEAST_LEADS) return [];
  const place = placeOf(question, 'response-time');
  const more = now / before - 1;
  if (more <= LEAST_GROWTH || now - before < LEAST_HOURS) return [];
  return [
    insight({
      id: 'response-time',
      rule: 'response-time',
      form: 'longer',
      size: more - LEAST_GROWTH,
      tone: 'bad',
      words: {
        now: number(now, 'hours', opensCell(place)),
        was: number(before, 'hours', opensCells('before', place)),
        growth: growth(more, opensCells('growth', place)),
        before: comparedWith(answer),
      },
      question,
      cell: { kpi: 'response-time', row: [], column: [] },
    }),
  ];
}

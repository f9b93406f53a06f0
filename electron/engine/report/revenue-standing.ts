import { isoDate } from '#shared/calendar.ts';
import type { Answer, AnswerCell, Comparison, DimensionRef, Question } from '#shared/question.ts';
import { formatDate } from '#shared/format-period.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { goalOf, type Goal } from '#shared/tiles/goal-of.ts';
import { historyOf } from '../question/history.ts';
import { kpiPlanner } from '../question/planned-kpi.ts';
import { planAtHand } from './at-hand.ts';
import type { PageTools } from './page-tools.ts';

/** More members than these are united. */
const MOST_MEMBERS = 12;

/** Revenue of the report's period: as a whole, by a dimension, and against its target. */
export interface RevenueStanding {
  readonly total: AnswerCell | null;
  /** Null where no dimension tells anything. */
  readonly by: string | null;
  /** Revenue and margin by it, the largest first and the rest united; the totals alone without one. */
  readonly answer: Answer;
  /** What is answered. */
  readonly question: Question;
  readonly goal: Goal | null;
  /** First day with data where the comparison's days begin before them; null where it is whole or there is none. */
  readonly partlyFrom: string | null;
}

/** What a report is held against beside its targets. */
export const baseOf = ({ report }: Pick<PageTools, 'report'>): Comparison =>
  report.compare === 'target' ? 'last-year' : report.compare;

/** Whether an answer has anything of the comparison's days. */
export const isCompared = ({ cells }: Answer): boolean => cells.some(({ compare }) => compare?.value != null);

/** A month's rows of a KPI against its targets. */
export const targetsOf = (kpis: readonly string[], { look }: Pick<PageTools, 'look'>): Answer =>
  look({ kpis: [...kpis], rows: [{ dimension: DATE_DIMENSION, grain: 'month' }], compare: 'target' });

/** The largest members by revenue, the rest united; none for the total alone. */
export const revenueRows = (by: string | null): DimensionRef[] =>
  by === null ? [] : [{ dimension: by, order: { by: 'revenue', descending: true }, top: { n: MOST_MEMBERS } }];

/** Revenue by the dimension, by the most telling one for null. Throws what questions throw. */
export function revenueStanding(wanted: string | null, tools: PageTools): RevenueStanding {
  const { look, report, context } = tools;
  const by = wanted ?? planAtHand(context.question, report.filters).breakdowns[0] ?? null;
  const question = { kpis: ['revenue', 'gross-margin'], rows: revenueRows(by), compare: baseOf(tools) };
  const answer = look(question);
  return {
    total: totalOf(answer, 'revenue'),
    by,
    answer,
    question: tools.pinned(question, answer),
    goal: goalOf('revenue', answer, targetsOf(['revenue'], tools)),
    partlyFrom: partlyFrom(answer, tools),
  };
}

/** First day that something is known of a KPI, where that is partway through the comparison; null for a whole comparison or none. */
export function partlyFrom(answer: Answer, { context }: Pick<PageTools, 'context'>, kpi = 'revenue'): string | null {
  const isPart = totalOf(answer, kpi)?.marks.includes('base-starts-late') === true;
  if (answer.comparePeriod === null || !isPart) return null;
  const { queries } = context.question;
  const variants = Object.fromEntries(answer.kpis.map((each) => [each.kpi, each.variant]));
  const { inputs } = kpiPlanner({ variants, compare: 'none' }, context.question)(kpi);
  const firsts = inputs.flatMap(({ measure }) =>
    measure.nature === 'flow' && measure.kind !== 'target' ? (historyOf(measure, queries)?.from ?? []) : [],
  );
  return isoDate(Math.max(...firsts));
}

/** That a comparison is incomplete; null where it is. Example: 'Uppgifter finns först från och med 1 okt 2024, så jämförelsen är ofullständig.' */
export function partlyNote(answer: Answer, tools: Pick<PageTools, 'context' | 'words'>): string | null {
  const from = partlyFrom(answer, tools);
  const { say, format } = tools.words;
  return from === null ? null : say('report:numbers.partly.note', { day: formatDate(from, format.locale) });
}

/** Today, ISO. */
export const todayOf = ({ context }: Pick<PageTools, 'context'>): string => isoDate(context.question.today);

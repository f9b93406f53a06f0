import { addMonths, civilOf, firstDayOfMonth, isoDate, monthIndex, parseIsoDate } from '#shared/calendar.ts';
import type { Insight } from '#shared/insights.ts';
import { DATE_DIMENSION, type AnswerCell, type QuestionInput } from '#shared/question.ts';
import { insight, number, opensCell, placeOf, type InsightScope } from './insight.ts';

/** What is looked through for records, the first ones first where two are as large. */
const KPIS = ['revenue', 'orders', 'average-order-value', 'gross-margin', 'new-customers', 'win-rate'];
/** Months that it has to beat. */
const LEAST_MONTHS = 12;
/** Months looked back over. */
const MOST_MONTHS = 36;

/**
 * The last closed month of the period is the highest or lowest of more than twelve, back over three years at most. Months with few rows,
 * without value or with every customer new by necessity do not count. How far it passes the
 * record before, as a share of the mean of the others, is the size.
 */
export function extremes(scope: InsightScope): readonly Insight[] {
  const { ask, filters, through } = scope;
  const { year, month } = civilOf(through);
  const thisMonth = monthIndex(year, month);
  const [from, to] = [firstDayOfMonth(thisMonth - MOST_MONTHS), firstDayOfMonth(thisMonth + 1) - 1];
  const months = (kpis: readonly string[]): QuestionInput => ({
    kpis: [...kpis],
    rows: [{ dimension: DATE_DIMENSION, grain: 'month' }],
    period: `${isoDate(from)}..${isoDate(to)}`,
    filters: [...filters],
  });
  const answer = ask(months(KPIS));
  return answer.kpis.flatMap(({ ref, unit, direction }): readonly Insight[] => {
    const closed = answer.cells.filter((cell) => cell.kpi === ref && cell.row.length === 1 && counts(cell, scope));
    const last = closed.at(-1);
    const before = closed.slice(0, -1).map(({ value }) => value ?? 0);
    const value = last?.value ?? null;
    if (last === undefined || value === null || !isNews(last, scope) || before.length < LEAST_MONTHS) return [];
    const form = value > Math.max(...before) ? 'high' : value < Math.min(...before) ? 'low' : null;
    const record = form === 'high' ? Math.max(...before) : Math.min(...before);
    const mean = before.reduce((sum, each) => sum + each, 0) / before.length;
    if (form === null || mean === 0) return [];
    const next = closed.find((cell) => cell.value === record);
    const question = months([ref]);
    return [
      insight({
        id: `extreme:${ref}`,
        rule: 'extreme',
        form,
        size: Math.abs(unit === 'ratio' ? value - record : (value - record) / mean),
        tone: direction === 'neutral' ? 'neutral' : (form === 'high') === (direction === 'higher') ? 'good' : 'bad',
        words: {
          kpi: { as: 'kpi', kpi: ref },
          month: { as: 'period', ...last.period },
          value: number(value, unit, opensCell(placeOf(question, ref, last.row))),
          record: number(record, unit, opensCell(placeOf(question, ref, next?.row))),
        },
        count: before.length + 1,
        question,
        cell: { kpi: ref, row: last.row, column: [] },
      }),
    ];
  });
}

/** A month that is over, that the data reach through, and whose value can be held against others. */
function counts({ value, marks, period }: AnswerCell, { through }: InsightScope): boolean {
  const isWhole = (parseIsoDate(period.to) ?? Infinity) <= through;
  const isShaky = marks.some((mark) => ['open-period', 'data-ends-early', 'small-base', 'biased-start'].includes(mark));
  return value !== null && isWhole && !isShaky;
}

/** It is the month that the period ends with, or the one before that where that one is open. */
function isNews({ period }: AnswerCell, { through }: InsightScope): boolean {
  return (parseIsoDate(period.to) ?? 0) > addMonths(through, -1);
}

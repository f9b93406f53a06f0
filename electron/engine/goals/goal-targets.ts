import type { Goal, OverTime } from '#shared/goals.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { Filter } from '#shared/question.ts';
import type { DayRange } from '../ports/column-queries.ts';
import type { QuestionContext } from '../question/context.ts';
import { remembered } from '../question/memo.ts';
import { goalStanding } from './goal-pace.ts';
import { sameFilters } from './same-filters.ts';
import type { Weights } from './weights.ts';

interface Standing extends DayRange {
  readonly target: number;
  readonly over: OverTime;
  readonly weights: Weights;
}

/**
 * Goals as the targets that a question compares with: those on its KPI whose filters are the cell's own. Of goals that hold the cell's days
 * the shortest answers, with the part of its target that falls on them; goals that follow each other fill a longer cell together. A
 * range is no one number to draw, and gives none. Null where the days are not filled.
 * `goals` is looked up when it is first needed; the same context asks for its questions.
 * Example: a goal of 1 200 for 2026 spread evenly is 300 for the first quarter; four quarters' goals fill the year.
 */
export function goalTargets(
  goals: () => readonly Goal[],
  context: QuestionContext,
): NonNullable<QuestionContext['goalTarget']> {
  let all: readonly Goal[] | null = null;
  const standings = new Map<Goal, Standing | null>();
  const standingOf = (goal: Goal): Standing | null =>
    remembered(standings, goal, () => {
      const { pace, period, weights } = goalStanding(goal, context);
      return pace.target === null
        ? null
        : { from: period.from, to: period.to, target: pace.target, over: pace.over, weights };
    });
  return ({ kpi, filters }, days) => {
    const { kpi: id, variant } = parseKpiReference(kpi);
    all ??= goals().filter(({ better }) => better !== 'range');
    const alike = all
      .filter((goal) => isOf(goal, id, variant, filters))
      .flatMap((goal) => standingOf(goal) ?? [])
      .toSorted((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
    const whole = alike.find(({ from, to }) => from <= days.from && to >= days.to);
    if (whole !== undefined) return together([whole], days);
    const inOrder = alike.toSorted((a, b) => a.from - b.from || a.to - b.to);
    const chain: Standing[] = [];
    for (let next = days.from; next <= days.to;) {
      const link = inOrder.find(({ from, to }) => from <= next && to >= next);
      // A goal that another one cuts in two would be counted in part only.
      if (link === undefined || (chain.length > 0 && link.from !== next)) return null;
      chain.push(link);
      next = link.to + 1;
    }
    return together(chain, days);
  };
}

function isOf(goal: Goal, kpi: string, variant: string | null, filters: readonly Filter[]): boolean {
  const own = parseKpiReference(goal.kpi);
  return own.kpi === kpi && own.variant === variant && sameFilters(goal.filters, filters);
}

function together(chain: readonly Standing[], days: DayRange): number | null {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (first.over === 'adds') return chain.reduce((sum, { target, weights }) => sum + target * weights.share(days), 0);
  if (first.over === 'stands') return last.target;
  const lengthIn = ({ from, to }: DayRange): number => Math.min(to, days.to) - Math.max(from, days.from) + 1;
  return chain.reduce((sum, each) => sum + each.target * lengthIn(each), 0) / (days.to - days.from + 1);
}

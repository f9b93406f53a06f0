import { addMonths, civilOf, dayOf, isoDate, type Day } from '#shared/calendar.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import type { KpiDefinition } from '#shared/kpi-definition.ts';
import type { Unit } from '#shared/units.ts';
import { forecast, type Forecast } from '../forecast/automatic.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { checkFormula } from '../formula/check-formula.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import { printFormula } from '../formula/print-formula.ts';
import type { DayRange } from '../ports/column-queries.ts';
import type { QuestionContext } from '../question/context.ts';
import { askTotal, askUnits, spec, type AskedUnit } from './asked.ts';
import { goalPace, goalStanding, type GoalStanding } from './goal-pace.ts';
import { pastOf } from './past.ts';
import { monthsWithin, projectionOf } from './projection.ts';
import { isAlike, proposalOf } from './proposal.ts';
import { numeratorNeeded, requiredOf } from './required.ts';
import { smartOf } from './smart.ts';
import { workingDays, type MonthPart } from './weights.ts';

const HISTORY_MONTHS = 48;
/** A forecast of fewer months than a year's would be a guess. */
const FEWEST_MONTHS = 12;
const RECENT_DAYS = 30;

/**
 * All that a goal's screen shows: its pace, what the days that are left need, the projection with its interval and chance, its months, the five
 * checks and the next target. `goals`: all of the workspace, for what it serves and for those before it.
 * Throws what `goalPace` throws. Source: kpis.md, Goals.
 */
export function goalStatus(goal: Goal, goals: readonly Goal[], todays: QuestionContext): GoalStatus {
  const standing = goalStanding(goal, todays);
  const { pace, period, weights, opening, context } = standing;
  const { calendar } = context.queries.columns.rules();
  const months = monthsOf(goal, standing);
  const ahead = weights.months.filter(({ to }) => to > period.through);
  const carried = period.open && pace.actual !== null ? forecastOf(months, ahead[0], ahead.length) : null;
  const counted = Math.min(period.through, period.to);
  const left = { from: Math.max(period.from, counted + 1), to: period.to };
  const facts = {
    over: pace.over,
    better: goal.better,
    target: pace.target,
    upTo: pace.upTo,
    actual: pace.actual,
    opening,
    weight: weights.share({ from: period.from, to: counted }),
    ahead: ahead.map((part) => ({
      left: leftOf(part, period.through, context),
      share: daysIn({ from: Math.max(part.from, period.through + 1), to: part.to }) / daysIn(period),
    })),
    forecast: carried,
  };
  const projection = projectionOf(facts);
  const cone = monthsWithin(facts);
  const past = pastOf(goal, period, pace, context);
  const earlier = goals
    .filter((each) => isAlike(goal, each))
    .map((each) => ({ goal: each, pace: goalPace(each, todays) }))
    .toSorted((a, b) => (a.pace.period.from < b.pace.period.from ? -1 : 1));
  const isFollowed = earlier.some((each) => each.pace.period.from > pace.period.to);
  const before = earlier.filter((each) => each.pace.period.to < pace.period.from);
  return {
    ...pace,
    days: calendar === null ? 'all' : 'working',
    required: pace.over === 'adds' && period.open ? requiredOf(pace, goal.better, workingDays(left, calendar)) : null,
    recent: pace.over === 'adds' && period.open ? recentOf(goal, period.through, context) : null,
    needed: neededOf(goal, standing),
    projection,
    spread: weights.by,
    months: weights.months.map((part) => {
      const share = weights.share(part);
      const isAhead = part.to > period.through;
      const point = carried?.points[ahead.indexOf(part)];
      const { low = null, high = null } = (isAhead ? cone[ahead.indexOf(part)] : null) ?? {};
      const rest = leftOf(part, period.through, context);
      return {
        from: isoDate(part.from),
        to: isoDate(part.to),
        actual: part.from > period.through ? null : valueOf(goal, part, months, context),
        target: pace.target === null ? null : pace.over === 'adds' ? pace.target * share : pace.target,
        forecast: !isAhead || point === undefined ? null : pace.over === 'adds' ? point.value * rest : point.value,
        low,
        high,
      };
    }),
    smart: smartOf(goal, { pace, period, past, chance: projection?.chance ?? null }, goals, context),
    proposal: isFollowed ? null : proposalOf(goal, pace, period, before, context.settings.fiscalYearStart),
  };
}

type Months = ReadonlyMap<Day, AskedUnit>;

/** The KPI by month, from four years before the goal's period to its end, by the first day of the month. */
function monthsOf(goal: Goal, { period, context }: GoalStanding): Months {
  const { year, month } = civilOf(period.from);
  const from = addMonths(dayOf(year, month, 1), -HISTORY_MONTHS);
  return new Map(askUnits(goal, { from, to: period.to }, 'month', context).map((each) => [each.from, each]));
}

/** A month's value; of a part of a month it is asked for by itself. */
function valueOf(goal: Goal, part: MonthPart, months: Months, context: QuestionContext): number | null {
  return part.from === part.month ? (months.get(part.month)?.value ?? null) : askTotal(goal, spec(part), context).value;
}

/** The months ahead carried on from the whole months before them; null for too short a history. */
function forecastOf(months: Months, first: MonthPart | undefined, horizon: number): Forecast | null {
  if (first === undefined) return null;
  const values: number[] = [];
  for (let month = addMonths(first.month, -1); ; month = addMonths(month, -1)) {
    const value = months.get(month)?.value ?? null;
    if (value === null) break;
    values.unshift(value);
  }
  return values.length < FEWEST_MONTHS ? null : forecast(values, 12, horizon);
}

/** What of a whole month's working days lies in a part of it after a day. */
function leftOf(part: MonthPart, through: Day, context: QuestionContext): number {
  const { calendar } = context.queries.columns.rules();
  const rest = { from: Math.max(part.from, through + 1), to: part.to };
  const whole = { from: part.month, to: addMonths(part.month, 1) - 1 };
  const all = workingDays(whole, calendar);
  return all === 0 ? daysIn(rest) / daysIn(whole) : workingDays(rest, calendar) / all;
}

const daysIn = ({ from, to }: DayRange): number => Math.max(0, to - from + 1);

/** The days that the recent mean is of, ISO: thirty working days through one, thirty days without a calendar. Example: through 30 June, 1 to 30 June. */
export function recentDays(through: Day, calendar: Parameters<typeof workingDays>[1]): { from: string; to: string } {
  let from = through;
  while (workingDays({ from, to: through }, calendar) < RECENT_DAYS && through - from < 366) from--;
  return { from: isoDate(from), to: isoDate(through) };
}

function recentOf(goal: Goal, through: Day, context: QuestionContext): GoalStatus['recent'] {
  const { from, to } = recentDays(through, context.queries.columns.rules().calendar);
  const { value } = askTotal(goal, `${from}..${to}`, context);
  return value === null ? null : { value: value / RECENT_DAYS, days: RECENT_DAYS };
}

function neededOf(goal: Goal, standing: GoalStanding): GoalStatus['needed'] {
  const divided = dividedOf(goal, standing);
  if (divided === null) return null;
  const { of, above, below } = divided;
  const value = numeratorNeeded(standing.pace.target, above.value, below.value);
  return value === null ? null : { of, unit: above.unit, value };
}

interface Side {
  readonly unit: Unit;
  readonly value: number | null;
}

/**
 * What a goal's KPI divides, so far, where its formula is one division; null otherwise, and for a goal that is over.
 * Throws what `goalPace` throws. Example: a win rate of 41 won of 150 closed is above 41, below 150.
 */
export function dividedOf(
  goal: Goal,
  { pace, period, context }: GoalStanding,
): { readonly of: string; readonly above: Side; readonly below: Side } | null {
  if (pace.over !== 'averages' || !period.open || pace.actual === null) return null;
  const formula = parseFormula(pace.formula);
  if (formula.type !== 'binary' || formula.operator !== '/') return null;
  const definitions = context.definitions ?? BUILT_IN;
  const side = (id: string, text: string): KpiDefinition => ({
    id,
    category: 'result',
    unit: checkFormula(text, id, definitions, context.settings.variants).units[0] ?? 'quantity',
    direction: 'neutral',
    variants: [{ id: 'standard', formula: text }],
    source: 'goal',
  });
  const of = printFormula(formula.left);
  const [above, below] = [side('goal-numerator', of), side('goal-denominator', printFormula(formula.right))];
  const kpis = new Map([...definitions.kpis, [above.id, above], [below.id, below]]);
  const ask = ({ id, unit }: KpiDefinition): Side => ({
    unit,
    value: askTotal({ kpi: id, filters: goal.filters }, goal.period, {
      ...context,
      definitions: { ...definitions, kpis },
    }).value,
  });
  return { of, above: ask(above), below: ask(below) };
}

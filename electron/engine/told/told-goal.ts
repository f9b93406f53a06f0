import { AppError } from '#shared/errors.ts';
import { isoDate } from '#shared/calendar.ts';
import { neededForm, neededSize } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import type { ToldInput, ToldOf } from '#shared/told.ts';
import type { Unit } from '#shared/units.ts';
import { goalStanding, type GoalStanding } from '../goals/goal-pace.ts';
import { dividedOf, goalStatus, recentDays } from '../goals/goal-status.ts';
import { startOf } from '../goals/pace.ts';
import type { QuestionContext } from '../question/context.ts';
import { questionRows } from './question-rows.ts';
import { BARE, input, type ToldAnswer } from './told-answer.ts';

type Figure = ToldOf<'goal'>['figure'];

/**
 * A number of a goal by the definition that the goal goes by: outcome, where it should be, target, projection, what the days left need.
 * Its inputs are those of its own formula; the rows are those of the outcome, of a baseline those of the time before, of the recent
 * mean those of its days.
 * Throws what `goalStatus` throws.
 * Example: 45 of 100 when half the weight has passed: expected 50 of target 100 and share 0.5.
 */
export function toldGoal(
  { goal, figure, month }: ToldOf<'goal'>,
  goals: readonly Goal[],
  todays: QuestionContext,
): ToldAnswer {
  const status = goalStatus(goal, goals, todays);
  const standing = goalStanding(goal, todays);
  const { context, period } = standing;
  const { columns } = context.queries;
  const counted = { from: isoDate(period.from), to: isoDate(Math.min(period.through, period.to)) };
  const part = month === undefined ? null : monthOf(month, status);
  const goesBy =
    figure === 'baseline' || figure === 'target'
      ? status.baseline
      : figure === 'recent'
        ? recentDays(period.through, columns.rules().calendar)
        : through(part, counted, status);
  const days = goesBy === null || goesBy.to < goesBy.from ? null : { from: goesBy.from, to: goesBy.to };
  const behind = days === null ? null : questionRows({ ...goal, period: `${days.from}..${days.to}` }, 'rows', context);
  const { value, unit } =
    part === null ? figureOf(figure, goal, status) : { value: part[valueOf(figure)], unit: status.unit };
  return {
    ...BARE,
    value,
    upTo: figure === 'target' && part === null ? status.upTo : null,
    unit,
    form: part === null ? formOf(figure, goal, status, standing) : monthForm(figure, status),
    inputs: [...(part === null ? inputsOf(figure, goal, status, standing) : monthInputs(figure, part, status))],
    period: days,
    ahead:
      figure === 'actual' || figure === 'baseline'
        ? null
        : { from: status.period.from, to: part === null ? status.period.to : part.to },
    filters: goal.filters,
    formula: behind?.formula ?? status.formula,
    leftOut: behind?.leftOut ?? [],
    rows: (behind?.rows ?? []).map((rows) => ({ ...rows, columns })),
  };
}

/** The days of the outcome: of a month of the chart through its end, of what does not add up the month alone. */
function through(part: MonthSoFar | null, counted: DayText, { over }: GoalStatus): DayText {
  if (part === null) return counted;
  const to = part.to < counted.to ? part.to : counted.to;
  return { from: over === 'adds' || part.from > to ? counted.from : part.from, to };
}

interface DayText {
  readonly from: string;
  readonly to: string;
}

/** A month of a goal as its chart has it: what adds up as a running total. */
interface MonthSoFar extends DayText {
  readonly target: number | null;
  readonly actual: number | null;
  readonly forecast: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function monthOf(month: string, { months, over }: GoalStatus): MonthSoFar {
  const at = months.findIndex(({ from }) => from === month);
  const here = months[at];
  if (here === undefined) throw new AppError('E_NOT_FOUND', 'The goal has no such month.', { month });
  const sum = (of: (one: GoalStatus['months'][number]) => number | null): number | null =>
    months.slice(0, at + 1).reduce<number | null>((all, one) => {
      const value = of(one);
      return value === null ? all : (all ?? 0) + value;
    }, null);
  // The line ahead starts at the last outcome.
  if (over !== 'adds') return { ...here, forecast: here.forecast ?? here.actual };
  const [actual, ahead] = [sum((one) => one.actual), sum((one) => one.forecast)];
  const forecast = ahead === null ? actual : (actual ?? 0) + ahead;
  return { ...here, target: sum((one) => one.target), actual, forecast };
}

const valueOf = (figure: Figure): 'target' | 'actual' | 'forecast' =>
  figure === 'projection' ? 'forecast' : figure === 'actual' ? 'actual' : 'target';

function monthInputs(figure: Figure, { actual, low, high }: MonthSoFar, status: GoalStatus): readonly ToldInput[] {
  const { unit, target, spread, over } = status;
  if (figure !== 'projection')
    return [
      input('wholeTarget', target, unit),
      ...(over === 'adds' ? [input('spread', `spread.${spread}`, 'word')] : []),
    ];
  return [
    input('outcome', actual, unit),
    input('method', 'how.months', 'word'),
    input('low80', low, unit),
    input('high80', high, unit),
  ];
}

/** The words of a month of the chart: of a running total, or of the month alone. */
function monthForm(figure: Figure, { over }: GoalStatus): string | null {
  if (figure !== 'actual' && figure !== 'expected' && figure !== 'projection') return null;
  return over === 'adds' ? 'month' : 'month-direct';
}

/** The words that a number goes by: how it is found, and whether something is needed or to spare. */
function formOf(
  figure: Figure,
  goal: Goal,
  { over, target, needed }: GoalStatus,
  { opening }: GoalStanding,
): string | null {
  if (figure === 'needed' && needed !== null) {
    const form = neededForm(needed, goal);
    return form === 'needed' ? null : form;
  }
  if (figure !== 'expected' || over === 'adds') return null;
  if (over === 'averages') return 'direct';
  return target === null || startOf({ over, better: goal.better, opening }, target) === null ? 'target' : 'stands';
}

function figureOf(
  figure: Figure,
  goal: Goal,
  status: GoalStatus,
): { readonly value: number | null; readonly unit: Unit } {
  const { unit, needed } = status;
  switch (figure) {
    case 'actual':
    case 'expected':
    case 'target':
      return { value: status[figure], unit };
    case 'off':
      return { value: status.pace === null ? null : Math.abs(1 - status.pace), unit: 'ratio' };
    case 'needed':
      return { value: needed === null ? null : neededSize(needed, goal), unit: needed?.unit ?? unit };
    case 'chance':
      return { value: status.projection?.chance ?? null, unit: 'ratio' };
    case 'baseline':
    case 'projection':
    case 'required':
    case 'recent':
      return { value: status[figure]?.value ?? null, unit };
  }
}

function inputsOf(figure: Figure, goal: Goal, status: GoalStatus, standing: GoalStanding): readonly ToldInput[] {
  const { target: wanted, per } = goal;
  const { weights, opening, period } = standing;
  const { unit, actual, expected, target, upTo, baseline, projection, required, recent, over, elapsed, spread } =
    status;
  const to = Math.min(period.through, period.to);
  const outcome = input('outcome', actual, unit);
  const aim = input('target', target, unit);
  const top = upTo === null ? [] : [input('upTo', upTo, unit)];
  const passed = [
    input('passed', to < period.from ? 0 : weights.share({ from: period.from, to }), 'ratio'),
    input('spread', `spread.${spread}`, 'word'),
  ];
  const given = wanted.shape === 'percentage' ? 'ratio' : unit;
  const divided = figure === 'needed' ? dividedOf(goal, standing) : null;
  const sides =
    divided === null
      ? []
      : [
          input('numerator', divided.above.value, divided.above.unit),
          input('denominator', divided.below.value, divided.below.unit),
        ];
  const start = over === 'stands' ? [input('opening', opening, unit)] : [];
  switch (figure) {
    case 'actual':
    case 'baseline':
      return [];
    case 'expected':
      if (over === 'averages') return [aim];
      return formOf(figure, goal, status, standing) === 'target' ? [aim, ...top, ...start] : [aim, ...start, ...passed];
    case 'target':
      return [
        input('shape', `shape.${wanted.shape}${per === 'month' && over === 'adds' ? 'PerMonth' : ''}`, 'word'),
        input('given', wanted.value, given),
        ...(goal.upTo === null ? [] : [input('givenTo', goal.upTo, given), ...top]),
        ...(baseline === null ? [] : [input('baseline', baseline.value, unit)]),
      ];
    case 'projection':
    case 'chance':
      return [
        outcome,
        ...(figure === 'chance' ? [aim, ...top] : start),
        ...(projection?.method === 'forecast'
          ? [
              ...(figure === 'chance' ? [input('projection', projection.value, unit)] : []),
              input('method', 'how.months', 'word'),
              input('low80', projection.low, unit),
              input('high80', projection.high, unit),
            ]
          : [input('method', 'how.pace', 'word'), ...(over === 'averages' ? [] : passed)]),
        input('elapsed', elapsed, 'ratio'),
      ];
    case 'required':
      return [aim, outcome, input('daysLeft', required?.days ?? null, 'count')];
    case 'recent':
      return [
        input('recentSum', recent === null ? null : recent.value * recent.days, unit),
        input('recentDays', recent?.days ?? null, 'count'),
      ];
    case 'off':
      return [outcome, input('shouldBe', expected, unit)];
    case 'needed':
      return [aim, outcome, ...sides];
  }
}

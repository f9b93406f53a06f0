import { AppError } from '#shared/errors.ts';
import type { CombinedForecast, HistoryForecast, PipelineForecast, PipelineTest } from '#shared/forecast.ts';
import { aheadOf, rangesOf } from '#shared/forecast-range.ts';
import type { Filter } from '#shared/question.ts';
import type { ToldInput, ToldOf } from '#shared/told.ts';
import { WON_VALUE } from '../forecast/combined.ts';
import { withNamedBest } from '../forecast/pipeline.ts';
import { outermost } from '../forecast/ratio-interval.ts';
import type { QuestionContext } from '../question/context.ts';
import { questionRows, rowsInPeriods } from './question-rows.ts';
import {
  allLeftOut,
  BARE,
  input,
  intervalInputs,
  rowsOf,
  span,
  type PartRows,
  type ToldAnswer,
} from './told-answer.ts';
import { withoutWeight, type RowsIn } from './told-pipeline.ts';

/**
 * A period ahead of a KPI whose history is carried on, or all of them, or between what it lies: the method, the closed periods that it goes by with the last of
 * them and the same one a year before, the intervals, and the rows of those periods. Throws E_NOT_FOUND for a period that is not forecast.
 * Example: twelve closed months of 100 and a forecast of 100 for the next: 12 periods, the last 100, their rows.
 */
export function toldHistory(
  { figure, period, kpi, filters, variants }: ToldOf<'history'>,
  made: HistoryForecast,
  context: QuestionContext,
): ToldAnswer {
  const point = made.points.find(({ key }) => key === period);
  const told = period === null ? made.total : point;
  const ahead = period === null ? span(made.points) : (point ?? null);
  const known = span(made.history);
  if (told == null || ahead === null || known === null) throw notForecast(period);
  const range = figure === 'value' ? null : told.intervals?.[figure === 'range80' ? 0 : 1];
  if (range === undefined) throw notForecast(period);
  const { rows, leftOut, formula } = questionRows({ kpi, filters, variants, period: spec(known) }, 'history', context);
  return {
    ...BARE,
    value: range === null ? told.value : range.low,
    upTo: range?.high ?? null,
    unit: made.kpi.unit,
    form: range === null ? null : figure,
    inputs: [
      ...(range === null ? [] : [input('forecast', told.value, made.kpi.unit)]),
      ...(period === null ? [input('periods', made.points.length, 'count')] : []),
      ...historyInputs(made, period),
      ...(range === null ? intervalInputs(told.intervals, made.kpi.unit) : []),
    ],
    period: known,
    ahead: { from: ahead.from, to: ahead.to },
    filters,
    formula,
    leftOut,
    rows: alone(rows),
  };
}

export interface BothForecasts {
  readonly made: CombinedForecast;
  readonly history: HistoryForecast;
  readonly pipeline: PipelineForecast;
  /** What the range of a month that goes by the open deals is learnt from; null where no range is asked for. */
  readonly tested: PipelineTest | null;
}

/**
 * A month of both forecasts, or all of them: what is booked, the open deals times their chance, and the history carried on, whose sum it
 * is; each with its rows. A month's range is that of the history, or of what came of earlier pipelines, with the rows of these outcomes.
 * Throws E_NOT_FOUND for a month that is not forecast, or whose range is not known.
 * Example: 300 booked and 10 000 weighted make 10 300, with the rows of the booked and of the open deals.
 */
export function toldBoth(
  { figure, period, filters, basis }: ToldOf<'both'>,
  { made, history, pipeline, tested }: BothForecasts,
  rowsIn: RowsIn,
  context: QuestionContext,
): ToldAnswer {
  const points = period === null ? made.points : made.points.filter(({ key }) => key === period);
  const ahead = span(points);
  if (ahead === null) throw notForecast(period);
  const sum = period === null ? made.total : (points[0] ?? made.total);
  const has = (part: 'booked' | 'pipeline' | 'history'): boolean =>
    sum[part] !== 0 && [part, 'value', 'range80'].includes(figure);
  const range = figure === 'range80' ? rangesOf(made, tested ?? undefined).ranges.get(period ?? '') : null;
  if (range === undefined) throw notForecast(period);
  const place = made.points.findIndex(({ key }) => key === period);
  const earlier =
    range === null || points[0]?.intervals != null ? null : (aheadOf(made, tested ?? undefined, place) ?? null);
  const came =
    earlier === null
      ? null
      : rowsInPeriods(
          { kpi: WON_VALUE, filters: withNamedBest(filters, context) },
          heldIn(tested, earlier.months),
          'held-out',
          context,
        );
  const known = span(made.history);
  const months = points.filter((point) => point.pipeline !== 0).map(({ key }) => key);
  const deals = has('pipeline') ? rowsIn({ of: 'places', months, beside: [] }) : null;
  const booked = has('booked') ? bookedRows(history, filters, context) : null;
  const carried =
    has('history') && known !== null
      ? questionRows({ kpi: WON_VALUE, filters, period: spec(known) }, 'history', context)
      : null;
  const reached = pipeline.periods.filter(({ key }) => months.includes(key));
  return {
    ...BARE,
    value: figure === 'range80' ? (range?.low ?? null) : sum[figure],
    upTo: range?.high ?? null,
    unit: 'money',
    form: learntForm(earlier, sum),
    inputs: [
      ...(figure === 'range80' ? [input('forecast', sum.value, 'money')] : []),
      ...(earlier === null ? [] : learntInputs(earlier)),
      ...(figure === 'range80' && sum.booked !== 0 ? [input('booked', sum.booked, 'money')] : []),
      ...(figure === 'value'
        ? (['booked', 'pipeline', 'history'] as const).map((part) => input(part, sum[part], 'money'))
        : []),
      ...(deals === null
        ? []
        : [
            input(
              'deals',
              reached.reduce((all, one) => all + one.deals, 0),
              'count',
            ),
            input(
              'dealsValue',
              reached.reduce((all, one) => all + one.value, 0),
              'money',
            ),
            input('chanceFrom', `basis.${basis}`, 'word'),
          ]),
      ...(carried === null ? [] : historyInputs(history, period)),
      ...(carried === null || period === null || range !== null
        ? []
        : intervalInputs(points[0]?.intervals ?? null, 'money')),
    ],
    period: came?.period ?? (carried === null ? null : known),
    ahead,
    filters,
    leftOut: allLeftOut([
      ...(booked?.leftOut ?? []),
      ...(deals === null ? [] : withoutWeight(deals)),
      ...(carried?.leftOut ?? []),
      ...(came?.leftOut ?? []),
    ]),
    rows: alone([
      ...(booked?.rows ?? []),
      ...(deals === null ? [] : [rowsOf('open', 'deal', deals.weighed)]),
      ...(carried?.rows ?? []),
      ...(came?.rows ?? []),
    ]),
  };
}

/** Months of the test, each once. */
const heldIn = (tested: PipelineTest | null, months: readonly string[]): PipelineTest['held'] =>
  tested?.held.filter(({ key }) => months.includes(key)) ?? [];

/** The words of a range learnt from earlier imports: `least` where what is booked is more than its lower share of the forecast. */
function learntForm(
  earlier: PipelineTest['ahead'][number] | null,
  { booked, value }: Pick<CombinedForecast['total'], 'booked' | 'value'>,
): string | null {
  if (earlier === null) return null;
  return booked > value * (earlier.shares?.low ?? 0) ? 'least' : 'learnt';
}

/** Between which shares of the forecast the outcomes of earlier imports lay, and how many lay outside on either side. */
function learntInputs({ outcomes, shares }: PipelineTest['ahead'][number]): readonly ToldInput[] {
  if (shares === null) return [];
  return [
    input('lowShare', shares.low, 'ratio'),
    input('highShare', shares.high, 'ratio'),
    input('outcomes', outcomes, 'count'),
    input('outside', outermost(outcomes) - 1, 'count'),
  ];
}

/** What is won of the running month: the rows of its days through the last with data. */
function bookedRows({ running }: HistoryForecast, filters: Filter[], context: QuestionContext) {
  if (running === null) return null;
  return questionRows({ kpi: WON_VALUE, filters, period: `${running.from}..${running.through}` }, 'booked', context);
}

/** Rows of one sort need no name. */
function alone(rows: readonly PartRows[]): readonly PartRows[] {
  const [only] = rows;
  return rows.length === 1 && only !== undefined ? [{ ...only, part: 'rows' }] : rows;
}

function historyInputs(
  { kpi: { unit }, history, method, model }: HistoryForecast,
  period: string | null,
): readonly ToldInput[] {
  const last = history.at(-1);
  const yearBefore = history.find(({ key }) => key === aYearBefore(period));
  return [
    ...(method === null ? [] : [input('method', `how.${method}`, 'word')]),
    ...(model === null ? [] : [input('model', `ETS(${model})`, 'text')]),
    input('closedPeriods', history.length, 'count'),
    ...(last === undefined ? [] : [input('lastValue', last.value, unit)]),
    ...(yearBefore === undefined ? [] : [input('yearBefore', yearBefore.value, unit)]),
  ];
}

/** Example: '2026-03' is '2025-03'. */
const aYearBefore = (period: string | null): string | null =>
  period === null ? null : `${String(Number(period.slice(0, 4)) - 1)}${period.slice(4)}`;

const spec = ({ from, to }: NonNullable<ToldAnswer['ahead']>): string => `${from}..${to}`;

const notForecast = (period: string | null): AppError =>
  new AppError('E_NOT_FOUND', 'Nothing is forecast for this period.', { period: period ?? '' });

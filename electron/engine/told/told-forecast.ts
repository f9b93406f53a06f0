import { AppError } from '#shared/errors.ts';
import type { CombinedForecast, HistoryForecast, PipelineForecast } from '#shared/forecast.ts';
import type { Filter } from '#shared/question.ts';
import type { ToldInput, ToldOf } from '#shared/told.ts';
import type { Unit } from '#shared/units.ts';
import { WON_VALUE } from '../forecast/combined.ts';
import type { QuestionContext } from '../question/context.ts';
import { questionRows } from './question-rows.ts';
import { BARE, input, rowsOf, type PartRows, type ToldAnswer } from './told-answer.ts';
import { withoutWeight, type RowsIn } from './told-pipeline.ts';

type Range = ToldAnswer['ahead'];

/**
 * A period ahead of a KPI whose history is carried on, or all of them: the method, the closed periods that it goes by with the last of
 * them and the same one a year before, the intervals, and the rows of those periods. Throws E_NOT_FOUND for a period that is not forecast.
 * Example: twelve closed months of 100 and a forecast of 100 for the next: 12 periods, the last 100, their rows.
 */
export function toldHistory(
  { period, kpi, filters, variants }: ToldOf<'history'>,
  made: HistoryForecast,
  context: QuestionContext,
): ToldAnswer {
  const point = made.points.find(({ key }) => key === period);
  const told = period === null ? made.total : point;
  const ahead = period === null ? between(made.points) : (point ?? null);
  const known = between(made.history);
  if (told == null || ahead === null || known === null) throw notForecast(period);
  const { rows, leftOut, formula } = questionRows({ kpi, filters, variants, period: spec(known) }, 'history', context);
  return {
    ...BARE,
    value: told.value,
    unit: made.kpi.unit,
    inputs: [
      ...(period === null ? [input('periods', made.points.length, 'count')] : []),
      ...historyInputs(made, period),
      ...intervalInputs(told.intervals, made.kpi.unit),
    ],
    period: known,
    ahead: { from: ahead.from, to: ahead.to },
    filters,
    formula,
    leftOut,
    rows: alone(rows),
  };
}

/**
 * A month of both forecasts, or all of them: what is booked, the open deals times their chance, and the history carried on, whose sum it
 * is; each with its rows. Throws E_NOT_FOUND for a month that is not forecast.
 * Example: 300 booked and 10 000 weighted make 10 300, with the rows of the booked and of the open deals.
 */
export function toldBoth(
  { figure, period, filters, basis }: ToldOf<'both'>,
  {
    made,
    history,
    pipeline,
  }: { readonly made: CombinedForecast; readonly history: HistoryForecast; readonly pipeline: PipelineForecast },
  rowsIn: RowsIn,
  context: QuestionContext,
): ToldAnswer {
  const points = period === null ? made.points : made.points.filter(({ key }) => key === period);
  const ahead = between(points);
  if (ahead === null) throw notForecast(period);
  const sum = period === null ? made.total : (points[0] ?? made.total);
  const has = (part: 'booked' | 'pipeline' | 'history'): boolean => sum[part] !== 0 && [part, 'value'].includes(figure);
  const known = between(made.history);
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
    value: sum[figure],
    unit: 'money',
    inputs: [
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
      ...(carried === null || period === null ? [] : intervalInputs(points[0]?.intervals ?? null, 'money')),
    ],
    period: carried === null ? null : known,
    ahead,
    filters,
    leftOut: [...(booked?.leftOut ?? []), ...(deals === null ? [] : withoutWeight(deals)), ...(carried?.leftOut ?? [])],
    rows: alone([
      ...(booked?.rows ?? []),
      ...(deals === null ? [] : [rowsOf('open', 'deal', deals.weighed)]),
      ...(carried?.rows ?? []),
    ]),
  };
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

function intervalInputs(intervals: HistoryForecast['points'][number]['intervals'], unit: Unit): readonly ToldInput[] {
  if (intervals === null) return [];
  return intervals.flatMap(({ low, high }, level) => {
    const share = level === 0 ? '80' : '95';
    return [input(`low${share}`, low, unit), input(`high${share}`, high, unit)];
  });
}

const spec = ({ from, to }: NonNullable<Range>): string => `${from}..${to}`;

function between(periods: readonly { readonly from: string; readonly to: string }[]): Range {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

const notForecast = (period: string | null): AppError =>
  new AppError('E_NOT_FOUND', 'Nothing is forecast for this period.', { period: period ?? '' });

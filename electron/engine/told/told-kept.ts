import { AppError } from '#shared/errors.ts';
import type { SavedForecast } from '#shared/forecast.ts';
import { offBy } from '#shared/forecast-range.ts';
import type { ToldInput, ToldOf } from '#shared/told.ts';
import type { Unit } from '#shared/units.ts';
import { forecastOutcome } from '../forecast/outcome.ts';
import type { QuestionContext } from '../question/context.ts';
import { rowsInPeriods } from './question-rows.ts';
import { BARE, input, intervalInputs, span, type ToldAnswer } from './told-answer.ts';

/**
 * A number of a forecast as it was kept: what was forecast of a period or of all that are over, with the day it was made and its range then;
 * what came of it; or how far off that was. The rows are those of what came; those that the forecast went by were not kept.
 * Throws E_NOT_FOUND for a period that it has not, and what `answer` throws.
 * Example: 100 of May kept and 90 came: off by −10 %, of the rows of May.
 */
export function toldKept({ forecast, figure, period }: ToldOf<'kept'>, context: QuestionContext): ToldAnswer {
  const { kpi, filters, variants, points } = forecast;
  const { kpi: about, periods, closed } = forecastOutcome(forecast, context);
  const one = periods.find(({ key }) => key === period);
  const met = period === null ? periods.filter(({ actual }) => actual !== null) : one === undefined ? [] : [one];
  const days = span(met);
  const sum = period === null ? closed : one;
  if (days === null || sum == null)
    throw new AppError('E_NOT_FOUND', 'It has no such period.', { period: period ?? '' });
  const { unit } = about;
  const came = met.some(({ actual }) => actual !== null) ? met : [];
  const behind = figure === 'forecast' ? null : rowsInPeriods({ kpi, filters, variants }, came, 'rows', context);
  return {
    ...BARE,
    value: figure === 'off' ? offBy(sum) : sum[figure],
    unit: figure === 'off' ? 'ratio' : unit,
    inputs: [
      ...(figure === 'off' ? [input('kept', sum.forecast, unit)] : []),
      ...(figure === 'off' ? [input('outcome', sum.actual, unit)] : []),
      ...(period === null ? [input('closedPeriods', met.length, 'count')] : []),
      ...(figure === 'forecast'
        ? rangeInputs(
            points.find(({ key }) => key === period),
            unit,
          )
        : []),
      ...aboutInputs(forecast),
      ...(figure === 'forecast' && sum.actual !== null ? [input('outcome', sum.actual, unit)] : []),
    ],
    period: behind === null ? null : days,
    ahead: behind === null ? days : null,
    filters,
    formula: behind?.formula ?? null,
    leftOut: behind?.leftOut ?? [],
    rows: behind?.rows ?? [],
  };
}

function rangeInputs(point: SavedForecast['points'][number] | undefined, unit: Unit): readonly ToldInput[] {
  const { intervals = null, range } = point ?? {};
  return intervals === null && range !== undefined
    ? [input('low80', range.low, unit), input('high80', range.high, unit)]
    : intervalInputs(intervals, unit);
}

const aboutInputs = ({ source, madeOn, asOf }: SavedForecast): readonly ToldInput[] => [
  input('source', `source.${source}`, 'word'),
  input('madeOn', madeOn, 'day'),
  input('asOf', asOf, 'day'),
];

import { AppError } from '#shared/errors.ts';
import type { BackTest, PipelineTest } from '#shared/forecast.ts';
import { verdictOf } from '#shared/forecast-verdict.ts';
import type { ToldInput, ToldOf } from '#shared/told.ts';
import type { Unit } from '#shared/units.ts';
import { WON_VALUE } from '../forecast/combined.ts';
import { withNamedBest } from '../forecast/pipeline.ts';
import { seriesOf } from '../forecast/series.ts';
import type { QuestionContext } from '../question/context.ts';
import { questionRows, rowsInPeriods } from './question-rows.ts';
import { BARE, input, span, without, type ToldAnswer } from './told-answer.ts';

type TestNumber = ToldOf<'back-test'> | ToldOf<'pipeline-test'>;

const UNIT: Readonly<Record<TestNumber['figure'], Unit>> = {
  mase: 'quantity',
  smape: 'ratio',
  verdict: 'ratio',
  covered80: 'ratio',
  covered95: 'ratio',
  outcomes: 'count',
};

/**
 * How far the history carried on would have been off: the error of a method beside that of another, how much smaller it is, how often the
 * intervals held, or how many outcomes there were. The rows are those of the periods known from the start, and of those held out.
 * Throws E_NOT_FOUND where nothing was tested.
 * Example: eight periods, two of them held out: the rows of six, and of two.
 */
export function toldBackTest(
  number: ToldOf<'back-test'>,
  tested: BackTest | null,
  context: QuestionContext,
): ToldAnswer {
  const { filters, variants } = number;
  const { kpi, closed } = seriesOf(number, context);
  const [all, late] = [span(closed), span(closed.slice(closed.length - (tested?.origins ?? 0)))];
  if (tested === null || all === null || late === null) throw notTested();
  const asked = { kpi: number.kpi, filters, variants };
  const known = questionRows({ ...asked, period: `${all.from}..${all.to}` }, 'history', context);
  const heldOut = questionRows({ ...asked, period: `${late.from}..${late.to}` }, 'held-out', context);
  return {
    ...toldTest(number, tested, kpi.unit),
    period: all,
    ahead: late,
    formula: known.formula,
    leftOut: known.leftOut,
    rows: [...known.rows.map((rows) => without(rows, heldOut.rows)), ...heldOut.rows],
  };
}

/**
 * The same of the open deals as earlier imports left them. The rows are those of what was won in the months that were held against; the
 * deals themselves are met as each import left them. Throws E_NOT_FOUND where nothing was tested.
 * Example: two imports, of which one was held against two months and one against one: three outcomes, with the rows of two months.
 */
export function toldPipelineTest(
  number: ToldOf<'pipeline-test'>,
  tested: PipelineTest | null,
  context: QuestionContext,
): ToldAnswer {
  const filters = withNamedBest(number.filters, context);
  const won = rowsInPeriods({ kpi: WON_VALUE, filters }, tested?.held ?? [], 'rows', context);
  if (tested === null || won === null) throw notTested();
  const { formula, leftOut, rows, period } = won;
  return { ...toldTest(number, tested, 'money'), period, formula, leftOut, rows };
}

function toldTest(number: TestNumber, tested: BackTest, unit: Unit): ToldAnswer {
  const { figure, method, filters } = number;
  const { ours, rivals, coverage, origins, steps, horizon, ranged } = tested;
  const [rival] = rivals;
  const verdict = verdictOf(tested);
  const counts = [
    input('origins', origins, 'count'),
    input('outcomes', steps, 'count'),
    input('furthest', horizon, 'count'),
  ];
  const of = (value: number | null | undefined, inputs: readonly ToldInput[], form: string | null = null) => {
    if (value == null) throw notTested();
    return { ...BARE, value, unit: UNIT[figure], form, inputs: [...inputs], filters };
  };
  switch (figure) {
    case 'mase':
    case 'smape': {
      const miss = method === 'ours' ? ours : rivals.find((each) => each.method === method);
      const other = method === 'ours' ? rival : { method: 'ours', ...ours };
      const beside = other === undefined ? [] : comparedWith(other.method, other[figure] ?? null, UNIT[figure]);
      return of(miss?.[figure], [
        input('method', `method.${method}`, 'word'),
        input('mae', miss?.mae ?? null, unit),
        ...beside,
        ...counts,
      ]);
    }
    case 'verdict': {
      if (verdict === null) throw notTested();
      const { is, by, error, errors } = verdict;
      const own = input('ownError', errors[0], UNIT[error]);
      const beside = comparedWith(verdict.rival, errors[1], UNIT[error]);
      return of(by, [input('errorOf', `error.${error}`, 'word'), own, ...beside, ...counts], is);
    }
    case 'covered80':
    case 'covered95': {
      const share = coverage?.[figure === 'covered80' ? 0 : 1];
      const inside = share === undefined ? null : Math.round(share * ranged);
      return of(share, [input('inside', inside, 'count'), input('ranged', ranged, 'count'), ...counts.slice(0, 1)]);
    }
    case 'outcomes':
      return of(steps, counts);
  }
}

function comparedWith(method: string, error: number | null, unit: Unit): readonly ToldInput[] {
  return [input('comparedWith', `method.${method}`, 'word'), input('otherError', error, unit)];
}

const notTested = (): AppError => new AppError('E_NOT_FOUND', 'Nothing was tested.');

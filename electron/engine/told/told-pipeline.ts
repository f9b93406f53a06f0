import { AppError } from '#shared/errors.ts';
import type { OpenDeals, PipelineForecast } from '#shared/forecast.ts';
import type { ToldOf } from '#shared/told.ts';
import type { PipelinePart, pipelineRows } from '../forecast/pipeline.ts';
import { exactSum } from '../forecast/exact-sum.ts';
import { BARE, input, leftOutOf, rowsOf, without, type ToldAnswer } from './told-answer.ts';

type PipelineNumber = ToldOf<'pipeline'>;

/** Rows of open deals in a part of the pipeline. */
export type RowsIn = (part: PipelinePart) => ReturnType<typeof pipelineRows>;

const NONE: OpenDeals = { deals: 0, value: 0, weighted: 0 };

/**
 * Open deals of a month, a stage or all of them: how many, what they are worth, or that times their chance, with the rows that add up
 * to it. The chance that history tells of a stage comes without rows: its deals are met as every import left them.
 * `beyond` are the months past those that go by the deals. A stage without deals is 0.
 * Throws E_NOT_FOUND for a month without deals, and where history tells nothing of a stage.
 * Example: 100 000 at 20 % and a deal without a value: 2 deals, worth 100 000, weighing 20 000, one left out of both sums.
 */
export function toldPipeline(
  { figure, part, filters, basis }: PipelineNumber,
  made: PipelineForecast,
  beyond: PipelineForecast['periods'],
  rowsIn: RowsIn,
): ToldAnswer {
  const stage =
    typeof part === 'object' && 'stage' in part ? made.stages.find((one) => one.stage === part.stage) : null;
  if (figure === 'learnt') {
    const learnt = stage?.learnt ?? null;
    if (learnt === null) throw new AppError('E_NOT_FOUND', 'History tells nothing of this stage.');
    const { won, lost, unknown, weight } = learnt;
    const inputs = [input('won', won, 'count'), input('lost', lost, 'count'), input('unknown', unknown, 'count')];
    return { ...BARE, value: weight, unit: 'ratio', inputs };
  }
  const { place, sum, month } = partOf(part, made, beyond, stage);
  const { deals, valued, weighed } = rowsIn(place);
  if (figure === 'without-value' || figure === 'without-chance') {
    const [all, known] = figure === 'without-value' ? [deals, valued] : [valued, weighed];
    const rows = rowsOf('rows', 'deal', all);
    const lacking = without(rows, [rowsOf('rows', 'deal', known)]);
    return { ...BARE, value: lacking.positions.length, unit: 'count', filters, rows: [lacking] };
  }
  const used = { deals, value: valued, weighted: weighed }[figure];
  const chance = stage == null ? null : basis === 'learnt' ? (stage.learnt?.weight ?? null) : stage.set;
  return {
    ...BARE,
    value: sum[figure],
    unit: figure === 'deals' ? 'count' : 'money',
    inputs: [
      ...(figure === 'deals' ? [] : [input('deals', sum.deals, 'count')]),
      ...(figure === 'weighted'
        ? [
            input('dealsValue', sum.value, 'money'),
            input('chanceFrom', `basis.${basis}`, 'word'),
            ...(basis !== 'deal' && chance !== null ? [input('stageWeight', chance, 'ratio')] : []),
            ...(sum.value === 0 ? [] : [input('meanChance', sum.weighted / sum.value, 'ratio')]),
          ]
        : []),
    ],
    ahead: month === undefined ? null : { from: month.from < made.asOf ? made.asOf : month.from, to: month.to },
    filters,
    leftOut:
      figure === 'deals' ? [] : withoutWeight({ deals, valued, weighed: figure === 'weighted' ? weighed : valued }),
    rows: [rowsOf('rows', 'deal', used)],
  };
}

/** Deals that a weighted sum leaves out: those without a value, and those with one but no chance. */
export function withoutWeight({ deals, valued, weighed }: ReturnType<RowsIn>): ToldAnswer['leftOut'] {
  return leftOutOf({
    'deal.value': deals.length - valued.length,
    'deal.probability': valued.length - weighed.length,
  });
}

interface Found {
  readonly place: PipelinePart;
  readonly sum: OpenDeals;
  readonly month?: PipelineForecast['periods'][number];
}

function partOf(
  part: PipelineNumber['part'],
  made: PipelineForecast,
  beyond: PipelineForecast['periods'],
  stage: PipelineForecast['stages'][number] | null | undefined,
): Found {
  if (part === 'total') return { place: { of: 'all' }, sum: made.total };
  if (typeof part === 'string') return { place: { of: 'places', months: [], beside: [part] }, sum: made[part] };
  if ('stage' in part) return { place: { of: 'stage', stage: part.stage }, sum: stage ?? NONE };
  if ('month' in part) {
    const month = made.periods.find(({ key }) => key === part.month);
    if (month === undefined) throw new AppError('E_NOT_FOUND', 'No open deal is expected then.', { month: part.month });
    return { place: { of: 'places', months: [month.key], beside: [] }, sum: month, month };
  }
  const all = [made.later, ...beyond];
  return {
    place: { of: 'places', months: beyond.map(({ key }) => key), beside: ['later'] },
    sum: {
      deals: all.reduce((sum, { deals }) => sum + deals, 0),
      value: exactSum(all.map(({ value }) => value)),
      weighted: exactSum(all.map(({ weighted }) => weighted)),
    },
  };
}

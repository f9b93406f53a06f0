import { dayOf, isoDate, type Day } from '#shared/calendar.ts';
import type { ChanceBasis, LearntWeight, OpenDeals, PipelineAsk, PipelineForecast } from '#shared/forecast.ts';
import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { COUNT, flowsOf, oneOf, sum } from '#shared/measures/define.ts';
import { COMPLETE_WITHIN_DAYS, resolvePeriod, unitHolding } from '#shared/period.ts';
import { questionSchema, type Filter } from '#shared/question.ts';
import type { CellSlot, ColumnQueries, RowFilter } from '../ports/column-queries.ts';
import { clockOf, planQuestion } from '../question/plan.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';
import { rowFilters } from '../question/row-filters.ts';
import { AppError } from '#shared/errors.ts';
import { WON_VALUE } from './combined.ts';
import { exactSum } from './exact-sum.ts';

const OPEN: readonly Condition[] = [oneOf('status', 'open')];
const openDeals = flowsOf('deal', 'expected_close');
const DEALS = openDeals('deals', COUNT, 'count', OPEN);
const VALUE = openDeals('value', sum('value'), 'money', OPEN);
const WITH_VALUE = openDeals('with-value', COUNT, 'count', [...OPEN, { field: 'value', is: 'present' }]);
const WEIGHED_FIELD: Readonly<Record<ChanceBasis, string>> = {
  deal: 'weighted_value',
  stage: 'stage_weighted_value',
  learnt: 'stage_weighted_value',
};

const NONE: OpenDeals = { deals: 0, value: 0, weighted: 0 };
const FIRST_DAY = dayOf(1, 1, 1);
const LAST_DAY = dayOf(9999, 12, 31);
/** Months told apart; what is expected later is one. */
const MOST_MONTHS = 36;

/** Chances by stage: as the settings have them, and as history says. */
export interface StageChances {
  readonly set: ReadonlyMap<string, number>;
  readonly learnt: ReadonlyMap<string, LearntWeight>;
}

/**
 * The open deals by month of expected close, each value times its chance, the latter by `basis`. Deals expected before the day
 * it is of are overdue and in no month; those without a date stand apart, so that months, overdue, undated and later are all open deals.
 * With `learnt` the columns must have the learnt weights as their rules. Amounts in base units.
 * A refusal names what is not imported: deals, their status, value, expected close, and a chance or a stage.
 * Example: as of 17 September, 100 000 at 20 % expected on 30 September weighs 20 000 in September; expected on 10 September it is overdue.
 */
export function pipelineForecast(
  { filters, basis }: PipelineAsk,
  context: QuestionContext,
  chances: StageChances,
): PipelineForecast {
  const { queries } = context;
  const asOf = pipelineDay(context);
  const needs = lacking(queries, basis);
  const empty = {
    asOf: isoDate(asOf),
    basis,
    periods: [],
    overdue: NONE,
    undated: NONE,
    later: NONE,
    total: NONE,
    withoutValue: 0,
    withoutChance: 0,
    stages: [],
  };
  if (needs.length > 0) return { ...empty, refusal: { code: 'needs-data', needs: [...needs] } };
  const { months, slots, hasStages, breakdown, rows } = placedDeals(filters, context);
  const weighed = openDeals('weighed', sum(WEIGHED_FIELD[basis]), 'money', OPEN);
  const weighs: Condition = { field: WEIGHED_FIELD[basis], is: 'present' };
  const counts = queries.count(rows, [OPEN]);
  const at = (measure: MeasureDefinition) => queries.aggregate([rows], measure);
  const [deals, values, weights] = [at(DEALS), at(VALUE), at(weighed)];
  const keys = [...counts.keys()];
  const sumOver = (of: (key: number) => boolean): OpenDeals => {
    const met = keys.filter(of);
    return {
      deals: met.reduce((all, key) => all + deals.at(key), 0),
      value: exactSum(met.map((key) => values.at(key))),
      weighted: exactSum(met.map((key) => weights.at(key))),
    };
  };
  const inSlot = (slot: number): OpenDeals => sumOver((key) => key % slots.length === slot);
  const total = sumOver(() => true);
  const counted = (measure: MeasureDefinition): number => keys.reduce((all, key) => all + at(measure).at(key), 0);
  const withValue = counted(WITH_VALUE);
  const groups = [...new Set(keys.map((key) => Math.floor(key / slots.length)))];
  const names = hasStages ? queries.columns.members(stageDimension(queries)) : [];
  return {
    ...empty,
    refusal: total.deals === 0 ? { code: 'no-history', needs: [] } : null,
    overdue: inSlot(0),
    undated: inSlot(1),
    later: inSlot(2),
    periods: months.map(({ spec, from, to }, i) => ({
      key: spec,
      from: isoDate(from),
      to: isoDate(to),
      ...inSlot(3 + i),
    })),
    total,
    withoutValue: total.deals - withValue,
    withoutChance: withValue - counted({ ...WITH_VALUE, where: [...WITH_VALUE.where, weighs] }),
    stages: groups
      .map((group) => {
        const stage = (hasStages ? names[breakdown.codes(group)[0] ?? 0] : '') || null;
        const key = folded(stage ?? '');
        return {
          stage,
          ...sumOver((cell) => Math.floor(cell / slots.length) === group),
          set: stage === null ? null : (chances.set.get(key) ?? null),
          learnt: stage === null ? null : (chances.learnt.get(key) ?? null),
        };
      })
      .toSorted((a, b) => Number(a.stage === null) - Number(b.stage === null) || b.value - a.value),
  };
}

type PlacedDeals = ReturnType<typeof placedDeals>;

/** Deals by expected close: before the day the pipeline is of, without one, after the last month, by month; and by stage. */
function placedDeals(filters: readonly Filter[], context: QuestionContext) {
  const { queries } = context;
  const asOf = pipelineDay(context);
  const months = monthsFrom(asOf, queries.dateRange('deal', 'expected_close')?.to ?? asOf);
  const end = months.at(-1)?.to ?? asOf;
  const slots: readonly CellSlot[] = [
    { from: FIRST_DAY, to: asOf - 1 },
    'undated',
    { from: end + 1, to: LAST_DAY },
    ...months.map(({ from, to }) => ({ from: Math.max(from, asOf), to })),
  ];
  const hasStages = queries.has('deal', 'stage');
  const breakdown = queries.breakdown(hasStages ? ['stage'] : []);
  const rows = queries.rows({
    kind: 'deal',
    date: 'expected_close',
    nature: 'flow',
    until: null,
    standing: null,
    filters: dealFilters(filters, context),
    breakdown,
    slots,
  });
  return { months, slots, hasStages, breakdown, rows };
}

/** Which of the open deals: those of some months by their keys or of a place beside them, those of a stage, or all. */
export type PipelinePart =
  | { readonly of: 'places'; readonly months: readonly string[]; readonly beside: readonly (keyof typeof BESIDE)[] }
  | { readonly of: 'stage'; readonly stage: string | null }
  | { readonly of: 'all' };
const BESIDE = { overdue: 0, undated: 1, later: 2 } as const;

/**
 * The rows of open deals in a part of the pipeline: all of them, those with a value, those with a value and a chance.
 * Example: of three deals of a stage, one of them without a value, three, two and two.
 */
export function pipelineRows(
  { filters, basis }: PipelineAsk,
  context: QuestionContext,
  part: PipelinePart,
): { readonly deals: Int32Array; readonly valued: Int32Array; readonly weighed: Int32Array } {
  const placed = placedDeals(filters, context);
  const { queries } = context;
  const weighs: Condition = { field: WEIGHED_FIELD[basis], is: 'present' };
  const keys = [...queries.count(placed.rows, [OPEN]).keys()].filter(isInPart(part, placed, queries));
  const meeting = (conditions: readonly Condition[]): Int32Array =>
    Int32Array.from(keys.flatMap((key) => [...queries.positions(placed.rows, key, [conditions])])).sort();
  return { deals: meeting(OPEN), valued: meeting(WITH_VALUE.where), weighed: meeting([...WITH_VALUE.where, weighs]) };
}

function isInPart(
  part: PipelinePart,
  { months, slots, hasStages, breakdown }: PlacedDeals,
  queries: ColumnQueries,
): (key: number) => boolean {
  if (part.of === 'all') return () => true;
  if (part.of === 'stage') {
    const names = hasStages ? queries.columns.members(stageDimension(queries)) : [];
    return (key) => (names[breakdown.codes(Math.floor(key / slots.length))[0] ?? 0] || null) === part.stage;
  }
  const wanted = new Set([
    ...part.beside.map((beside): number => BESIDE[beside]),
    ...months.flatMap(({ spec }, i) => (part.months.includes(spec) ? [3 + i] : [])),
  ]);
  return (key) => wanted.has(key % slots.length);
}

/** A stage's name as weights are looked up by it. */
export const folded = (stage: string): string => stage.trim().toLocaleLowerCase('sv');

/**
 * The day that the pipeline is of: the last one that something is known of the deals, at most today; where the month that holds it is over
 * and known whole, the first of the next month.
 */
function pipelineDay(context: QuestionContext): Day {
  const reach = dataRange(context.queries, ['deal']);
  const month = resolvePeriod('latest-month', clockOf(context, reach));
  if (!month.open && month.to - (reach?.to ?? month.to) <= COMPLETE_WITHIN_DAYS) return month.to + 1;
  return Math.min(context.today, reach?.to ?? context.today);
}

/**
 * Filters with the best members of a KPI by their names, those of the history of won deals: so every state of the pipeline, past ones
 * as well, is of the same members. Throws what `planQuestion` throws.
 * Example: the best customer by revenue is the filter for Ek AB.
 */
export function withNamedBest(filters: readonly Filter[], context: QuestionContext): Filter[] {
  if (!filters.some(({ op }) => op === 'top')) return [...filters];
  const found = planQuestion(questionSchema.parse({ kpis: [WON_VALUE], filters, period: 'all' }), context).filters;
  return filters.map((filter, at) => {
    const named = found[at];
    return filter.op === 'top' && named?.op === 'in' ? { ...named, values: [...named.values] } : filter;
  });
}

/** Filters as deals are tested by them, the best members of a KPI named before. Throws E_UNKNOWN_DIMENSION and E_BAD_PERIOD. */
export function dealFilters(filters: readonly Filter[], context: QuestionContext): readonly RowFilter[] {
  return rowFilters(filters, context.queries, clockOf(context, dataRange(context.queries)), () => {
    throw new AppError('E_BAD_REQUEST', 'The best members of a KPI have no names yet.');
  });
}

function lacking(queries: ColumnQueries, basis: ChanceBasis): readonly string[] {
  const lacks = (field: string): readonly string[] => (queries.has('deal', field) ? [] : [`deal.${field}`]);
  const chance = basis === 'deal' && queries.has('deal', 'probability') ? [] : lacks('stage');
  return [...lacks('status'), ...lacks('value'), ...lacks('expected_close'), ...chance];
}

function monthsFrom(asOf: Day, last: Day): readonly ReturnType<typeof unitHolding>[] {
  const months = [unitHolding(asOf, 'month')];
  for (let next = months[0]; next !== undefined && next.to < last && months.length < MOST_MONTHS; next = months.at(-1))
    months.push(unitHolding(next.to + 1, 'month'));
  return months;
}

function stageDimension({ columns }: ColumnQueries): string {
  return columns.table('deal')?.fields.find(({ key }) => key === 'stage')?.dimension ?? 'stage';
}

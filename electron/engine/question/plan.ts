import { COHORT_GRAINS, cohortKey, derivedFields } from '#shared/derived-fields.ts';
import { AppError } from '#shared/errors.ts';
import { rowConditions } from '#shared/measures.ts';
import { resolvePeriod, type Period, type PeriodClock, type Span } from '#shared/period.ts';
import { DATE_DIMENSION, type DimensionRef, type MemberOrder, type Question } from '#shared/question.ts';
import { FIELDS_BY_KIND, RECORD_KINDS, type DatedKind, type QueryKind } from '#shared/record-kinds.ts';
import type { Input } from '../formula/expression.ts';
import type { ColumnQueries, DayRange, RowFilter, UnitedDimension } from '../ports/column-queries.ts';
import { dataRange, type QuestionContext } from './context.ts';
import { keyOf } from './levels.ts';
import { needsOf } from './measure-needs.ts';
import { partsOf } from './measure-parts.ts';
import { memberNames } from './member-names.ts';
import { kpiPlanner, oneOf, type PlannedKpi } from './planned-kpi.ts';
import { filtersOf, rowFilters } from './row-filters.ts';
import { comparisonSpan, dateAxis, type DateAxis } from './slots.ts';
import { timeRules, type TimeRules } from './time-rules.ts';
import { bestMembers } from './top-members.ts';

/** A field whose members are told apart, some of them united. */
export interface TextDimension {
  readonly type: 'text';
  readonly dimension: string;
  readonly top: UnitedTop | null;
}

interface UnitedTop extends UnitedDimension {
  /** Fields whose members have a remainder each. */
  readonly under: readonly string[];
  /** The remainder is drawn. */
  readonly shown: boolean;
}

interface DateDimension {
  readonly type: 'date';
  readonly axis: DateAxis;
  readonly empty: DimensionRef['empty'];
}

/** A dimension of the question, with the order of its members: null for that of labels. */
export type PlannedDimension = (TextDimension | DateDimension) & { readonly order: MemberOrder | null };

/** A question with everything looked up. */
export interface Plan {
  readonly question: Question;
  readonly kpis: readonly PlannedKpi[];
  readonly period: Period;
  readonly compare: Span | null;
  readonly rows: readonly PlannedDimension[];
  readonly columns: readonly PlannedDimension[];
  readonly filters: readonly RowFilter[];
  readonly time: TimeRules;
}

/**
 * Looks up KPIs, period, comparison and dimensions, and finds the best members where a filter or a dimension asks for them. `all`
 * reaches over every date the KPIs use. The best members of a filter are found under the filters that are no such ones.
 * A plan of the same question under another comparison, `like`, lends what does not depend on it.
 * Throws E_UNKNOWN_KPI, E_BAD_FORMULA, E_FORMULA_CYCLE, E_BAD_PERIOD, E_UNKNOWN_DIMENSION, and E_BAD_REQUEST for a `top` over dates and
 * an order by a KPI that the question does not ask for.
 */
export function planQuestion(question: Question, context: QuestionContext, like: Plan | null = null): Plan {
  const { queries } = context;
  const kpiOf = kpiPlanner(question, context);
  const kpis = question.kpis.map(kpiOf);
  const inputs = kpis.flatMap((kpi) => kpi.inputs);
  const clock = clockOf(context, dataRange(queries));
  const named = resolvePeriod(question.period, clock);
  const period = named.unit === 'all' ? reachOver(named, inputs, context) : countedOver(named, inputs, context);
  const time = timeRules(context, inputs);
  for (const ref of [...question.rows, ...question.columns]) checkBreakdown(textDimension(ref), context);
  const bare: Plan = {
    question,
    kpis,
    period,
    compare: comparisonSpan(period, question.compare, time),
    rows: [],
    columns: [],
    filters: [],
    time,
  };
  const filters =
    like?.filters ??
    rowFilters(question.filters, queries, clock, ({ dimension, n, by, lowest = false }, others) => {
      const ranking = { n, lowest, kpi: kpiOf(by) };
      checkBreakdown(dimension, context);
      const names = memberNames(queries, dimension);
      const { valued } = bestMembers({ ...bare, compare: null, filters: others }, [], dimension, ranking, context);
      return valued.map((code) => (code === 0 ? null : (names[code] ?? null)));
    });
  const plan: Plan = { ...bare, filters };
  const hasUndated = period.unit === 'all' && countsUndated(inputs, filters, period, queries);
  const planned = (refs: readonly DimensionRef[], known: readonly PlannedDimension[] = []): Plan['rows'] =>
    refs.reduce<Plan['rows']>((before, ref, depth) => {
      const { order = null, empty } = ref;
      if (order?.by !== undefined) oneOf(kpis, order.by);
      const same = known[depth];
      if (same?.type === 'text') return [...before, same];
      if (ref.dimension !== DATE_DIMENSION) return [...before, { ...textOf(ref, before, plan, context), order }];
      if (ref.top !== undefined)
        throw new AppError('E_BAD_REQUEST', 'Only members with names can be ranked: dates have no top.');
      const axis = dateAxis(period, ref.grain ?? 'month', question.compare, time, hasUndated);
      return [...before, { type: 'date', axis, empty, order }];
    }, []);
  return { ...plan, rows: planned(question.rows, like?.rows), columns: planned(question.columns, like?.columns) };
}

/** A text dimension; where more members than its `top` keeps are met under some parent, with the rest of them united. */
function textOf(
  ref: DimensionRef,
  before: readonly PlannedDimension[],
  plan: Plan,
  context: QuestionContext,
): TextDimension {
  const dimension = textDimension(ref);
  const { top } = ref;
  const [first] = plan.kpis;
  if (top === undefined || first === undefined) return { type: 'text', dimension, top: null };
  const under = before.flatMap((one) => (one.type === 'text' ? [one] : []));
  const { n, by = first.ref, lowest = false, other = 'united' } = top;
  const best = bestMembers(plan, under, dimension, { n, lowest, kpi: oneOf(plan.kpis, by) }, context);
  if (best.most <= n) return { type: 'text', dimension, top: null };
  const united = context.queries.united({ dimension, under: under.map(keyOf), keep: best.keep });
  const told = { under: under.map((one) => one.dimension), shown: other === 'united' };
  return { type: 'text', dimension, top: { ...united, ...told } };
}

/** What period text is resolved against. */
export function clockOf({ today, settings }: QuestionContext, data: DayRange | null): PeriodClock {
  return {
    today,
    dataFrom: data?.from ?? null,
    dataTo: data?.to ?? null,
    fiscalYearStart: settings.fiscalYearStart,
  };
}

/** An open period counts as far as the data reach that are asked for: calls through yesterday where sales end last week. */
function countedOver(period: Period, inputs: readonly Input[], context: QuestionContext): Period {
  const kinds = inputs.flatMap(({ measure }) => partsOf(measure)).flatMap(({ kind }) => datedKindsOf(kind));
  const reach = dataRange(context.queries, kinds);
  if (!period.open || reach === null) return period;
  return { ...period, through: resolvePeriod(period.spec, clockOf(context, reach)).through };
}

function datedKindsOf(kind: QueryKind): readonly DatedKind[] {
  if (kind === 'customer' || kind === 'customer_span') return ['sale', 'subscription'];
  return kind === 'target' ? [] : [kind];
}

/** Targets are set for times ahead: `all` follows them only where nothing else is asked. */
function reachOver(period: Period, inputs: readonly Input[], { queries, today }: QuestionContext): Period {
  const measures = inputs.flatMap(({ measure }) => partsOf(measure));
  const met = measures.filter(({ nature }) => nature !== 'spread');
  const ranges = (met.length === 0 ? measures : met).flatMap(({ kind, date, nature, until }) =>
    [date, ...(nature === 'spread' && until !== undefined ? [until] : [])].flatMap(
      (field) => queries.dateRange(kind, field) ?? [],
    ),
  );
  if (ranges.length === 0) return period;
  const from = Math.min(period.from, ...ranges.map((range) => range.from));
  const to = Math.max(period.to, ...ranges.map((range) => range.to));
  return { ...period, from, to, open: today <= to, through: to };
}

/** Whether some asked measure counts rows without a date, and there are any. */
function countsUndated(
  inputs: readonly Input[],
  filters: readonly RowFilter[],
  { from, to }: Period,
  queries: ColumnQueries,
): boolean {
  const breakdown = queries.breakdown([]);
  return inputs.some(({ measure }) => {
    const { kind, date, nature, until = null, undated } = measure;
    if (undated === undefined || needsOf(measure, queries.has).length > 0) return false;
    const rows = queries.rows({
      kind,
      date,
      nature,
      until,
      standing: null,
      filters: filtersOf(measure, filters),
      breakdown,
      // The period says until when rows must stand.
      slots: ['undated', { from, to }],
    });
    return queries.count(rows, [rowConditions(measure)]).at(0) > 0;
  });
}

/** Customers by their first purchase, and the time since, are put together by month, quarter or year. */
function textDimension({ dimension, grain = 'month' }: DimensionRef): string {
  if (dimension !== 'cohort' && dimension !== 'age') return dimension;
  const unit = COHORT_GRAINS.find((known) => known === grain);
  if (unit === undefined) throw unknown(`${dimension}:${grain}`);
  return cohortKey(dimension, unit);
}

/** A breakdown by a field that no data has would answer with a bare total: it is refused instead. */
function checkBreakdown(dimension: string, context: QuestionContext): void {
  const isEmpty = context.queries.columns.kinds().length === 0;
  if (dimension !== DATE_DIMENSION && !isStored(dimension, context) && !(isEmpty && isField(dimension)))
    throw unknown(dimension);
}

function isField(dimension: string): boolean {
  return RECORD_KINDS.some((kind) =>
    [...FIELDS_BY_KIND[kind], ...derivedFields(kind)].some(({ key, type }) => key === dimension && type === 'text'),
  );
}

function isStored(dimension: string, { queries: { columns } }: QuestionContext): boolean {
  return columns
    .kinds()
    .some((kind) => columns.table(kind)?.fields.some(({ key, type }) => key === dimension && type === 'text'));
}

function unknown(dimension: string): AppError {
  return new AppError('E_UNKNOWN_DIMENSION', `There is no dimension "${dimension}" in the data.`, { dimension });
}

import { COHORT_GRAINS, cohortKey, derivedFields } from '#shared/derived-fields.ts';
import { AppError } from '#shared/errors.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { rowConditions } from '#shared/measures.ts';
import { resolvePeriod, type Period, type PeriodClock, type Span } from '#shared/period.ts';
import { DATE_DIMENSION, type DimensionRef, type Filter, type Question } from '#shared/question.ts';
import { FIELDS_BY_KIND, RECORD_KINDS, type DatedKind, type QueryKind } from '#shared/record-kinds.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { HERE, inputsOf, type Expression, type Input } from '../formula/expression.ts';
import { reason } from '../formula/outcome.ts';
import { resolveKpi, type ResolvedKpi } from '../formula/resolve-kpi.ts';
import { fieldsAtHand } from './fields-at-hand.ts';
import type { ColumnQueries, DayRange } from '../ports/column-queries.ts';
import { targetMeasure } from './against-target.ts';
import { kpiNeeds, needsOfBreakdown } from './kpi-needs.ts';
import { isAvailableIn, needsOf } from './measure-needs.ts';
import { partsOf } from './measure-parts.ts';
import { filtersOf } from './refusal.ts';
import { overParts, type OverPart } from './over-parts.ts';
import { overRatedRows } from './rated-rows.ts';
import { dataRange, type QuestionContext } from './context.ts';
import { comparisonSpan, dateAxis, type DateAxis } from './slots.ts';
import { timeRules, type TimeRules } from './time-rules.ts';

/** A dimension of the question: text, or a date with its members. */
export type PlannedDimension =
  { readonly type: 'text'; readonly dimension: string } | { readonly type: 'date'; readonly axis: DateAxis };

export interface PlannedKpi extends ResolvedKpi {
  /** As the question names it. */
  readonly ref: string;
  readonly id: string;
  readonly inputs: readonly Input[];
  readonly overs: readonly OverPart[];
  /** Where the question compares with targets, those of this KPI. */
  readonly target: MeasureDefinition | null;
}

/** Inputs whose rows make a cell of an answer: a KPI's own, and its target. */
export function cellInputs({ inputs, target }: PlannedKpi): readonly Input[] {
  return target === null ? inputs : [...inputs, { measure: target, ...HERE }];
}

/** A question with everything looked up. */
export interface Plan {
  readonly question: Question;
  readonly kpis: readonly PlannedKpi[];
  readonly period: Period;
  readonly compare: Span | null;
  readonly rows: readonly PlannedDimension[];
  readonly columns: readonly PlannedDimension[];
  readonly filters: readonly Filter[];
  readonly time: TimeRules;
}

/**
 * Looks up KPIs, variants (a reference's own, then the question's, then the settings', then the first that the data answer), period,
 * comparison and dimensions. `all` reaches over every date the KPIs use. Throws E_UNKNOWN_KPI, E_BAD_FORMULA, E_FORMULA_CYCLE,
 * E_BAD_PERIOD, E_UNKNOWN_DIMENSION, and E_BAD_REQUEST for a `top` over dates.
 */
export function planQuestion(question: Question, context: QuestionContext): Plan {
  const { queries } = context;
  const kpis = plannedKpis(question, context);
  const inputs = kpis.flatMap((kpi) => kpi.inputs);
  const named = resolvePeriod(question.period, clockOf(context, dataRange(queries)));
  const period = named.unit === 'all' ? reachOver(named, inputs, context) : countedOver(named, inputs, context);
  const time = timeRules(context, inputs);
  for (const ref of [...question.rows, ...question.columns]) checkBreakdown(textDimension(ref), context);
  for (const { dimension } of question.filters) checkFilter(dimension, context);
  const hasUndated = period.unit === 'all' && countsUndated(inputs, question.filters, period, queries);
  const dimensionOf = (ref: DimensionRef): PlannedDimension =>
    ref.dimension === DATE_DIMENSION
      ? { type: 'date', axis: dateAxis(period, ref.grain ?? 'month', question.compare, time, hasUndated) }
      : { type: 'text', dimension: textDimension(ref) };
  const rows = question.rows.map(dimensionOf);
  if (question.top !== undefined && rows.at(-1)?.type !== 'text')
    throw new AppError(
      'E_BAD_REQUEST',
      'Only members with names can be ranked: the last row dimension must not be the date.',
    );
  return {
    question,
    kpis,
    period,
    compare: comparisonSpan(period, question.compare, time),
    rows,
    columns: question.columns.map(dimensionOf),
    filters: question.filters,
    time,
  };
}

function plannedKpis(question: Question, context: QuestionContext): readonly PlannedKpi[] {
  const { queries, settings } = context;
  const definitions = { fields: fieldsAtHand(queries.columns), ...(context.definitions ?? BUILT_IN) };
  const variants = { ...settings.variants, ...question.variants };
  const isAvailable = isAvailableIn(queries);
  return question.kpis.map((ref): PlannedKpi => {
    const { kpi: id, variant } = parseKpiReference(ref);
    const chosen = variant === null ? variants : { ...variants, [id]: variant };
    const resolved = resolveKpi(id, chosen, definitions, isAvailable);
    const needs = needsOfBreakdown(resolved, queries.has).length === 0 ? [] : kpiNeeds(resolved, queries.has);
    const expression: Expression =
      needs.length > 0
        ? { type: 'none', reason: reason('needs-data', { needs: [...needs] }) }
        : overRatedRows(resolved.expression, (kind) => queries.unrated(kind));
    const inputs = inputsOf(expression);
    const unit = resolved.variant.unit ?? resolved.definition.unit;
    const target = question.compare === 'target' ? targetMeasure(id, unit, expression, inputs) : null;
    return { ref, id, ...resolved, expression, inputs, overs: overParts(expression, ref), target };
  });
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
  filters: readonly Filter[],
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

/** A filter by a field that is not imported gives no value with what it needs. */
function checkFilter(dimension: string, context: QuestionContext): void {
  if (!isStored(dimension, context) && !isField(dimension)) throw unknown(dimension);
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

import { AppError } from '#shared/errors.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { resolvePeriod, type Period, type Span } from '#shared/period.ts';
import { DATE_DIMENSION, type DimensionRef, type Filter, type Question } from '#shared/question.ts';
import { FIELDS_BY_KIND } from '#shared/record-kinds.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { inputsOf, type Input } from '../formula/expression.ts';
import { resolveKpi, type ResolvedKpi } from '../formula/resolve-kpi.ts';
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
 * Looks up KPIs, variants (a reference's own, then the question's, then the settings'), period, comparison and dimensions.
 * `all` reaches over every date the KPIs use. Throws E_UNKNOWN_KPI, E_BAD_FORMULA, E_FORMULA_CYCLE, E_BAD_PERIOD,
 * E_UNKNOWN_DIMENSION, and E_BAD_REQUEST for a `top` over dates.
 */
export function planQuestion(question: Question, context: QuestionContext): Plan {
  const { queries, settings, today } = context;
  const definitions = context.definitions ?? BUILT_IN;
  const variants = { ...settings.variants, ...question.variants };
  const kpis = question.kpis.map((ref): PlannedKpi => {
    const { kpi: id, variant } = parseKpiReference(ref);
    const resolved = resolveKpi(id, variant === null ? variants : { ...variants, [id]: variant }, definitions);
    const expression = overRatedRows(resolved.expression, (kind) => queries.unrated(kind));
    return { ref, id, ...resolved, expression, inputs: inputsOf(expression) };
  });
  const data = dataRange(queries);
  const clock = {
    today,
    dataFrom: data?.from ?? null,
    dataTo: data?.to ?? null,
    fiscalYearStart: settings.fiscalYearStart,
  };
  const named = resolvePeriod(question.period, clock);
  const period = named.unit === 'all' ? reachOver(named, kpis, context) : named;
  const time = timeRules(
    context,
    kpis.flatMap(({ inputs }) => inputs),
  );
  for (const { dimension } of [...question.rows, ...question.columns]) checkBreakdown(dimension, context);
  for (const { dimension } of question.filters) checkFilter(dimension, context);
  const dimensionOf = ({ dimension, grain }: DimensionRef): PlannedDimension =>
    dimension === DATE_DIMENSION
      ? { type: 'date', axis: dateAxis(period, grain ?? 'month', question.compare, time) }
      : { type: 'text', dimension };
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

function reachOver(period: Period, kpis: readonly PlannedKpi[], { queries, today }: QuestionContext): Period {
  const ranges = kpis.flatMap(({ inputs }) =>
    inputs.flatMap(({ measure }) => queries.dateRange(measure.kind, measure.date) ?? []),
  );
  if (ranges.length === 0) return period;
  const from = Math.min(period.from, ...ranges.map((range) => range.from));
  const to = Math.max(period.to, ...ranges.map((range) => range.to));
  return { ...period, from, to, open: today <= to, through: to };
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
  return Object.values(FIELDS_BY_KIND).some((fields) =>
    fields.some(({ key, type }) => key === dimension && type === 'text'),
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

import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { missingSources } from '#shared/derived-fields.ts';
import { countsMoney, missingFields, rowConditions } from '#shared/measures.ts';
import type { Span } from '#shared/period.ts';
import type { Reason } from '#shared/question.ts';
import { ratedField } from '#shared/rates.ts';
import { fieldOf, type AnyKind } from '#shared/record-kinds.ts';
import type { CellReader } from '../formula/evaluate.ts';
import { shiftsKey, type Input, type Reading, type TimeShift } from '../formula/expression.ts';
import { noValue, reason, type Outcome } from '../formula/outcome.ts';
import type {
  CellCounts,
  CellRequest,
  CellRows,
  CellValues,
  ColumnQueries,
  DayRange,
} from '../ports/column-queries.ts';
import type { QuestionContext } from './context.ts';
import type { CellAt, Level } from './levels.ts';
import { memo } from './memo.ts';
import type { Plan } from './plan.ts';
import { shiftedSpan } from './shift-span.ts';

/** Reads measures and places rows in the cells of a level; every table is computed once for a question. */
export interface MeasureReader {
  /** What stands behind the names of a formula in a cell. */
  cell(level: Level, cell: CellAt): CellReader;
  /** Rows as the reading places them; null where the measure has no answer at this level. */
  rows(level: Level, input: Input): CellRows | null;
  count(rows: CellRows, anyOf: readonly (readonly Condition[])[]): CellCounts;
  /** Currencies that some rows of a kind have no rate for. */
  unrated(kind: AnyKind): readonly string[];
  span(level: Level, cell: CellAt, shifts: readonly TimeShift[]): Span | null;
}

/** Key of a cell in the tables of a level; over all members there is one group. */
export function keyOf(level: Level, { group, slot }: CellAt, total: boolean): number {
  return (total ? 0 : group) * level.slots.length + slot;
}

export function measureReader(plan: Plan, context: QuestionContext): MeasureReader {
  const { queries } = context;
  const root = queries.breakdown([]);
  const spans = memo<Level, readonly (Span | null)[]>();
  const placed = memo<Level, CellRows>();
  const values = memo<Level, CellValues>();
  const counts = memo<CellRows, CellCounts>();
  const refusals = memo<Level, Reason | null>();
  const count: MeasureReader['count'] = (rows, anyOf) =>
    counts(rows, JSON.stringify(anyOf), () => queries.count(rows, anyOf));

  const spansOf = (level: Level, shifts: readonly TimeShift[]): readonly (Span | null)[] =>
    spans(level, shiftsKey(shifts), () => level.slots.map((slot) => shiftedSpan(slot, shifts, plan.time)));
  const place = (level: Level, measure: MeasureDefinition, { shifts, total }: Reading): CellRows => {
    const { kind, date, nature, until = null } = measure;
    return placed(level, `${placingKey(measure)} ${shiftsKey(shifts)} ${String(total)}`, () => {
      const breakdown = total ? root : level.breakdown;
      const slots = spansOf(level, shifts).map(countedDays);
      const standing = standingOf(measure);
      return queries.rows({ kind, date, nature, until, standing, filters: plan.filters, breakdown, slots });
    });
  };
  const refusal = (level: Level, measure: MeasureDefinition, total: boolean): Reason | null =>
    refusals(level, `${measure.id} ${String(total)}`, () =>
      refusalOf(measure, total ? [] : level.breakdown.dimensions, plan, queries),
    );

  /** Currencies to blame when a cell has rows but none of them has a rate. */
  const unratedIn = (measure: MeasureDefinition, rows: CellRows, key: number): readonly string[] => {
    const currencies = countsMoney(measure) ? queries.unrated(measure.kind) : [];
    if (currencies.length === 0 || count(rows, [rowConditions(measure)]).at(key) > 0) return [];
    const meant = measure.where.filter(({ is }) => is !== 'present');
    const all = count(rows, [meant]).at(key);
    const rated = (currency: string): Condition => ({ field: ratedField(currency), is: 'true' });
    return currencies.filter((currency) => count(rows, [[...meant, rated(currency)]]).at(key) < all).toSorted();
  };

  const read = (level: Level, measure: MeasureDefinition, reading: Reading, cell: CellAt): Outcome => {
    const { shifts, total } = reading;
    const refused = refusal(level, measure, total);
    if (refused !== null) return { value: null, reason: refused };
    const span = spansOf(level, shifts)[cell.slot] ?? null;
    if (span === null) return noValue('no-comparison');
    if (!holdsData(measure, span, queries.dateRange(measure.kind, measure.date))) return noValue('no-data');
    // One KPI may count a measure's rows with a rate alone, another all of them.
    const key = `${measure.id} ${String(measure.where.length)} ${shiftsKey(shifts)} ${String(total)}`;
    const table = values(level, key, () => queries.aggregate([place(level, measure, reading)], measure));
    const unrated = unratedIn(measure, place(level, measure, reading), keyOf(level, cell, total));
    if (unrated.length > 0) return { value: null, reason: reason('needs-data', { needs: unrated.map(rateNeed) }) };
    const value = table.at(keyOf(level, cell, total));
    return Number.isNaN(value) ? noValue('no-data') : { value, exact: isExact(measure) };
  };

  return {
    rows: (level, { measure, ...reading }) =>
      refusal(level, measure, reading.total) === null ? place(level, measure, reading) : null,
    count,
    unrated: queries.unrated,
    span: (level, cell, shifts) => spansOf(level, shifts)[cell.slot] ?? null,
    cell: (level, cell) => ({
      measure: (measure, reading) => read(level, measure, reading, cell),
      calendar: (id) => noValue('needs-data', { needs: [`calendar.${id}`] }),
      members: (dimension) => ({ value: null, reason: reason('filter-not-answerable', { dimension }) }),
    }),
  };
}

/** Measures with the same key place the same rows in the same cells. */
export function placingKey({ kind, date, nature, until, standing, from }: MeasureDefinition): string {
  return [kind, date, nature, until, standing, from].join(' ');
}

function standingOf({ standing, from, until }: MeasureDefinition): CellRequest['standing'] {
  const field = standing === 'at-start' ? from : until;
  return standing === undefined || field === undefined ? null : { kind: standing, field };
}

/** What to enter: `rate.EUR`. */
const rateNeed = (currency: string): string => `rate.${currency}`;

/** The days of a span that count; null for none. */
export function countedDays(span: Span | null): DayRange | null {
  if (span === null || span.through < span.from) return null;
  return { from: span.from, to: Math.min(span.to, span.through) };
}

/** Whether the history reaches the span: before it begins and after it ends nothing is known, inside it no row means zero. */
function holdsData({ nature }: MeasureDefinition, span: Span, data: DayRange | null): boolean {
  const days = countedDays(span);
  if (days === null || data === null) return false;
  return days.to >= data.from && (nature === 'balance' || days.from <= data.to);
}

function isExact({ aggregate }: MeasureDefinition): boolean {
  return aggregate.do !== 'mean' && aggregate.do !== 'quantile' && aggregate.do !== 'median-sum';
}

function refusalOf(
  measure: MeasureDefinition,
  dimensions: readonly string[],
  { filters }: Plan,
  queries: ColumnQueries,
): Reason | null {
  const { kind } = measure;
  const missing = missingFields(measure, queries.has);
  if (missing.length > 0) return reason('needs-data', { needs: [...missing] });
  const fields = queries.columns.table(kind)?.fields ?? [];
  const asked = [...filters.map(({ dimension }) => dimension), ...dimensions];
  const absent = asked.find(
    (dimension) => !fields.some((field) => field.key === dimension && field.dimension !== null),
  );
  if (absent === undefined) return null;
  return fieldOf(kind, absent) === null
    ? reason('filter-not-answerable', { dimension: absent })
    : reason('needs-data', { dimension: absent, needs: [...missingSources(kind, absent, queries.has)] });
}

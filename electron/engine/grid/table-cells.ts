import type { AnswerCell, Comparison, Question } from '#shared/question.ts';
import { noValue, type Outcome } from '../formula/outcome.ts';
import { axisOf, type Axis } from '../question/axis.ts';
import type { QuestionContext } from '../question/context.ts';
import type { CellAt, Level } from '../question/levels.ts';
import type { Plan, PlannedDimension } from '../question/plan.ts';
import { oneOf, type PlannedKpi } from '../question/planned-kpi.ts';
import { cellsOf, questionCells, type QuestionCells } from '../question/question-cells.ts';

/** Along which axis siblings lie. */
export type Along = 'rows' | 'columns';

/** A group of rows against a group of columns; 0 is all of them. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The groups of a question's rows and columns, and the cells between them, under every comparison that a table shows. */
export interface TableCells {
  readonly plan: Plan;
  readonly rows: Axis;
  readonly columns: Axis;
  kpi(reference: string): PlannedKpi;
  /** Whether a row lies there at any of the times asked for; where one axis is whole, and where dates meet, there is a cell without. */
  has(place: Place): boolean;
  value(kpi: PlannedKpi, place: Place): Outcome;
  compared(kpi: PlannedKpi, place: Place, comparison: Comparison): AnswerCell['compare'];
  marks(kpi: PlannedKpi, place: Place, value: number | null): AnswerCell['marks'];
  /** The value from the first date of the siblings to this one; null where the siblings are no dates in their order. */
  upTo(kpi: PlannedKpi, place: Place, along: Along): Outcome | null;
}

interface FoundCell {
  readonly level: Level;
  readonly cell: CellAt | null;
}

/** Where the dates of a row and a column share no day. */
const NO_DAYS = noValue('no-data');

/**
 * The cells of a question, compared in several ways; each is counted when it is first asked for. A group is met where it has a row
 * now or in any of the comparisons. Throws what `answer` throws.
 */
export function tableCells(
  question: Question,
  comparisons: readonly Comparison[],
  context: QuestionContext,
): TableCells {
  const own = questionCells(question, context);
  const beside = new Map<Comparison, QuestionCells>([[question.compare, own]]);
  for (const compare of comparisons)
    if (!beside.has(compare)) beside.set(compare, questionCells({ ...question, compare }, context, own));
  const all = [...beside.values()];
  const [rows, columns] = [axisOf('rows', all, context), axisOf('columns', all, context)];
  const cumulative = new Map<string, QuestionCells>();

  // A cell is looked for once to see whether it is there, and again for its value.
  let last: { readonly place: Place; readonly cells: QuestionCells; readonly found: FoundCell } | null = null;
  const at = (cells: QuestionCells, place: Place): FoundCell => {
    if (last?.place === place && last.cells === cells) return last.found;
    const { row, column } = place;
    const level = cells.level(rows.groups.depths[row] ?? 0, columns.groups.depths[column] ?? 0);
    const found = { level, cell: cells.at(level, [...rows.groups.path(row), ...columns.groups.path(column)]) };
    last = { place, cells, found };
    return found;
  };
  const upToCells = (along: Along, depth: number): QuestionCells | null => {
    const dimension = own.plan[along][depth];
    if (dimension?.type !== 'date' || dimension.order?.by !== undefined || dimension.order?.descending === true)
      return null;
    const key = `${along} ${String(depth)}`;
    const known = cumulative.get(key) ?? cellsOf(cumulativePlan(own.plan, along, depth), context);
    cumulative.set(key, known);
    return known;
  };
  const comparisonOf = (comparison: Comparison): QuestionCells => {
    const found = beside.get(comparison);
    if (found === undefined) throw new Error('a comparison that was not asked for');
    return found;
  };
  const inComparison = (kpi: PlannedKpi, cells: QuestionCells): PlannedKpi => oneOf(cells.plan.kpis, kpi.ref);

  return {
    plan: own.plan,
    rows,
    columns,
    kpi: (reference) => oneOf(own.plan.kpis, reference),
    has: (place) => {
      const isOnAxis = place.row === 0 || place.column === 0;
      return all.some((cells) => {
        const { level, cell } = at(cells, place);
        if (cell === null) return false;
        return isOnAxis || level.texts.length === 0 || (cell.group >= 0 && cells.has(level, cell));
      });
    },
    value: (kpi, place) => {
      const { level, cell } = at(own, place);
      return cell === null ? NO_DAYS : own.of(kpi, level).value(cell);
    },
    compared: (kpi, place, comparison) => {
      const cells = comparisonOf(comparison);
      const { level, cell } = at(cells, place);
      if (cell === null) return null;
      const of = cells.of(inComparison(kpi, cells), level);
      return of.compare(cell, of.value(cell));
    },
    marks: (kpi, place, value) => {
      const { level, cell } = at(own, place);
      return cell === null ? [] : own.of(kpi, level).marks(cell, value);
    },
    upTo: (kpi, place, along) => {
      const depth = along === 'rows' ? rows.groups.depths[place.row] : columns.groups.depths[place.column];
      const cells = upToCells(along, (depth ?? 0) - 1);
      if (cells === null) return null;
      const { level, cell } = at(cells, place);
      if (cell === null) return NO_DAYS;
      if (level.slots[cell.slot]?.undated === true) return null;
      return cells.of(inComparison(kpi, cells), level).value(cell);
    },
  };
}

/** The plan in which every date of a dimension reaches back to the first one. */
function cumulativePlan(plan: Plan, along: Along, depth: number): Plan {
  const reachBack = (dimension: PlannedDimension, at: number): PlannedDimension => {
    if (at !== depth || dimension.type !== 'date') return dimension;
    const from = dimension.axis.buckets[0]?.span.from ?? plan.period.from;
    const buckets = dimension.axis.buckets.map((bucket, i) => {
      if (bucket.key === null) return bucket;
      const span = { ...bucket.span, from, count: bucket.span.count * (i + 1) };
      return { ...bucket, span, compare: null };
    });
    return { ...dimension, axis: { buckets } };
  };
  const question = { ...plan.question, compare: 'none' } as const;
  const axes = along === 'rows' ? { rows: plan.rows.map(reachBack) } : { columns: plan.columns.map(reachBack) };
  return { ...plan, ...axes, question, compare: null };
}

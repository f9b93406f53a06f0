import { isoDate } from '#shared/calendar.ts';
import { periodJson, type Span } from '#shared/period.ts';
import { AppError } from '#shared/errors.ts';
import type { Answer, AnswerCell, Question } from '#shared/question.ts';
import { axisOf } from './axis.ts';
import type { AxisNode } from './axis-node.ts';
import type { QuestionContext } from './context.ts';
import { cellAt, pathOf, type CellAt, type Level } from './levels.ts';
import { nameOf } from './member-names.ts';
import { remembered } from './memo.ts';
import type { Plan, PlannedDimension } from './plan.ts';
import { questionCells, type QuestionCells } from './question-cells.ts';

/**
 * Answers a question: every KPI at every prefix of rows × every prefix of columns, each cell from its own rows and divided last.
 * Cells: members that have a row in the period (or in a time the KPI or the comparison looks at), every date of a breakdown by
 * dates alone, subtotals after their members, the grand total last.
 * A KPI without value says why in `reason`: data that do not reach the period or that the filters let nothing of through, data not
 * imported, a filter its data do not have, nothing to divide by or compare with. What did not happen inside the data's dates is 0.
 * Throws E_UNKNOWN_KPI, E_UNKNOWN_DIMENSION, E_BAD_PERIOD, E_BAD_FORMULA, E_FORMULA_CYCLE, E_OVERFLOW, E_BAD_REQUEST.
 * Source: kpis.md 1 to 6. Example: revenue by region over North 60 and South 40 gives the cells North 60, South 40 and the total 100.
 */
export function answer(question: Question, context: QuestionContext): Answer {
  const cells = questionCells(question, context);
  return { ...answerHead(cells.plan), cells: cellsOf(cells, context) };
}

/** What is said of all cells together. */
export function answerHead({ period, compare, kpis }: Plan): Omit<Answer, 'cells'> {
  return {
    period: periodJson(period),
    comparePeriod:
      compare === null
        ? null
        : rangeJson({ ...compare, to: Math.max(compare.from, Math.min(compare.to, compare.through)) }),
    kpis: kpis.map(({ ref, id, definition, variant, automatic }) => ({
      ref,
      kpi: id,
      unit: variant.unit ?? definition.unit,
      direction: variant.direction ?? definition.direction,
      variant: variant.id,
      formula: variant.formula,
      automatic,
    })),
  };
}

export function rangeJson({ from, to }: Pick<Span, 'from' | 'to'>): { readonly from: string; readonly to: string } {
  return { from: isoDate(from), to: isoDate(to) };
}

/** An answer of a million cells is beyond reading, and its JSON beyond half a gigabyte. */
const MOST_CELLS = 1_000_000;

interface PlacedCell {
  readonly level: Level;
  readonly cell: CellAt;
  readonly row: AxisNode;
  readonly column: AxisNode;
  readonly place: number;
}

function cellsOf(cells: QuestionCells, context: QuestionContext): AnswerCell[] {
  const { plan } = cells;
  // The columns add larger cells up from smaller ones that they have met.
  cells.keys(cells.level(plan.rows.length, plan.columns.length));
  const [rows, columns] = [axisOf('rows', [cells], context), axisOf('columns', [cells], context)];
  const placed: PlacedCell[] = [];
  const place = (level: Level, cell: CellAt | null, row: AxisNode | null, column: AxisNode | null): void => {
    if (cell === null || row === null || column === null) return;
    placed.push({ level, cell, row, column, place: row.place * columns.size + column.place });
    if (placed.length * plan.kpis.length > MOST_CELLS)
      throw new AppError(
        'E_BAD_REQUEST',
        'The answer would be too large to hold; ask for fewer dimensions, or the top ones.',
      );
  };
  for (let rowDepth = 0; rowDepth <= plan.rows.length; rowDepth++)
    for (let columnDepth = 0; columnDepth <= plan.columns.length; columnDepth++) {
      const level = cells.level(rowDepth, columnDepth);
      const onAxis = rowDepth === 0 || columnDepth === 0;
      if (onAxis || level.texts.length === 0) {
        for (const row of nodesAt(rows.root, rowDepth))
          for (const column of nodesAt(columns.root, columnDepth))
            place(level, cellAt(level, [...row.path, ...column.path]), row, column);
        continue;
      }
      const slots = level.slots.length;
      for (const key of cells.keys(level)) {
        const cell = { group: Math.floor(key / slots), slot: key % slots };
        const path = pathOf(level, cell);
        place(level, cell, rows.at(path.slice(0, rowDepth)), columns.at(path.slice(rowDepth)));
      }
    }
  placed.sort((a, b) => a.place - b.place);
  const names = axisNames(context);
  const periods = new WeakMap<Pick<Span, 'from' | 'to'>, ReturnType<typeof rangeJson>>();
  return placed.flatMap(({ level, cell, row, column }) => {
    const about = { row: names(plan.rows, row), column: names(plan.columns, column), other: row.other };
    const span = level.slots[cell.slot]?.span ?? plan.period;
    const period = remembered(periods, span, () => rangeJson(span));
    return plan.kpis.map((kpi): AnswerCell => {
      const number = cells.number(kpi, level, cell);
      const { used, leftOut } = cells.rows(kpi, level, cell);
      const marks = cells.marks(kpi, level, cell, number.value);
      return {
        kpi: kpi.ref,
        ...about,
        row: [...about.row],
        column: [...about.column],
        period,
        ...number,
        marks,
        rows: { used, leftOut },
      };
    });
  });
}

/** The groups of an axis at a depth, in order. */
function nodesAt(node: AxisNode, depth: number): readonly AxisNode[] {
  return depth === 0 ? [node] : node.members.flatMap((member) => nodesAt(member, depth - 1));
}

/** Names down to a group. */
export function axisNames({
  queries,
}: QuestionContext): (dimensions: readonly PlannedDimension[], node: AxisNode) => readonly (string | null)[] {
  const known = new WeakMap<AxisNode, readonly (string | null)[]>();
  return (dimensions, node) =>
    remembered(known, node, () =>
      node.path.map((index, depth) => {
        const dimension = dimensions[depth];
        return dimension === undefined ? null : nameOf(queries, dimension, index);
      }),
    );
}

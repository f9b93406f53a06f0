import { AppError } from '#shared/errors.ts';
import type { CellRef, Explanation, Question } from '#shared/question.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { HERE, inputsOf, type Expression } from '../formula/expression.ts';
import type { QuestionContext } from './context.ts';
import { goalsOf } from './goals-of.ts';
import { locate, type LocatedCell } from './locate.ts';
import { measureReader, type MeasureReader } from './measure-reader.ts';
import { overParts } from './over-parts.ts';
import { planQuestion } from './plan.ts';
import type { PlannedKpi } from './planned-kpi.ts';
import { ownInputs, rowSources, usedBy } from './row-sources.ts';
import { rowsOfCell, sourceAt } from './rows-used.ts';

export interface RowPositions {
  readonly kind: AnyKind;
  /** Ascending positions in the kind's table, each once. */
  readonly positions: Int32Array;
}

/**
 * The rows behind a cell: those its measures use, numerator's and denominator's united, in all times the formula looks at.
 * Of a KPI over several kinds (net margin: sales and costs) the rows of the one asked for, else of the first in the formula.
 * Throws E_NOT_FOUND for a cell the question does not have, and what `answer` throws.
 * Example: average order value of a month gives every row of the month with an amount or an order number.
 */
export function rowPositions(
  question: Question,
  ref: CellRef,
  context: QuestionContext,
  asked?: AnyKind,
): RowPositions & { readonly kinds: Explanation['rows']['byKind'] } {
  const { located, all } = positionsOf(question, ref, context, 'now');
  const found = all.find((one) => asked === undefined || one.kind === asked);
  const kind = found?.kind ?? asked ?? located.kpi.inputs[0]?.measure.kind;
  if (kind === undefined) throw new AppError('E_NOT_FOUND', 'No row stands behind this number.', { kpi: ref.kpi });
  return { ...(found ?? { kind, positions: new Int32Array(0) }), kinds: rowsByKind(all) };
}

/**
 * The rows of every kind behind a cell, or behind what it is compared with; none of a KPI that the data cannot answer.
 * Held against targets those that set it, none where a goal does.
 * Throws as `rowPositions` does. Example: a cell of 2026 held against 2025 gives the rows of 2025.
 */
export function everyRow(
  question: Question,
  ref: CellRef,
  context: QuestionContext,
  when: 'now' | 'compared',
): readonly RowPositions[] {
  return positionsOf(question, ref, context, when).all;
}

function positionsOf(question: Question, ref: CellRef, context: QuestionContext, when: 'now' | 'compared') {
  const plan = planQuestion(question, context);
  const reader = measureReader(plan, context);
  const located = locate(ref, plan, reader, context);
  if (when === 'now' || question.compare !== 'target')
    return { located, all: positionsByKind(located, reader, context, when) };
  const { kpi, level, cell } = located;
  // A goal sets the target by itself, else rows do.
  const isGoals = (goalsOf(kpi, level, plan, context)?.(cell) ?? null) !== null;
  const inputs = kpi.target === null || isGoals ? [] : [{ measure: kpi.target, ...HERE }];
  return { located, all: positionsByKind({ ...located, kpi: { ...kpi, inputs, overs: [] } }, reader, context) };
}

export function rowsByKind(all: readonly RowPositions[]): Explanation['rows']['byKind'] {
  return all.map(({ kind, positions }) => ({ kind, total: positions.length }));
}

/** Rows behind a cell for every kind, in the order of the formula. */
export function positionsByKind(
  { kpi, level, cell }: LocatedCell,
  reader: MeasureReader,
  { queries }: QuestionContext,
  when: 'now' | 'compared' = 'now',
): readonly RowPositions[] {
  const byKind = new Map<AnyKind, Int32Array>();
  const { inputs, overs } = when === 'now' ? kpi : comparedParts(kpi.expression);
  for (const source of rowSources(ownInputs(inputs), overs)) {
    const at = sourceAt(reader, level, source);
    if (at === null) continue;
    const { kind } = source.input.measure;
    const used = usedBy(reader, level, source);
    const { keys } = rowsOfCell(reader, level, cell, at);
    for (const key of keys) byKind.set(kind, united(byKind.get(kind), queries.positions(at.rows, key, used)));
    if (!byKind.has(kind)) byKind.set(kind, new Int32Array(0));
  }
  return [...byKind].map(([kind, positions]) => ({ kind, positions }));
}

/** What an expression reads when all of it is read in the comparison period. */
function comparedParts(body: Expression): Pick<PlannedKpi, 'inputs' | 'overs'> {
  const expression: Expression = { type: 'time', shift: { by: 'compare' }, body };
  return { inputs: inputsOf(expression), overs: overParts(expression) };
}

function united(a: Int32Array | undefined, b: Int32Array): Int32Array {
  if (a === undefined || a.length === 0) return b;
  const sorted = new Int32Array(a.length + b.length);
  sorted.set(a);
  sorted.set(b, a.length);
  sorted.sort();
  return sorted.filter((row, i) => i === 0 || sorted[i - 1] !== row);
}

import { AppError } from '#shared/errors.ts';
import type { CellRef, Explanation, Question } from '#shared/question.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { QuestionContext } from './context.ts';
import { locate, type LocatedCell } from './locate.ts';
import { measureReader, type MeasureReader } from './measure-reader.ts';
import { planQuestion } from './plan.ts';
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
  const plan = planQuestion(question, context);
  const reader = measureReader(plan, context);
  const located = locate(ref, plan, reader, context);
  const all = positionsByKind(located, reader, context);
  const found = all.find((one) => asked === undefined || one.kind === asked);
  const kind = found?.kind ?? asked ?? located.kpi.inputs[0]?.measure.kind;
  if (kind === undefined) throw new AppError('E_NOT_FOUND', 'No row stands behind this number.', { kpi: ref.kpi });
  return { ...(found ?? { kind, positions: new Int32Array(0) }), kinds: rowsByKind(all) };
}

export function rowsByKind(all: readonly RowPositions[]): Explanation['rows']['byKind'] {
  return all.map(({ kind, positions }) => ({ kind, total: positions.length }));
}

/** Rows behind a cell for every kind, in the order of the formula. */
export function positionsByKind(
  { kpi, level, cell }: LocatedCell,
  reader: MeasureReader,
  { queries }: QuestionContext,
): readonly RowPositions[] {
  const byKind = new Map<AnyKind, Int32Array>();
  for (const source of rowSources(ownInputs(kpi.inputs), kpi.overs)) {
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

function united(a: Int32Array | undefined, b: Int32Array): Int32Array {
  if (a === undefined || a.length === 0) return b;
  const sorted = new Int32Array(a.length + b.length);
  sorted.set(a);
  sorted.set(b, a.length);
  sorted.sort();
  return sorted.filter((row, i) => i === 0 || sorted[i - 1] !== row);
}

import { AppError } from '#shared/errors.ts';
import { OTHER, type CellRef } from '#shared/question.ts';
import type { QuestionContext } from './context.ts';
import { cellAt, levelOf, type CellAt, type Level } from './levels.ts';
import type { MeasureReader } from './measure-reader.ts';
import { memberNames } from './member-names.ts';
import type { Plan, PlannedDimension } from './plan.ts';
import { cellInputs, type PlannedKpi } from './planned-kpi.ts';
import { keysWithRows } from './rows-used.ts';

export interface LocatedCell {
  readonly kpi: PlannedKpi;
  readonly level: Level;
  readonly cell: CellAt;
}

/** Finds the cell an answer's keys name. Throws E_NOT_FOUND where the question has no such cell. */
export function locate(ref: CellRef, plan: Plan, reader: MeasureReader, context: QuestionContext): LocatedCell {
  const kpi = plan.kpis.find((one) => one.ref === ref.kpi);
  if (kpi === undefined || ref.row.length > plan.rows.length || ref.column.length > plan.columns.length)
    throw notFound(ref);
  const level = levelOf(plan, context.queries, ref.row.length, ref.column.length);
  const names = [...ref.row, ...ref.column];
  const path = level.dimensions.map((dimension, depth) => indexOf(dimension, names[depth] ?? null, context));
  // Groups have numbers once rows have met them.
  keysWithRows(reader, level, cellInputs(kpi));
  const cell = path.includes(-1) ? null : cellAt(level, path);
  if (cell === null || cell.group < 0) throw notFound(ref);
  return { kpi, level, cell };
}

/** The member's code or the bucket's index on a dimension; −1 for none of that name. */
export function indexOf(dimension: PlannedDimension, name: string | null, { queries }: QuestionContext): number {
  if (dimension.type === 'date') return dimension.axis.buckets.findIndex(({ key }) => key === name);
  if (name === null) return 0;
  if (name === OTHER) return dimension.top?.otherCode ?? -1;
  return memberNames(queries, dimension.dimension).indexOf(name);
}

function notFound(ref: CellRef): AppError {
  return new AppError('E_NOT_FOUND', 'The answer has no such cell.', { kpi: ref.kpi });
}

import { AppError } from '#shared/errors.ts';
import { OTHER, type CellRef } from '#shared/question.ts';
import type { QuestionContext } from './context.ts';
import { levelOf, type CellAt, type Level } from './levels.ts';
import type { MeasureReader } from './measure-reader.ts';
import { memberNames } from './member-names.ts';
import { cellInputs, type Plan, type PlannedDimension, type PlannedKpi } from './plan.ts';
import { keysWithRows } from './rows-used.ts';
import { topMembers } from './top-members.ts';

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
  const top = ref.row.length === plan.rows.length ? topMembers(plan, context) : null;
  const level = levelOf(plan, context.queries, ref.row.length, ref.column.length, top);
  const lastRow = ref.row.length - 1;
  const names = [...ref.row, ...ref.column];
  const path = level.dimensions.map((dimension, depth) =>
    names[depth] === OTHER && depth === lastRow
      ? (level.breakdown.otherCode ?? -1)
      : indexOf(dimension, names[depth] ?? null, context),
  );
  keysWithRows(reader, level, cellInputs(kpi));
  const pick = (type: PlannedDimension['type']): readonly number[] =>
    path.filter((_, depth) => level.dimensions[depth]?.type === type);
  const group = path.includes(-1) ? null : level.breakdown.find(pick('text'));
  const buckets = pick('date').join();
  const slot = level.slots.findIndex((one) => one.buckets.join() === buckets);
  if (group === null || slot === -1) throw notFound(ref);
  return { kpi, level, cell: { group, slot } };
}

function indexOf(dimension: PlannedDimension, name: string | null, { queries }: QuestionContext): number {
  if (dimension.type === 'date') return dimension.axis.buckets.findIndex(({ key }) => key === name);
  if (name === null) return 0;
  return name === '' ? -1 : memberNames(queries, dimension.dimension).indexOf(name);
}

function notFound(ref: CellRef): AppError {
  return new AppError('E_NOT_FOUND', 'The answer has no such cell.', { kpi: ref.kpi });
}

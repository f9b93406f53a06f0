import { questionSchema, type CellRef, type Filter, type Question } from '#shared/question.ts';
import type { Told } from '#shared/told.ts';
import { explain } from '../question/explain.ts';
import type { QuestionContext } from '../question/context.ts';
import { everyRow } from '../question/row-positions.ts';
import type { PartRows } from './told-answer.ts';

interface Asked {
  readonly kpi: string;
  readonly filters: readonly Filter[];
  /** A period text. */
  readonly period: string;
  readonly variants?: Readonly<Record<string, string>>;
}

/** The rows behind a KPI over a period, of every kind it reads, those left out, and how it is counted. Throws what `answer` throws. */
export function questionRows(
  { kpi, filters, period, variants = {} }: Asked,
  part: PartRows['part'],
  context: QuestionContext,
): Pick<Told, 'formula' | 'leftOut'> & {
  readonly rows: readonly PartRows[];
} {
  const question = questionSchema.parse({ kpis: [kpi], filters, period, variants });
  const cell = { kpi, row: [], column: [] };
  const told = explain(question, cell, context);
  return {
    formula: told.formula,
    leftOut: told.rows.leftOut,
    rows: cellRows(question, cell, part, context),
  };
}

/** The rows behind a cell, or behind its comparison, of every kind that its KPI reads. Throws what `everyRow` throws. */
export function cellRows(
  question: Question,
  cell: CellRef,
  part: PartRows['part'],
  context: QuestionContext,
  when: 'now' | 'compared' = 'now',
): readonly PartRows[] {
  return everyRow(question, cell, context, when).map((found) => ({ part, ...found, asOf: null }));
}

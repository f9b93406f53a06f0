import { questionSchema, type Filter } from '#shared/question.ts';
import type { Told } from '#shared/told.ts';
import { explain } from '../question/explain.ts';
import type { QuestionContext } from '../question/context.ts';
import { rowPositions } from '../question/row-positions.ts';
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
    rows: told.rows.byKind.map(({ kind }) => {
      const { positions } = rowPositions(question, cell, context, kind);
      return { part, kind, positions, asOf: null };
    }),
  };
}

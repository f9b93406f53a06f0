import type { Day } from '#shared/calendar.ts';
import type { Insight, InsightOpens, InsightWord } from '#shared/insights.ts';
import type { Answer, AnswerCell, CellRef, Filter, QuestionInput } from '#shared/question.ts';
import { questionSchema } from '#shared/question.ts';
import { saidNumberSchema, type SaidNumberInput } from '#shared/told.ts';
import { DECIMAL_SCALE, type Unit } from '#shared/units.ts';
import type { ColumnQueries } from '../ports/column-queries.ts';

/** What a rule looks at: it asks questions, and of the columns only what no question can tell. */
export interface InsightScope {
  ask(question: QuestionInput): Answer;
  readonly period: string;
  readonly compare: 'previous' | 'last-year';
  readonly filters: readonly Filter[];
  /** Last day of the period that counts. */
  readonly through: Day;
  /** Last day of the period; of all of time, Infinity. */
  readonly to: Day;
  readonly today: Day;
  readonly queries: ColumnQueries;
}

/** One rule: what it finds in a scope, nothing where nothing is worth a look. Deterministic. */
export type Rule = (scope: InsightScope) => readonly Insight[];

/** An insight with what most of them leave empty. */
export function insight(
  found: Pick<Insight, 'id' | 'rule' | 'form' | 'size' | 'tone' | 'words'> &
    Partial<Pick<Insight, 'count' | 'countOpens' | 'parts' | 'change' | 'cell'>> & {
      readonly question: QuestionInput | null;
    },
): Insight {
  const question = found.question === null ? null : questionSchema.parse(found.question);
  return { count: 0, parts: [], change: null, cell: null, ...found, question };
}

export const number = (value: number, unit: Unit, opens?: InsightOpens): InsightWord => ({
  as: 'number',
  value,
  unit,
  ...(opens === undefined ? {} : { opens }),
});
export const growth = (value: number, opens?: InsightOpens): InsightWord => ({
  as: 'growth',
  value,
  ...(opens === undefined ? {} : { opens }),
});
export const member = (dimension: string, name: string | null): InsightWord => ({ as: 'member', dimension, name });

interface Place {
  readonly question: QuestionInput;
  readonly cell: CellRef;
}

/** A cell of a question; its total unless members are given. */
export function placeOf(question: QuestionInput, kpi: string, row: CellRef['row'] = []): Place {
  return { question, cell: { kpi, row, column: [] } };
}

/** The passport of a cell. */
export function opensCell({ question, cell }: Place, showsRows = false): InsightOpens {
  return { question: questionSchema.parse(question), cell, ...(showsRows ? { showsRows } : {}) };
}

/** The passport of a number that is no cell. */
export function opensTold(told: SaidNumberInput): InsightOpens {
  return { told: saidNumberSchema.parse(told) };
}

/** That of a number made of cells. Example: `opensCells('share', ofOne, ofAll)`. */
export function opensCells(
  figure: Extract<SaidNumberInput, { readonly of: 'cells' }>['figure'],
  place: Place,
  whole?: Place,
): InsightOpens {
  return opensTold({ of: 'cells', figure, ...place, ...(whole === undefined ? {} : { whole }) });
}

/** The total of a KPI in an answer. */
export function totalOf(answer: Answer, kpi: string): AnswerCell | null {
  return answer.cells.find((cell) => cell.kpi === kpi && cell.row.length === 0 && cell.column.length === 0) ?? null;
}

/** A KPI's total beside the one it is compared with; null without either, and where the data cover only a part of that time. */
export function nowAndBefore(answer: Answer, kpi: string): { readonly now: number; readonly before: number } | null {
  const total = totalOf(answer, kpi);
  const [now, before] = [total?.value ?? null, total?.compare?.value ?? null];
  const isPart = total?.marks.includes('base-starts-late') === true;
  return now === null || before === null || isPart ? null : { now, before };
}

/** Whole ten-thousandths, which add up without error. Example: 12.5 is 125 000. */
export function scaled(value: number): number {
  return Math.round(value * DECIMAL_SCALE);
}

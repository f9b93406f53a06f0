import { columnQueries } from '#columns/column-queries.ts';
import type { Definitions } from '#engine/formula/resolve-kpi.ts';
import type { DerivationRules, Exchange } from '#engine/ports/workspace-columns.ts';
import { answer } from '#engine/question/answer.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { OTHER, questionSchema, type Answer, type AnswerCell, type QuestionInput } from '#shared/question.ts';
import { columnsOfRows, type PlainTables } from './columns-of-rows.ts';

export interface AskOptions {
  readonly today?: string;
  readonly fiscalYearStart?: number;
  readonly variants?: Readonly<Record<string, string>>;
  readonly definitions?: Definitions;
  readonly exchange?: Exchange;
  readonly rules?: Partial<DerivationRules>;
}

/** A context over rows given as objects; today is long after them unless said. */
export function contextOf(tables: PlainTables, options: AskOptions = {}): QuestionContext {
  const { fiscalYearStart = 1 } = options;
  return {
    queries: columnQueries(columnsOfRows(tables, 1, options.exchange, { fiscalYearStart, ...options.rules })),
    today: parseIsoDate(options.today ?? '2030-01-01') ?? 0,
    settings: { fiscalYearStart, variants: { ...options.variants } },
    ...(options.definitions === undefined ? {} : { definitions: options.definitions }),
  };
}

/** The answer to a question with its defaults filled in. */
export function ask(context: QuestionContext, question: QuestionInput): Answer {
  return answer(questionSchema.parse(question), context);
}

/** The grand total's cell of the first KPI. */
export function totalOf(context: QuestionContext, question: QuestionInput): AnswerCell {
  const cell = ask(context, question).cells.find(({ row, column }) => row.length === 0 && column.length === 0);
  if (cell === undefined) throw new Error('an answer without a total');
  return cell;
}

/** Values by the names of rows and columns: `{'North': 60, '': 100}`; several names are joined by ' / '. */
export function valuesByName(
  answered: Answer,
  kpi: string = answered.kpis[0]?.kpi ?? '',
): Record<string, number | null> {
  return Object.fromEntries(
    answered.cells
      .filter((cell) => cell.kpi === kpi)
      .map(({ row, column, value }) => [
        [...row, ...column].map((name) => (name === OTHER ? '(other)' : (name ?? '(none)'))).join(' / '),
        value,
      ]),
  );
}

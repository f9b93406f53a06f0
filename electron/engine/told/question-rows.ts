import { parseIsoDate } from '#shared/calendar.ts';
import { questionSchema, type CellRef, type Filter, type Question } from '#shared/question.ts';
import type { Told } from '#shared/told.ts';
import { explain } from '../question/explain.ts';
import type { QuestionContext } from '../question/context.ts';
import { everyRow } from '../question/row-positions.ts';
import { mayStop } from '../stoppable.ts';
import { allLeftOut, type PartRows } from './told-answer.ts';

interface Asked {
  readonly kpi: string;
  readonly filters: readonly Filter[];
  /** A period text. */
  readonly period: string;
  readonly variants?: Readonly<Record<string, string>>;
}

export interface QuestionRows extends Pick<Told, 'formula' | 'leftOut'> {
  readonly rows: readonly PartRows[];
  /** The days of the period. */
  readonly period: NonNullable<Told['period']>;
}

/** The rows behind a KPI over a period, of every kind it reads, those left out, and how it is counted. Throws what `answer` throws. */
export function questionRows(
  { kpi, filters, period, variants = {} }: Asked,
  part: PartRows['part'],
  context: QuestionContext,
): QuestionRows {
  const question = questionSchema.parse({ kpis: [kpi], filters, period, variants });
  const cell = { kpi, row: [], column: [] };
  const told = explain(question, cell, context);
  return {
    formula: told.formula,
    leftOut: told.rows.leftOut,
    period: { from: told.period.from, to: told.period.to },
    rows: cellRows(question, cell, part, context),
  };
}

type Days = NonNullable<Told['period']>;

/**
 * The same over several periods, oldest first, of which some may be missing between. Null without any.
 * Example: of January, February and May it asks for January to February, and for May.
 */
export function rowsInPeriods(
  asked: Omit<Asked, 'period'>,
  periods: readonly Days[],
  part: PartRows['part'],
  context: QuestionContext,
): QuestionRows | null {
  const runs = periods.reduce<readonly Days[]>((all, { from, to }) => {
    const last = all.at(-1);
    const follows = last !== undefined && (parseIsoDate(last.to) ?? 0) + 1 === parseIsoDate(from);
    return follows ? [...all.slice(0, -1), { from: last.from, to }] : [...all, { from, to }];
  }, []);
  const found = runs.map(({ from, to }) => questionRows({ ...asked, period: `${from}..${to}` }, part, context));
  const [first, ...others] = found;
  return first === undefined ? null : others.reduce(united, first);
}

function united(a: QuestionRows, b: QuestionRows): QuestionRows {
  return {
    formula: a.formula,
    period: { from: a.period.from, to: b.period.to },
    leftOut: allLeftOut([...a.leftOut, ...b.leftOut]),
    rows: a.rows.map((rows) => {
      mayStop();
      const more = b.rows.find(({ kind }) => kind === rows.kind)?.positions ?? new Int32Array(0);
      const positions = new Int32Array(rows.positions.length + more.length);
      positions.set(rows.positions);
      positions.set(more, rows.positions.length);
      return { ...rows, positions: positions.sort() };
    }),
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

import type { AnswerCell, Question } from '#shared/question.ts';
import { HERE } from '../formula/expression.ts';
import type { Outcome } from '../formula/outcome.ts';
import type { QuestionContext } from './context.ts';
import { goalIn } from './goal-in.ts';
import { levelOf, type CellAt, type Level } from './levels.ts';
import { marker } from './marks.ts';
import { measureReader, type MeasureReader } from './measure-reader.ts';
import { planQuestion, type Plan } from './plan.ts';
import { cellInputs, type PlannedKpi } from './planned-kpi.ts';
import { hasNobody } from './population.ts';
import { ownInputs, rowSources } from './row-sources.ts';
import { cellsWithRows, rowCounter, type RowCounts } from './rows-used.ts';
import { comparisonOf, EMPTY, valueOf } from './value-of.ts';

/** The cells of a question at every depth of rows and columns, each worked out when it is asked for. */
export interface QuestionCells {
  readonly plan: Plan;
  readonly reader: MeasureReader;
  level(rowDepth: number, columnDepth: number): Level;
  /** Keys of the cells that hold a row of anything asked for, now or in the comparison period. */
  keys(level: Level): ReadonlySet<number>;
  /** Whether a cell is one of those. */
  has(level: Level, cell: CellAt): boolean;
  number(kpi: PlannedKpi, level: Level, cell: CellAt): CellNumber;
  /** The same without its comparison. */
  value(kpi: PlannedKpi, level: Level, cell: CellAt): Outcome;
  rows(kpi: PlannedKpi, level: Level, cell: CellAt): RowCounts;
  marks(kpi: PlannedKpi, level: Level, cell: CellAt, value: number | null): AnswerCell['marks'];
}

export type CellNumber = Pick<AnswerCell, 'value' | 'reason' | 'compare'>;

/** `like`: the same question's cells under another comparison. */
export function questionCells(
  question: Question,
  context: QuestionContext,
  like: QuestionCells | null = null,
): QuestionCells {
  return cellsOf(planQuestion(question, context, like?.plan ?? null), context);
}

export function cellsOf(plan: Plan, context: QuestionContext): QuestionCells {
  const { queries } = context;
  const reader = measureReader(plan, context);
  const mark = marker(context);
  const levels = new Map<number, Level>();
  const level = (rowDepth: number, columnDepth: number): Level => {
    const at = rowDepth * 16 + columnDepth;
    const found = levels.get(at) ?? levelOf(plan, queries, rowDepth, columnDepth);
    levels.set(at, found);
    return found;
  };
  const inputs = plan.kpis.flatMap(cellInputs);
  const met = new WeakMap<Level, ReturnType<typeof cellsWithRows>>();
  const metAt = (one: Level): ReturnType<typeof cellsWithRows> => {
    const found = met.get(one) ?? cellsWithRows(reader, one, inputs);
    met.set(one, found);
    return found;
  };
  const asked = new Map(
    plan.kpis.map((kpi) => {
      let noRows: boolean | null = null;
      return [
        kpi,
        {
          noRows: (): boolean => (noRows ??= hasNobody(reader, level(0, 0), kpi.inputs, plan, queries)),
          counts: rowCounter(reader, rowSources(ownInputs(kpi.inputs), kpi.overs)),
        },
      ] as const;
    }),
  );
  const of = (kpi: PlannedKpi) => {
    const found = asked.get(kpi);
    if (found === undefined) throw new Error('a KPI of another question');
    return found;
  };
  const known = (kpi: PlannedKpi, found: Outcome): Outcome =>
    found.value !== null && of(kpi).noRows() ? EMPTY : found;
  const value = (kpi: PlannedKpi, at: Level, cell: CellAt): Outcome => known(kpi, valueOf(reader, at, cell, kpi));
  const compared = (kpi: PlannedKpi, at: Level, cell: CellAt): Outcome => {
    if (kpi.target !== null) {
      const goal = goalIn(kpi, at, cell, plan, context);
      return goal === null
        ? reader.value(at, { type: 'measure', measure: kpi.target }, HERE)(cell)
        : { value: goal, exact: false };
    }
    return known(kpi, valueOf(reader, at, cell, kpi, 'compared'));
  };
  return {
    plan,
    reader,
    level,
    keys: (one) => metAt(one).keys(),
    has: (one, { group, slot }) => metAt(one).has(group * one.slots.length + slot),
    value,
    number: (kpi, at, cell) => {
      const now = value(kpi, at, cell);
      const isRatio = (kpi.variant.unit ?? kpi.definition.unit) === 'ratio';
      const compare = plan.question.compare === 'none' ? null : comparisonOf(now, compared(kpi, at, cell), isRatio);
      return { value: now.value, reason: now.value === null ? now.reason : null, compare };
    },
    rows: (kpi, at, cell) => of(kpi).counts(at, cell),
    marks: (kpi, at, cell, shown) => {
      const slot = at.slots[cell.slot];
      return slot === undefined ? [] : mark(kpi, slot, shown, of(kpi).counts(at, cell).largest);
    },
  };
}

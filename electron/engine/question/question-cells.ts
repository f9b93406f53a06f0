import type { AnswerCell, Question } from '#shared/question.ts';
import type { Read } from '../formula/evaluate.ts';
import { HERE } from '../formula/expression.ts';
import { noValue, type Outcome } from '../formula/outcome.ts';
import type { QuestionContext } from './context.ts';
import { goalsOf } from './goals-of.ts';
import { cellAt, levelOf, type CellAt, type Level } from './levels.ts';
import { marker } from './marks.ts';
import { measureReader, type MeasureReader } from './measure-reader.ts';
import { remembered } from './memo.ts';
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
  keys(level: Level): Float64Array;
  /** The cell of a level at a path, its group −1 where no row has met the members together; null where its dates share no day. */
  at(level: Level, path: readonly number[]): CellAt | null;
  /** Whether a cell is one of those. */
  has(level: Level, cell: CellAt): boolean;
  /** A KPI in the cells of a level, made ready once. */
  of(kpi: PlannedKpi, level: Level): KpiCells;
}

interface KpiCells {
  value(cell: CellAt): Outcome;
  /** That value beside the one of the cell's comparison; null where the question compares with nothing. */
  compare(cell: CellAt, now: Outcome): AnswerCell['compare'];
  rows(cell: CellAt): RowCounts;
  marks(cell: CellAt, value: number | null): AnswerCell['marks'];
}

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
  const mark = marker(plan, context);
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
  const nobody = new Map<PlannedKpi, boolean>();
  const isNobody = (kpi: PlannedKpi): boolean =>
    remembered(nobody, kpi, () => hasNobody(reader, level(0, 0), kpi.inputs, plan, queries));
  const ready = (kpi: PlannedKpi, at: Level): KpiCells => {
    const readNow = valueOf(reader, at, kpi);
    const readCompared = (): Read<CellAt> => {
      if (plan.question.compare !== 'target') return valueOf(reader, at, kpi, 'compared');
      const goals = goalsOf(kpi, at, plan, context);
      const set =
        kpi.target === null
          ? (): Outcome => noValue('no-comparison')
          : reader.value(at, { type: 'measure', measure: kpi.target }, HERE);
      if (goals === null) return set;
      return (cell) => {
        const goal = goals(cell);
        return goal === null ? set(cell) : { value: goal, exact: false };
      };
    };
    const beside = plan.question.compare === 'none' ? null : readCompared();
    const isRatio = (kpi.variant.unit ?? kpi.definition.unit) === 'ratio';
    const markIn: ReturnType<typeof mark>[] = [];
    const markOf = (slot: number): ReturnType<typeof mark> | undefined => {
      const own = at.slots[slot];
      return own === undefined ? undefined : (markIn[slot] ??= mark(kpi, own, besideValue));
    };
    const besideValue = {
      largest: (cell: CellAt) => counts().largest(cell),
      isCompared: (cell: CellAt) => beside !== null && compared(beside, cell).value !== null,
    };
    let counter: ReturnType<typeof rowCounter> | null = null;
    const counts = (): ReturnType<typeof rowCounter> =>
      (counter ??= rowCounter(reader, rowSources(ownInputs(kpi.inputs), kpi.overs), at));
    let none: boolean | null = null;
    const known = (found: Outcome): Outcome => (found.value !== null && (none ??= isNobody(kpi)) ? EMPTY : found);
    const value = (cell: CellAt): Outcome => known(readNow(cell));
    const compared = (read: Read<CellAt>, cell: CellAt): Outcome =>
      plan.question.compare === 'target' ? read(cell) : known(read(cell));
    return {
      value,
      compare: (cell, now) => (beside === null ? null : comparisonOf(now, compared(beside, cell), isRatio)),
      rows: (cell) => counts().of(cell),
      marks: (cell, shown) => markOf(cell.slot)?.(shown, cell) ?? [],
    };
  };
  const readied = new WeakMap<Level, Map<PlannedKpi, KpiCells>>();
  return {
    plan,
    reader,
    level,
    keys: (one) => metAt(one).keys(),
    at: (one, path) => {
      // Groups have numbers once rows have met them.
      metAt(one);
      return cellAt(one, path);
    },
    has: (one, { group, slot }) => metAt(one).has(group * one.slots.length + slot),
    of: (kpi, at) => {
      const byKpi = remembered(readied, at, () => new Map<PlannedKpi, KpiCells>());
      return remembered(byKpi, kpi, () => ready(kpi, at));
    },
  };
}

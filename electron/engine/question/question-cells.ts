import type { AnswerCell, Question } from '#shared/question.ts';
import type { Read } from '../formula/evaluate.ts';
import { HERE } from '../formula/expression.ts';
import type { Outcome } from '../formula/outcome.ts';
import type { QuestionContext } from './context.ts';
import { levelOf, type CellAt, type Level } from './levels.ts';
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
  /** Whether a cell is one of those. */
  has(level: Level, cell: CellAt): boolean;
  /** A KPI in the cells of a level, made ready once. */
  of(kpi: PlannedKpi, level: Level): KpiCells;
}

export interface KpiCells {
  number(cell: CellAt): CellNumber;
  /** The same without its comparison. */
  value(cell: CellAt): Outcome;
  rows(cell: CellAt): RowCounts;
  marks(cell: CellAt, value: number | null, rows?: RowCounts): AnswerCell['marks'];
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
  const nobody = new Map<PlannedKpi, boolean>();
  const known = (kpi: PlannedKpi, found: Outcome): Outcome => {
    if (found.value === null) return found;
    return remembered(nobody, kpi, () => hasNobody(reader, level(0, 0), kpi.inputs, plan, queries)) ? EMPTY : found;
  };
  const ready = (kpi: PlannedKpi, at: Level): KpiCells => {
    const readNow = valueOf(reader, at, kpi);
    const readCompared = (): Read<CellAt> =>
      kpi.target === null
        ? valueOf(reader, at, kpi, 'compared')
        : reader.value(at, { type: 'measure', measure: kpi.target }, HERE);
    const beside = plan.question.compare === 'none' ? null : readCompared();
    const isRatio = (kpi.variant.unit ?? kpi.definition.unit) === 'ratio';
    const markIn = at.slots.map((slot) => mark(kpi, slot));
    let counter: ((cell: CellAt) => RowCounts) | null = null;
    const rows = (cell: CellAt): RowCounts =>
      (counter ??= rowCounter(reader, rowSources(ownInputs(kpi.inputs), kpi.overs), at))(cell);
    const value = (cell: CellAt): Outcome => known(kpi, readNow(cell));
    const compared = (read: Read<CellAt>, cell: CellAt): Outcome =>
      kpi.target === null ? known(kpi, read(cell)) : read(cell);
    return {
      value,
      number: (cell) => {
        const now = value(cell);
        const compare = beside === null ? null : comparisonOf(now, compared(beside, cell), isRatio);
        return { value: now.value, reason: now.value === null ? now.reason : null, compare };
      },
      rows,
      marks: (cell, shown, counts = rows(cell)) => markIn[cell.slot]?.(shown, counts.largest) ?? [],
    };
  };
  const readied = new WeakMap<Level, Map<PlannedKpi, KpiCells>>();
  return {
    plan,
    reader,
    level,
    keys: (one) => metAt(one).keys(),
    has: (one, { group, slot }) => metAt(one).has(group * one.slots.length + slot),
    of: (kpi, at) => {
      const byKpi = remembered(readied, at, () => new Map<PlannedKpi, KpiCells>());
      return remembered(byKpi, kpi, () => ready(kpi, at));
    },
  };
}

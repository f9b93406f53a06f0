import { isoDate } from '#shared/calendar.ts';
import { periodJson, type Span } from '#shared/period.ts';
import { AppError } from '#shared/errors.ts';
import type { Answer, AnswerCell, Question } from '#shared/question.ts';
import { HERE } from '../formula/expression.ts';
import type { Outcome } from '../formula/outcome.ts';
import type { QuestionContext } from './context.ts';
import { orderGroups, type GroupOrder, type MetGroup } from './group-order.ts';
import { levelOf, pathOf, type CellAt, type Level } from './levels.ts';
import { marker, type MarkCell } from './marks.ts';
import { measureReader, type MeasureReader } from './measure-reader.ts';
import { isOther, nameOf } from './member-names.ts';
import { cellInputs, planQuestion, type Plan, type PlannedKpi } from './plan.ts';
import { hasNobody } from './population.ts';
import { ownInputs, rowSources } from './row-sources.ts';
import { keysWithRows, rowCounter, type RowCounts } from './rows-used.ts';
import { topMembers } from './top-members.ts';
import { comparisonOf, EMPTY, valueOf } from './value-of.ts';

/**
 * Answers a question: every KPI at every prefix of rows × every prefix of columns, each cell from its own rows and divided last.
 * Cells: members that have a row in the period (or in a time the KPI or the comparison looks at), every date of a breakdown by
 * dates alone, subtotals after their members, the grand total last.
 * A KPI without value says why in `reason`: data that do not reach the period or that the filters let nothing of through, data not
 * imported, a filter its data do not have, nothing to divide by or compare with. What did not happen inside the data's dates is 0.
 * Throws E_UNKNOWN_KPI, E_UNKNOWN_DIMENSION, E_BAD_PERIOD, E_BAD_FORMULA, E_FORMULA_CYCLE, E_OVERFLOW, E_BAD_REQUEST.
 * Source: kpis.md 1 to 6. Example: revenue by region over North 60 and South 40 gives the cells North 60, South 40 and the total 100.
 */
export function answer(question: Question, context: QuestionContext): Answer {
  const plan = planQuestion(question, context);
  const { period, compare } = plan;
  return {
    period: periodJson(period),
    comparePeriod:
      compare === null
        ? null
        : rangeJson({ ...compare, to: Math.max(compare.from, Math.min(compare.to, compare.through)) }),
    kpis: plan.kpis.map(({ ref, id, definition, variant, automatic }) => ({
      ref,
      kpi: id,
      unit: variant.unit ?? definition.unit,
      direction: variant.direction ?? definition.direction,
      variant: variant.id,
      formula: variant.formula,
      automatic,
    })),
    cells: cellsOf(plan, context),
  };
}

export function rangeJson({ from, to }: Pick<Span, 'from' | 'to'>): { readonly from: string; readonly to: string } {
  return { from: isoDate(from), to: isoDate(to) };
}

/** A KPI with what it needs once for all its cells. */
interface AskedKpi {
  readonly kpi: PlannedKpi;
  readonly counts: (level: Level, cell: CellAt) => RowCounts;
  readonly noRows: boolean;
}

/** A pivot of a million cells is beyond reading, and its JSON beyond half a gigabyte. */
const MOST_CELLS = 1_000_000;

interface Found {
  readonly level: Level;
  readonly cells: readonly (CellAt & { readonly path: readonly number[] })[];
}

function cellsOf(plan: Plan, context: QuestionContext): AnswerCell[] {
  const reader = measureReader(plan, context);
  const top = topMembers(plan, context);
  const whole = levelOf(plan, context.queries, 0, 0, null);
  const asked = plan.kpis.map((kpi) => ({
    kpi,
    counts: rowCounter(reader, rowSources(ownInputs(kpi.inputs), kpi.overs)),
    noRows: hasNobody(reader, whole, kpi.inputs, plan, context.queries),
  }));
  const levels: Found[] = [];
  for (let rowDepth = 0; rowDepth <= plan.rows.length; rowDepth++)
    for (let columnDepth = 0; columnDepth <= plan.columns.length; columnDepth++)
      levels.push(find(reader, plan, levelOf(plan, context.queries, rowDepth, columnDepth, top)));
  const found = levels.reduce((sum, { cells }) => sum + cells.length, 0);
  if (found * asked.length > MOST_CELLS)
    throw new AppError(
      'E_BAD_REQUEST',
      'The answer would be too large to hold; ask for fewer dimensions, or the top ones.',
    );
  const rows = orderGroups(rowGroups(levels, reader, plan, context), plan.question.sort);
  const columns = orderGroups(columnGroups(levels, plan, context), 'label');
  const mark = marker(context);
  return placed(levels, rows, columns).flatMap(({ level, cell, row, column }) =>
    asked.map((one) => cellOf(one, reader, mark, plan, level, cell, row, column)),
  );
}

/** The cells of a level that are shown. A level of dates alone shows every date. */
function find(reader: MeasureReader, plan: Plan, level: Level): Found {
  const slotCount = level.slots.length;
  const inputs = plan.kpis.flatMap(cellInputs);
  const keys = level.breakdown.dimensions.length === 0 ? level.slots.keys() : keysWithRows(reader, level, inputs);
  const cells = [...keys].map((key) => {
    const cell = { group: Math.floor(key / slotCount), slot: key % slotCount };
    return { ...cell, path: pathOf(level, cell) };
  });
  return { level, cells };
}

function rowGroups(
  levels: readonly Found[],
  reader: MeasureReader,
  plan: Plan,
  context: QuestionContext,
): readonly MetGroup[] {
  const [first] = plan.kpis;
  const byValue = plan.question.sort !== 'label' && first !== undefined;
  return levels.flatMap(({ level, cells }) => {
    if (level.columnDepth > 0) return [];
    const isDate = level.dimensions.at(-1)?.type === 'date';
    const ranked = byValue && (!isDate || plan.rows.length === 1);
    return cells.map((cell) => ({
      path: cell.path,
      names: namesOf(level, cell.path, context),
      other: isOther(level, cell.path),
      isDate,
      value: ranked ? valueOf(reader, level, cell, first).value : null,
    }));
  });
}

function columnGroups(levels: readonly Found[], plan: Plan, context: QuestionContext): readonly MetGroup[] {
  return levels.flatMap(({ level, cells }) => {
    if (level.rowDepth > 0) return [];
    const isDate = plan.columns[level.columnDepth - 1]?.type === 'date';
    return cells.map(({ path }) => ({ path, names: namesOf(level, path, context), other: false, isDate, value: null }));
  });
}

function namesOf(level: Level, path: readonly number[], { queries }: QuestionContext): readonly (string | null)[] {
  return level.dimensions.map((dimension, depth) => nameOf(queries, dimension, path[depth] ?? 0));
}

interface PlacedCell {
  readonly level: Level;
  readonly cell: CellAt;
  readonly row: MetGroup;
  readonly column: MetGroup;
  readonly place: number;
}

/** All cells of all levels in reading order: by row group, then by column group. */
function placed(levels: readonly Found[], rows: GroupOrder, columns: GroupOrder): readonly PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (const { level, cells: found } of levels)
    for (const cell of found) {
      const rowPlace = rows.at(cell.path.slice(0, level.rowDepth));
      const columnPlace = columns.at(cell.path.slice(level.rowDepth));
      const [row, column] = [rows.groups[rowPlace], columns.groups[columnPlace]];
      if (row !== undefined && column !== undefined)
        cells.push({ level, cell, row, column, place: rowPlace * columns.size + columnPlace });
    }
  return cells.sort((a, b) => a.place - b.place);
}

function cellOf(
  { kpi, counts, noRows }: AskedKpi,
  reader: MeasureReader,
  mark: MarkCell,
  plan: Plan,
  level: Level,
  cell: CellAt,
  row: MetGroup,
  column: MetGroup,
): AnswerCell {
  const number = numberOf(kpi, reader, plan, level, cell, noRows);
  const { used, leftOut, largest } = counts(level, cell);
  const slot = level.slots[cell.slot];
  return {
    kpi: kpi.ref,
    row: [...row.names],
    column: [...column.names],
    other: row.other,
    period: rangeJson(slot?.span ?? plan.period),
    value: number.value,
    reason: number.reason,
    marks: slot === undefined ? [] : mark(kpi, slot, number.value, largest),
    rows: { used, leftOut },
    compare: number.compare,
  };
}

/** Value, reason and comparison of one cell. */
export function numberOf(
  kpi: PlannedKpi,
  reader: MeasureReader,
  plan: Plan,
  level: Level,
  cell: CellAt,
  noRows: boolean,
): Pick<AnswerCell, 'value' | 'reason' | 'compare'> {
  const known = (found: Outcome): Outcome => (noRows && found.value !== null ? EMPTY : found);
  const value = known(valueOf(reader, level, cell, kpi));
  const isRatio = (kpi.variant.unit ?? kpi.definition.unit) === 'ratio';
  const compared = (): Outcome => {
    if (kpi.target !== null) return reader.cell(level, cell).measure(kpi.target, HERE);
    return known(valueOf(reader, level, cell, kpi, 'compared'));
  };
  const compare = plan.question.compare === 'none' ? null : comparisonOf(value, compared(), isRatio);
  return { value: value.value, reason: value.value === null ? value.reason : null, compare };
}

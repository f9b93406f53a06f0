import type { Day } from '#shared/calendar.ts';
import { periodJson } from '#shared/period.ts';
import type { CellRef, Explanation, Question } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import { inputsOf, namesIn, type NamedNode } from '../formula/expression.ts';
import { rangeJson } from './answer.ts';
import type { QuestionContext } from './context.ts';
import { fieldsFromLists } from './fields-from-lists.ts';
import { locate, type LocatedCell } from './locate.ts';
import { countedDays } from './history.ts';
import { leftOutReasons } from './left-out.ts';
import type { MeasureReader } from './measure-reader.ts';
import type { Plan } from './plan.ts';
import { positionsByKind, rowsByKind } from './row-positions.ts';
import { ownInputs, rowSources } from './row-sources.ts';
import { questionCells } from './question-cells.ts';
import { rowCounter } from './rows-used.ts';

/**
 * The passport of one number: the same value as the answer's cell, with formula, inputs as they stand in it (each with period, value and
 * rows), rows used and left out by the field they lack, the imports the rows came from, and what they have from lists.
 * Throws E_NOT_FOUND for a cell the question does not have, and what `answer` throws.
 * Example: average order value of 250 names the inputs net-sales 1000 over 6 rows and distinct-orders 4.
 */
export function explain(question: Question, ref: CellRef, context: QuestionContext): Explanation {
  const cells = questionCells(question, context);
  const { plan, reader } = cells;
  const located = locate(ref, plan, reader, context);
  const { kpi, level, cell } = located;
  const number = cells.number(kpi, level, cell);
  const sources = rowSources(ownInputs(kpi.inputs), kpi.overs);
  const { used } = cells.rows(kpi, level, cell);
  const positions = positionsByKind(located, reader, context);
  return {
    kpi: kpi.id,
    variant: kpi.variant.id,
    formula: kpi.variant.formula,
    unit: kpi.variant.unit ?? kpi.definition.unit,
    ...number,
    marks: cells.marks(kpi, level, cell, number.value),
    period: cellPeriod(plan, located, context.today),
    comparePeriod: compareRange(located, plan),
    filters: question.filters,
    cell: ref,
    inputs: explainedInputs(located, reader),
    rows: { used, leftOut: [...leftOutReasons(reader, level, cell, sources)], byKind: rowsByKind(positions) },
    sources: positions.flatMap(({ kind, positions: rows }) => context.sources?.(kind, rows) ?? []),
    fromLists: [...fieldsFromLists(located, question.filters, positions, context)],
  };
}

/** The cell's own period: a bucket of the question's, or all of it. */
function cellPeriod(plan: Plan, { level, cell }: LocatedCell, today: Day): Explanation['period'] {
  const slot = level.slots[cell.slot];
  if (slot === undefined || slot.buckets.length === 0) return periodJson(plan.period);
  const axes = level.dimensions.flatMap((one) => (one.type === 'date' ? [one.axis] : []));
  const last = axes.at(-1)?.buckets[slot.buckets.at(-1) ?? 0];
  const { span } = slot;
  return periodJson({ ...span, spec: last?.key ?? plan.period.spec, open: today <= span.to });
}

function compareRange({ level, cell }: LocatedCell, { question }: Plan): Explanation['comparePeriod'] {
  const days = question.compare === 'none' ? null : countedDays(level.slots[cell.slot]?.compare ?? null);
  return days === null ? null : rangeJson(days);
}

function explainedInputs({ kpi, level, cell }: LocatedCell, reader: MeasureReader): Explanation['inputs'] {
  return namesIn(kpi.expression, 'as-names').map(({ id, node, reading }) => {
    const { value } = reader.value(level, node, { ...reading, over: null })(cell);
    const days = countedDays(reader.span(level, cell, reading.shifts));
    const own = level.slots[cell.slot]?.span ?? { from: 0, to: 0 };
    const { used, leftOut } = rowCounter(reader, rowSources(inputsOf(node, reading), kpi.overs))(level, cell);
    return { id, period: rangeJson(days ?? own), value, unit: unitOf(node), rows: { used, leftOut } };
  });
}

function unitOf(node: NamedNode['node']): Unit {
  switch (node.type) {
    case 'measure':
      return node.measure.unit;
    case 'kpi':
      return node.unit;
    case 'calendar':
      return node.id === 'months' ? 'count' : 'days';
  }
}

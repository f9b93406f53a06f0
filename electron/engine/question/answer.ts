import { isoDate } from '#shared/calendar.ts';
import { periodJson, type Span } from '#shared/period.ts';
import type { Answer, AnswerCell, Question } from '#shared/question.ts';
import type { Axis } from './axis.ts';
import type { QuestionContext } from './context.ts';
import { namer } from './member-names.ts';
import { remembered } from './memo.ts';
import type { Plan } from './plan.ts';
import { orderedCells } from './ordered-cells.ts';
import { questionCells, type QuestionCells } from './question-cells.ts';

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
  const cells = questionCells(question, context);
  return { ...answerHead(cells.plan), cells: cellsOf(cells, context) };
}

/** What is said of all cells together. */
export function answerHead({ period, compare, kpis }: Plan): Omit<Answer, 'cells'> {
  return {
    period: periodJson(period),
    comparePeriod:
      compare === null
        ? null
        : rangeJson({ ...compare, to: Math.max(compare.from, Math.min(compare.to, compare.through)) }),
    kpis: kpis.map(({ ref, id, definition, variant, automatic }) => ({
      ref,
      kpi: id,
      unit: variant.unit ?? definition.unit,
      direction: variant.direction ?? definition.direction,
      variant: variant.id,
      formula: variant.formula,
      automatic,
    })),
  };
}

export function rangeJson({ from, to }: Pick<Span, 'from' | 'to'>): { readonly from: string; readonly to: string } {
  return { from: isoDate(from), to: isoDate(to) };
}

function cellsOf(cells: QuestionCells, context: QuestionContext): AnswerCell[] {
  const { kpis } = cells.plan;
  const { rows, columns, count, levels } = orderedCells(cells, context);
  const down = namesOf(rows, context);
  const across = namesOf(columns, context);
  const known = new WeakMap<Pick<Span, 'from' | 'to'>, ReturnType<typeof rangeJson>>();
  const answered = Array<AnswerCell>(count * kpis.length);
  for (const { level, keys, ranks, ...own } of levels) {
    const periods = level.slots.map(({ span }) => remembered(known, span, () => rangeJson(span)));
    // One for all: a hundred thousand of them would be most of what is made for a large answer and thrown away.
    const cell = { group: 0, slot: 0 };
    for (const [place, { ref, of }] of kpis.map((kpi) => ({ ref: kpi.ref, of: cells.of(kpi, level) })).entries())
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i] ?? 0;
        cell.group = Math.floor(key / periods.length);
        cell.slot = key - cell.group * periods.length;
        const period = periods[cell.slot];
        if (period === undefined) throw new Error('a cell outside the times of its level');
        const row = own.rows[i] ?? 0;
        const now = of.value(cell);
        answered[(ranks[i] ?? 0) * kpis.length + place] = {
          kpi: ref,
          row: down[row] ?? NO_NAMES,
          column: across[own.columns[i] ?? 0] ?? NO_NAMES,
          other: rows.isRest(row),
          period,
          value: now.value,
          reason: now.value === null ? now.reason : null,
          compare: of.compare(cell, now),
          marks: of.marks(cell, now.value),
          rows: of.rows(cell),
        };
      }
  }
  return answered;
}

const NO_NAMES: (string | null)[] = [];

/** Names down to each group. */
function namesOf({ groups, dimensions }: Axis, { queries }: QuestionContext): readonly (string | null)[][] {
  const named = dimensions.map((dimension) => namer(queries, dimension));
  const names = [NO_NAMES];
  for (let group = 1; group < groups.size; group++) {
    const name = named[(groups.depths[group] ?? 1) - 1]?.(groups.codes[group] ?? 0) ?? null;
    names.push([...(names[groups.parents[group] ?? 0] ?? NO_NAMES), name]);
  }
  return names;
}

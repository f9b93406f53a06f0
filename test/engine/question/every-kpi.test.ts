import { describe, expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { cellRefSchema, explanationSchema, questionSchema, type QuestionInput } from '#shared/question.ts';
import { ask } from '../../support/ask.ts';
import { WORLDS } from './kpis/worlds/index.ts';

const SPLITS: readonly QuestionInput['rows'][] = [
  [],
  [{ dimension: 'date', grain: 'month' }],
  [{ dimension: 'rep' }],
  [{ dimension: 'customer' }],
];

/** Dimensions that a world's rows do not have are refused before anything is read. */
function answered(context: (typeof WORLDS)[number]['context'], question: QuestionInput) {
  try {
    return ask(context, question).cells;
  } catch (error) {
    expect(error).toMatchObject({ code: 'E_UNKNOWN_DIMENSION' });
    return [];
  }
}

describe.each(WORLDS)('$name', ({ context, examples }) => {
  const asked = new Map(examples.map(([reference, period]) => [`${reference} ${period}`, { reference, period }]));
  it.each([...asked.values()])('$reference in $period is explained as it is answered', ({ reference, period }) => {
    for (const rows of SPLITS) {
      const question = questionSchema.parse({ kpis: [reference], period, rows, compare: 'previous' });
      for (const cell of answered(context, question).slice(-6)) {
        const ref = cellRefSchema.parse({ kpi: reference, row: cell.row, column: [] });
        const told = explain(question, ref, context);
        expect(explanationSchema.parse(told)).toEqual(told);
        const { value, reason, marks, compare } = cell;
        expect({ value: told.value, reason: told.reason, marks: told.marks, compare: told.compare }).toEqual({
          value,
          reason,
          marks,
          compare,
        });
        expect(told.rows.used).toBe(cell.rows.used);
        expect(told.rows.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(cell.rows.leftOut);
        for (const { kind, total } of told.rows.byKind) {
          const { positions } = rowPositions(question, ref, context, kind);
          expect(positions).toHaveLength(total);
          expect(new Set(positions).size).toBe(total);
        }
      }
    }
  });
});

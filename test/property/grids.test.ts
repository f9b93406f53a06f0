import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionContext } from '#engine/question/context.ts';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { questionSchema } from '#shared/question.ts';
import { ask, contextOf } from '../support/ask.ts';
import { gridOf, tableOf } from '../support/grid.ts';
import { plainGrid } from '../support/plain-grid.ts';
import { CLOCK, DEFINITIONS, gridRows, gridView, TODAY, type GridRow } from './grid-worlds.ts';

const RUNS = { seed: 20_261_122, numRuns: 50 };
const contextIn = (rows: readonly GridRow[]): QuestionContext =>
  contextOf({ sale: rows.map((row) => ({ ...row })) }, { today: TODAY, fiscalYearStart, definitions: DEFINITIONS });
const { fiscalYearStart } = CLOCK;
/** The rows that a KPI takes into account, of those in a cell. */
const counted = (kpi: string, { order, cost }: GridRow): boolean =>
  kpi === 'orders' ? order !== null : kpi !== 'gross-margin' || cost !== null;

describe('any table', () => {
  it('is the same in parts as whole', () => {
    const cut = fc.record({ from: fc.nat(12), count: fc.nat(9) });
    fc.assert(
      fc.property(gridRows, gridView, cut, cut, (rows, view, down, across) => {
        const table = tableOf(contextIn(rows), view);
        const part = table.window({ rows: down, columns: across });
        const whole = table.window({ rows: { from: 0, count: 2000 }, columns: { from: 0, count: 2000 } });
        const slice = <T>(list: readonly T[], { from, count }: typeof down): readonly T[] =>
          list.slice(from, from + count);
        expect(part.rows).toEqual(slice(whole.rows, down));
        expect(part.columns).toEqual(slice(whole.columns, across));
        const lines = whole.rows.map((_, i) => whole.cells.slice(i * whole.columnCount, (i + 1) * whole.columnCount));
        expect(part.cells).toEqual(slice(lines, down).flatMap((line) => slice(line, across)));
        expect([part.rowCount, part.columnCount]).toEqual([whole.rows.length, whole.columns.length]);
      }),
      RUNS,
    );
  });

  it('shows as values the cells of the answer, each with its passport and the rows behind it', () => {
    fc.assert(
      fc.property(gridRows, gridView, (rows, view) => {
        const context = contextIn(rows);
        const question = questionSchema.parse(view.question);
        const plain = plainGrid(rows, question, CLOCK);
        const answered = new Map(
          ask(context, view.question).cells.map((cell) => [
            JSON.stringify([cell.kpi, cell.row, cell.column]),
            cell.value,
          ]),
        );
        const values = question.kpis.map((kpi) => ({ kpi }));
        const grid = gridOf(context, { question: view.question, values });
        const shown = new Map<string, number | null>();
        grid.rows.forEach((row, i) =>
          grid.columns.forEach((column, j) => {
            const index = i * grid.columns.length + j;
            const value = grid.cells[index] ?? null;
            if (value === null && grid.reasons[index] === undefined) return;
            shown.set(JSON.stringify([values[column.value ?? 0]?.kpi, row.path, column.path]), value);
          }),
        );
        expect(shown).toEqual(answered);
        for (const [key, value] of [...shown].slice(0, 12)) {
          const [kpi, row, column] = JSON.parse(key) as [string, (string | null)[], (string | null)[]];
          const cell = { kpi, row, column };
          expect(explain(question, cell, context).value).toBe(value);
          const behind = plain.rows(row, column).filter((one) => counted(kpi, one));
          expect([...rowPositions(question, cell, context).positions].map((position) => rows[position])).toEqual(
            behind,
          );
        }
      }),
      RUNS,
    );
  });
});

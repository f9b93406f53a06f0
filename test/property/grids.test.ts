import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { gridViewSchema } from '#shared/grid.ts';
import { questionSchema } from '#shared/question.ts';
import { ask, contextOf } from '../support/ask.ts';
import { gridOf, tableOf } from '../support/grid.ts';
import { plainGrid } from '../support/plain-grid.ts';
import { gridRows, gridView } from './grid-worlds.ts';

const RUNS = { seed: 20_261_122, numRuns: Number(process.env['NYCKELTAL_GRIDS'] ?? 150) };
const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));

describe('any table', () => {
  it('has the lines and the cells that a count by hand gives, in whatever way they are shown', () => {
    fc.assert(
      fc.property(gridRows, gridView, (rows, input) => {
        const context = contextOf({ sale: rows.map((row) => ({ ...row })) });
        const view = gridViewSchema.parse(input);
        const grid = gridOf(context, input);
        const plain = plainGrid(rows, view.question);
        const linesOf = (axis: 'rows' | 'columns') =>
          grid[axis].flatMap(({ path, value }) => (value === null || value === 0 ? [JSON.stringify(path)] : []));
        for (const axis of ['rows', 'columns'] as const) {
          const met = plain.paths(axis).map((path) => JSON.stringify(path));
          const isParent = (path: string): boolean =>
            met.some((one) => one !== path && one.startsWith(path === '[]' ? '[' : `${path.slice(0, -1)},`));
          const hasTotal = view.question[axis].length === 0 || view.totals[axis === 'rows' ? 'row' : 'column'];
          const drawn = met.filter((path) => (path === '[]' ? hasTotal : view.subtotals !== 'none' || !isParent(path)));
          expect(new Set(linesOf(axis))).toEqual(new Set(drawn));
          if (view.subtotals === 'above')
            expect(linesOf(axis)).toEqual([
              ...drawn.filter((path) => path !== '[]'),
              ...drawn.filter((path) => path === '[]'),
            ]);
        }
        grid.rows.forEach((row, i) =>
          grid.columns.forEach((column, j) => {
            const asked = view.values[row.value ?? column.value ?? 0];
            if (asked === undefined) return;
            const expected = plain.shown(asked.kpi, asked.show, row.path, column.path);
            const found = grid.cells[i * grid.columns.length + j] ?? null;
            const place = JSON.stringify([asked, row.path, column.path]);
            expect(near(found, expected), `${place}: ${String(found)}, not ${String(expected)}`).toBe(true);
          }),
        );
      }),
      RUNS,
    );
  });

  it('is the same in parts as whole', () => {
    const cut = fc.record({ from: fc.nat(12), count: fc.nat(9) });
    fc.assert(
      fc.property(gridRows, gridView, cut, cut, (rows, view, down, across) => {
        const table = tableOf(contextOf({ sale: rows.map((row) => ({ ...row })) }), view);
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
      { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 3) },
    );
  });

  it('shows as values the cells of the answer, each with its passport and the rows behind it', () => {
    fc.assert(
      fc.property(gridRows, gridView, (rows, view) => {
        const context = contextOf({ sale: rows.map((row) => ({ ...row })) });
        const question = questionSchema.parse(view.question);
        const plain = plainGrid(rows, question);
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
          const behind = plain.rows(row, column).filter((one) => kpi !== 'orders' || one.order !== null);
          expect([...rowPositions(question, cell, context).positions].map((position) => rows[position])).toEqual(
            behind,
          );
        }
      }),
      { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 3) },
    );
  });
});

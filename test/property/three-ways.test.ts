import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { QuestionContext } from '#engine/question/context.ts';
import { liveQueries } from '#host/live-columns.ts';
import { gridViewSchema, type GridViewInput } from '#shared/grid.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { importPlain, newFolder } from '../store/plain-import.ts';
import { gridLayout, type GridSource } from '../support/grid-layout.ts';
import { gridOf } from '../support/grid.ts';
import { plainGrid } from '../support/plain-grid.ts';
import { openSales, sqlGrid } from '../support/sql-grid.ts';
import { CLOCK, DEFINITIONS, gridRows, gridView, type GridRow } from './grid-worlds.ts';

/** `npm run gate` asks 2 000 of them. */
const QUESTIONS = Number(process.env['NYCKELTAL_GRIDS'] ?? 300);
const WORKSPACES = 10;
const SEED = 20_261_123;

interface Workspace {
  readonly context: QuestionContext;
  readonly db: Database.Database;
  close(): void;
}

/** The rows in a workspace's file, read by the columns, in so many bytes, and by SQL. */
function workspaceOf(rows: readonly GridRow[], columnBytes?: number): Workspace {
  const place = newFolder();
  const made = createWorkspace(place.file, { name: 'Three ways' });
  const fields = ['date', 'amount', 'cost', 'order', 'region', 'rep', 'customer', 'custom:Due', 'custom:Weight'];
  const customTypes = { 'custom:Due': 'date', 'custom:Weight': 'decimal' } as const;
  importPlain(made, { kind: 'sale', fields, customTypes, rows: rows.map((row) => ({ ...row })) }, 16);
  made.setSettings({ fiscalYearStart: CLOCK.fiscalYearStart });
  made.close();
  const store = openWorkspace(place.file, columnBytes);
  // The workspace itself is held by the program alone.
  copyFileSync(place.file, `${place.file}.copy`);
  const db = new Database(`${place.file}.copy`, { readonly: true });
  openSales(db, CLOCK);
  const settings = { fiscalYearStart: CLOCK.fiscalYearStart, variants: {} };
  return {
    context: { queries: liveQueries(store), today: CLOCK.today, settings, definitions: DEFINITIONS },
    db,
    close: () => {
      db.close();
      store.close();
      place.remove();
    },
  };
}

const isNear = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));

/** Lines and cells of our table that are not those of another count. */
function differences(context: QuestionContext, input: GridViewInput, source: GridSource): readonly string[] {
  const view = gridViewSchema.parse(input);
  const grid = gridOf(context, input);
  const other = gridLayout(
    source,
    view.question,
    view.values.map(({ show }) => show),
    CLOCK,
  );
  const found: string[] = [];
  for (const axis of ['rows', 'columns'] as const) {
    const met = other.paths(axis).map((path) => JSON.stringify(path));
    const isParent = (path: string): boolean =>
      met.some((one) => one !== path && one.startsWith(path === '[]' ? '[' : `${path.slice(0, -1)},`));
    const hasTotal = view.question[axis].length === 0 || view.totals[axis === 'rows' ? 'row' : 'column'];
    const drawn = met.filter((path) => (path === '[]' ? hasTotal : view.subtotals !== 'none' || !isParent(path)));
    const lines = grid[axis].flatMap(({ path, value }) =>
      value === null || value === 0 ? [JSON.stringify(path)] : [],
    );
    // Groups above their members are in the order of a walk; the total is last.
    const inOrder =
      view.subtotals === 'below'
        ? [drawn.toSorted(), lines.toSorted()]
        : [[...drawn.filter((path) => path !== '[]'), ...drawn.filter((path) => path === '[]')], lines];
    const [expected, shown] = inOrder.map((one) => one?.join('\n'));
    if (expected !== shown) found.push(`${axis} are\n${String(shown)}\nnot\n${String(expected)}`);
  }
  grid.rows.forEach((row, i) =>
    grid.columns.forEach((column, j) => {
      const asked = view.values[row.value ?? column.value ?? 0];
      if (asked === undefined) return;
      const expected = other.shown(asked.kpi, asked.show, row.path, column.path);
      const shown = grid.cells[i * grid.columns.length + j] ?? null;
      if (!isNear(shown, expected))
        found.push(`${JSON.stringify([asked, row.path, column.path])}: ${String(shown)}, not ${String(expected)}`);
    }),
  );
  return found;
}

describe(`${String(QUESTIONS)} random tables of workspaces`, () => {
  const worlds = fc.sample(gridRows, { seed: SEED, numRuns: WORKSPACES });
  let asked = 0;
  afterAll(() => {
    console.log(`random tables: ${String(asked)} run by columns, GROUP BY and by hand, seed ${String(SEED)}`);
  });
  it.each(worlds.map((rows, i) => [i + 1, rows] as const))(
    'are what GROUP BY over the workspace file gives, and what a count by hand gives (workspace %i)',
    (number, rows) => {
      // In every other one a column is read from the file again as soon as another is needed.
      const { context, db, close } = workspaceOf(rows, number % 2 === 0 ? 1 : undefined);
      try {
        fc.assert(
          fc.property(gridView, (view) => {
            const { question } = gridViewSchema.parse(view);
            asked += 1;
            expect({ by: 'hand', found: differences(context, view, plainGrid(rows, question, CLOCK)) }).toEqual({
              by: 'hand',
              found: [],
            });
            expect({ by: 'SQL', found: differences(context, view, sqlGrid(db, question, CLOCK)) }).toEqual({
              by: 'SQL',
              found: [],
            });
          }),
          { seed: SEED + number, numRuns: Math.ceil(QUESTIONS / WORKSPACES) },
        );
      } finally {
        close();
      }
    },
  );

  it.each([
    ['an amount that is a hundredth of an öre off', 'UPDATE sale SET amount = amount + 1 WHERE rowid = 2'],
    ['a row too much', 'INSERT INTO sale SELECT * FROM sale WHERE rowid = 3'],
    ['sales on the day after', `UPDATE sale SET date = date(date, '+1 day') WHERE rowid > 4`],
  ])('and %s is found', (_, planted) => {
    const { context, db, close } = workspaceOf(worlds.find(({ length }) => length > 5) ?? []);
    db.exec(planted);
    const { failed, errorInstance } = fc.check(
      fc.property(gridView, (view) => {
        const { question } = gridViewSchema.parse(view);
        expect(differences(context, view, sqlGrid(db, question, CLOCK))).toEqual([]);
      }),
      { seed: SEED, numRuns: 200, endOnFailure: true },
    );
    close();
    expect([failed, String(errorInstance)]).toEqual([true, expect.stringContaining('AssertionError')]);
  });
});

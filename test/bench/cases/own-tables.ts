import { withOwnKpis } from '#engine/catalogue/own-kpis.ts';
import { gridTable } from '#engine/grid/grid.ts';
import { tableCells } from '#engine/grid/table-cells.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import { fieldsAtHand } from '#engine/question/fields-at-hand.ts';
import { liveQueries } from '#host/live-columns.ts';
import { dayOf } from '#shared/calendar.ts';
import { gridViewSchema, type GridView } from '#shared/grid.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { FIRST_WINDOW } from '../questions.ts';
import { reportTimes, timesOf, type QuestionTimes } from '../times.ts';

/** The first window of tables with many groups: from the view to the cells that a screen shows, nothing kept from before. */
const [workspace = '', only = ''] = process.argv.slice(2);
const store = openWorkspace(workspace);
const queries = liveQueries(store);
const context: QuestionContext = {
  queries,
  today: dayOf(2026, 1, 15),
  settings: store.settings(),
  definitions: withOwnKpis([], fieldsAtHand(queries.columns)),
};
const columns = [{ dimension: 'date', grain: 'month' }] as const;
const tables = {
  'products × reps': { rows: [{ dimension: 'product' }], columns: [{ dimension: 'rep' }] },
  'customers by value × months': {
    rows: [{ dimension: 'customer', order: { by: 'revenue', descending: true } }],
    columns,
  },
  'orders × months': { rows: [{ dimension: 'order' }], columns },
  'customers, products × months': { rows: [{ dimension: 'customer' }, { dimension: 'product' }], columns },
};
const times: QuestionTimes[] = [];
for (const [name, axes] of Object.entries(tables)) {
  if (!name.includes(only)) continue;
  const run = () => {
    const view: GridView = gridViewSchema.parse({
      question: { kpis: ['revenue'], ...axes },
      values: [{ kpi: 'revenue' }],
    });
    const grid = gridTable(view, tableCells(view.question, [], context), context).window(FIRST_WINDOW);
    const isBetween = (i: number): boolean =>
      grid.rows[Math.floor(i / grid.columns.length)]?.path.length === view.question.rows.length &&
      grid.columns[i % grid.columns.length]?.path.length === view.question.columns.length;
    if (!grid.cells.some((value, i) => value !== null && isBetween(i))) throw new Error(`${name}: nothing but totals`);
    return { cells: grid.rowCount * grid.columnCount, sum: () => null };
  };
  times.push(await timesOf(name, run));
}
reportTimes(times);
store.close();

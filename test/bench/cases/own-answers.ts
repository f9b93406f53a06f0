import { withOwnKpis } from '#engine/catalogue/own-kpis.ts';
import { gridTable } from '#engine/grid/grid.ts';
import { tableCells } from '#engine/grid/table-cells.ts';
import { answer } from '#engine/question/answer.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import { fieldsAtHand } from '#engine/question/fields-at-hand.ts';
import { liveQueries } from '#host/live-columns.ts';
import { dayOf } from '#shared/calendar.ts';
import { gridViewSchema } from '#shared/grid.ts';
import { questionSchema, type QuestionInput } from '#shared/question.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { FIRST_WINDOW, MEDIAN_SALE, MOST_CELLS_WHOLE, TEN_QUESTIONS } from '../questions.ts';
import { reportTimes, timesOf, type Answered, type QuestionTimes } from '../times.ts';

/**
 * Ours at the engine, columns loaded: from the question to the whole answer as it crosses to a page, or where that is more cells than a
 * page takes, to the table with all its sums, axes, totals and scales and the first window of it that crosses.
 */
const [workspace = '', only = ''] = process.argv.slice(2);
const store = openWorkspace(workspace);
const queries = liveQueries(store);
const context: QuestionContext = {
  queries,
  today: dayOf(2026, 1, 15),
  settings: store.settings(),
  definitions: withOwnKpis([MEDIAN_SALE], fieldsAtHand(queries.columns)),
};
const times: QuestionTimes[] = [];
for (const { name, ask, scale } of TEN_QUESTIONS) {
  if (!name.includes(only)) continue;
  // Read anew, as every question comes from a page: nothing of the one before is known.
  const run = () => {
    const { cells } = answer(questionSchema.parse(ask), context);
    return {
      cells: cells.length,
      sum: () => (scale === null ? null : cells.reduce((sum, { value }) => sum + (value ?? 0), 0)),
    };
  };
  const whole = await timesOf(name, run);
  const table = whole.cells > MOST_CELLS_WHOLE ? await timesOf(`${name}, as a table`, () => asTable(ask)) : null;
  times.push(table === null ? whole : { ...whole, median: table.median, wholeMedian: whole.median });
}
function asTable(ask: QuestionInput): Answered {
  const view = gridViewSchema.parse({ question: ask, values: ask.kpis.map((kpi) => ({ kpi })) });
  const { rowCount, columnCount } = gridTable(view, tableCells(view.question, [], context), context).window(
    FIRST_WINDOW,
  );
  return { cells: rowCount * columnCount, sum: () => null };
}

// All twelve columns, whichever of them the questions needed.
const table = store.columns().table('sale');
for (const { key, type } of table?.fields ?? []) {
  if (type === 'text') table?.codes(key);
  else if (type === 'decimal') table?.decimals(key);
  else table?.days(key);
}
reportTimes(times, store.columnMemory().bytes);
store.close();

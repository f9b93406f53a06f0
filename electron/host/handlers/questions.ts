import { withDraft } from '#engine/catalogue/own-kpis.ts';
import { goalsSoFar } from '#engine/goals/goals-so-far.ts';
import { findInsights } from '#engine/insights/find-insights.ts';
import { answer } from '#engine/question/answer.ts';
import { benchmarks } from '#engine/question/benchmarks.ts';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { stoppable } from '#engine/stoppable.ts';
import type { OwnKpi } from '#shared/own-kpi.ts';
import type { Handlers } from '../dispatcher.ts';
import { exportGrid } from '../export-grid.ts';
import type { ExportDesk } from '../export-rows.ts';
import { GridDesk } from '../grid-desk.ts';
import { rowsPage } from '../rows-page.ts';
import type { Task } from '../tasks.ts';

type Group = Pick<
  Handlers,
  | 'insight.list'
  | 'question.ask'
  | 'question.grid'
  | 'question.export'
  | 'question.benchmarks'
  | 'question.explain'
  | 'question.rows'
>;

export function questionHandlers(desk: ExportDesk): Group {
  const { workspace } = desk;
  const grids = new GridDesk(workspace);
  const contextWith = (draft: OwnKpi | undefined) =>
    draft === undefined ? workspace.questionContext() : withDraft(workspace.questionContext(), draft);
  return {
    'question.ask': stopped((question) => answer(question, workspace.questionContext())),
    'insight.list': (asked) => {
      const context = workspace.questionContext();
      return [...findInsights(asked, context, goalsSoFar(workspace.store.saved('goal'), asked, context))];
    },
    'question.grid': stopped(({ view, window }) => grids.table(view).table.window(window)),
    'question.export': (input, task) => exportGrid(input, grids, desk, task),
    'question.benchmarks': stopped((asked) =>
      benchmarks(asked, workspace.questionContext(), workspace.store.settings().references),
    ),
    'question.explain': stopped(({ question, cell, draft }) => explain(question, cell, contextWith(draft))),
    'question.rows': stopped(({ question, cell, kind, draft, offset, limit }) => {
      const context = contextWith(draft);
      const { kinds, ...found } = rowPositions(question, cell, context, kind);
      return { kinds, ...rowsPage(workspace.store, context.queries.columns, found, { offset, limit }) };
    }),
  };
}

/** What ends between two blocks of rows when its task is cancelled. */
function stopped<I, O>(work: (input: I) => O): (input: I, task: Task) => O {
  return (input, task) =>
    stoppable(
      () => task.throwIfCancelled(),
      () => work(input),
    );
}

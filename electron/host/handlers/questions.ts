import { answer } from '#engine/question/answer.ts';
import { benchmarks } from '#engine/question/benchmarks.ts';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '../dispatcher.ts';
import { GridDesk } from '../grid-desk.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { rowsPage } from '../rows-page.ts';

type Group = Pick<
  Handlers,
  'question.ask' | 'question.grid' | 'question.export' | 'question.benchmarks' | 'question.explain' | 'question.rows'
>;

export function questionHandlers(workspace: OpenWorkspace): Group {
  const grids = new GridDesk(workspace);
  return {
    'question.ask': (question) => answer(question, workspace.questionContext()),
    'question.grid': ({ view, window }) => grids.table(view).table.window(window),
    'question.export': () => {
      throw new AppError('E_BAD_REQUEST', 'No table of this question can be made.');
    },
    'question.benchmarks': (asked) =>
      benchmarks(asked, workspace.questionContext(), workspace.store.settings().references),
    'question.explain': ({ question, cell }) => explain(question, cell, workspace.questionContext()),
    'question.rows': ({ question, cell, kind, offset, limit }) => {
      const context = workspace.questionContext();
      const { kinds, ...found } = rowPositions(question, cell, context, kind);
      return { kinds, ...rowsPage(workspace.store, context.queries.columns, found, { offset, limit }) };
    },
  };
}

import { comparisonsOf, gridTable, type GridTable } from '#engine/grid/grid.ts';
import { tableCells, type TableCells } from '#engine/grid/table-cells.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import type { GridView } from '#shared/grid.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { recalled } from './recalled.ts';

/** Questions whose cells are kept, and views of them. */
const MOST_QUESTIONS = 4;
const MOST_VIEWS = 8;

/** The last tables that were looked at, so that scrolling is slicing and a fold counts nothing anew. */
export class GridDesk {
  readonly #workspace: OpenWorkspace;
  readonly #cells = new Map<string, TableCells>();
  readonly #tables = new Map<string, GridTable>();

  constructor(workspace: OpenWorkspace) {
    this.#workspace = workspace;
  }

  /** The table of a view over the data as they are now. */
  table(view: GridView): { readonly table: GridTable; readonly context: QuestionContext } {
    const context = this.#workspace.questionContext();
    const comparisons = comparisonsOf(view);
    // Goals change targets without a new revision.
    const goals = comparisons.includes('target') ? this.#workspace.store.saved('goal') : null;
    const { id } = this.#workspace.info();
    const state = [id, context.queries.columns.revision, context.today, context.settings, goals];
    const cells = recalled(this.#cells, JSON.stringify([state, view.question, comparisons]), MOST_QUESTIONS, () =>
      tableCells(view.question, comparisons, context),
    );
    const table = recalled(this.#tables, JSON.stringify([state, view]), MOST_VIEWS, () =>
      gridTable(view, cells, context),
    );
    return { table, context };
  }
}

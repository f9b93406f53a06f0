import { columnQueries } from '#columns/column-queries.ts';
import { usualReach } from '#engine/forecast/combined.ts';
import { dealFilters, folded, pipelineForecast } from '#engine/forecast/pipeline.ts';
import type { PipelineMoment } from '#engine/forecast/movement.ts';
import { learnStageWeights, stageOrder } from '#engine/forecast/stage-weights.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import type { DerivationRules, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { answer } from '#engine/question/answer.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { LearntWeight, Moment, PipelineAsk, PipelineForecast } from '#shared/forecast.ts';
import type { Filter } from '#shared/question.ts';
import { liveColumns } from './live-columns.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** Imports of deals that history is learnt from, the last ones. */
const MOST_STATES = 60;
const CYCLE = 'sales-cycle:median';

/** The open deals as they are, as an import left them, and by what history says of their stages. */
export class PipelineDesk {
  readonly #workspace: OpenWorkspace;
  /** Of the revision they were learnt from. */
  #learnt: { readonly revision: number; readonly of: ReadonlyMap<string, LearntWeight> } | null = null;

  constructor(workspace: OpenWorkspace) {
    this.#workspace = workspace;
  }

  forecast(ask: PipelineAsk): PipelineForecast {
    const context = this.#workspace.questionContext();
    const chances = { set: this.#set(), learnt: this.#learntWeights() };
    if (ask.basis !== 'learnt') return pipelineForecast(ask, context, chances);
    const weights = new Map(
      [...chances.learnt].flatMap(([stage, { weight }]) => (weight === null ? [] : [[stage, weight]])),
    );
    return pipelineForecast(ask, { ...context, queries: this.#weighedBy(weights) }, chances);
  }

  /** Months that the open deals speak for: see `usualReach`. */
  reach(filters: readonly Filter[]): number {
    const question = { kpis: [CYCLE], rows: [], columns: [], filters: [...filters], variants: {} };
    const { cells } = answer({ ...question, period: 'all', compare: 'none' }, this.#workspace.questionContext());
    return usualReach(cells[0]?.value ?? null);
  }

  /** The deals at a moment, with the filters as they are tested there. Throws E_NOT_FOUND for an import that is gone. */
  moment(moment: Moment, filters: readonly Filter[]): PipelineMoment {
    const context = this.#workspace.questionContext();
    const day = 'day' in moment ? parseIsoDate(moment.day) : null;
    const queries = 'importId' in moment ? this.#queriesAsOf(moment.importId) : context.queries;
    const then: QuestionContext = { ...context, queries };
    return { queries, day, filters: dealFilters(filters, then) };
  }

  #set(): ReadonlyMap<string, number> {
    const { stageWeights } = this.#workspace.store.settings();
    return new Map(Object.entries(stageWeights).map(([stage, weight]) => [folded(stage), weight]));
  }

  #learntWeights(): ReadonlyMap<string, LearntWeight> {
    const { store, queries } = this.#workspace;
    const { columns } = queries;
    if (this.#learnt?.revision === columns.revision) return this.#learnt.of;
    const imports = store.imports().filter(({ kind }) => kind === 'deal');
    const earlier = imports.slice(-MOST_STATES, -1).map(({ id }) => this.#columnsAsOf(id));
    const of = learnStageWeights([...earlier, columns], stageOrder(columns, this.#set()));
    this.#learnt = { revision: columns.revision, of };
    return of;
  }

  #queriesAsOf(importId: number): ColumnQueries {
    if (!this.#workspace.store.imports().some(({ id }) => id === importId))
      throw new AppError('E_NOT_FOUND', 'There is no such import.', { id: importId });
    return columnQueries(this.#columnsAsOf(importId));
  }

  #columnsAsOf(importId: number): WorkspaceColumns {
    const then = this.#workspace.store.columnsAsOf(importId);
    const { rules } = liveColumns(this.#workspace.store);
    return {
      ...then,
      rules,
      table: (kind) => (kind === 'customer' || kind === 'customer_span' ? null : then.table(kind)),
    };
  }

  #weighedBy(stageWeights: ReadonlyMap<string, number>): ColumnQueries {
    const columns = liveColumns(this.#workspace.store);
    const rules: DerivationRules = { ...columns.rules(), stageWeights };
    return columnQueries({ ...columns, revision: columns.revision, rules: () => rules });
  }
}

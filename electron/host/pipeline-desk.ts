import { columnQueries } from '#columns/column-queries.ts';
import { usualReach } from '#engine/forecast/combined.ts';
import {
  dealFilters,
  folded,
  pipelineForecast,
  pipelineRows,
  withNamedBest,
  type PipelinePart,
} from '#engine/forecast/pipeline.ts';
import { pipelineMovement, type PipelineMoment } from '#engine/forecast/movement.ts';
import type { PastPipeline } from '#engine/forecast/pipeline-back-test.ts';
import { learnStageWeights, stageOrder } from '#engine/forecast/stage-weights.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import type { DerivationRules, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { PipelineChange } from '#engine/report/report-context.ts';
import { answer } from '#engine/question/answer.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { LearntWeight, Moment, PipelineAsk, PipelineForecast } from '#shared/forecast.ts';
import type { ImportRecord } from '#shared/importing.ts';
import type { Filter } from '#shared/question.ts';
import { liveColumns } from './live-columns.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** Imports of deals that history is learnt from, the last ones. */
const MOST_STATES = 60;
/** Months that the pipeline is tested on. */
const MOST_TESTED = 24;
const CYCLE = 'sales-cycle:median';

/** The open deals as they are, as an import left them, and by what history says of their stages. */
export class PipelineDesk {
  readonly #workspace: OpenWorkspace;
  /** Of the workspace, revision and settings they were learnt from. */
  #learnt: { readonly key: string; readonly of: ReadonlyMap<string, LearntWeight> } | null = null;

  constructor(workspace: OpenWorkspace) {
    this.#workspace = workspace;
  }

  forecast(ask: PipelineAsk): PipelineForecast {
    const context = this.#workspace.questionContext();
    return this.#forecastOf(this.#named(ask), context, liveColumns(this.#workspace.store), this.#learntWeights());
  }

  /** The rows of open deals in a part of it. */
  rows(asked: PipelineAsk, part: PipelinePart): ReturnType<typeof pipelineRows> {
    const ask = this.#named(asked);
    const context = this.#workspace.questionContext();
    return pipelineRows(
      ask,
      this.#weighing(ask, context, liveColumns(this.#workspace.store), this.#learntWeights()),
      part,
    );
  }

  /** The same as the last import of deals of every month left them, the latest months, the current state left out; each as of its day. Others may
   * have their turn between two of them: E_CANCELLED when the data have changed then. */
  *past(ask: PipelineAsk): Generator<PastPipeline> {
    const imports = this.#imports();
    const lastOfMonth = imports
      .filter(({ importedAt }, i) => importedAt.slice(0, 7) !== imports[i + 1]?.importedAt.slice(0, 7))
      .slice(0, -1);
    const now = this.#workspace.questionContext();
    const { store } = this.#workspace;
    const { revision } = store.columns();
    const states: WorkspaceColumns[] = [];
    for (const { id, importedAt } of lastOfMonth.slice(-MOST_TESTED)) {
      if (this.#workspace.store !== store || store.columns().revision !== revision)
        throw new AppError('E_CANCELLED', 'The data have changed meanwhile.');
      const columns = this.#columnsAsOf(id);
      states.push(columns);
      const today = parseIsoDate(importedAt.slice(0, 10)) ?? now.today;
      const context: QuestionContext = { ...now, today, queries: columnQueries(columns) };
      const learnt =
        ask.basis === 'learnt'
          ? learnStageWeights(states, stageOrder(columns, this.#set()))
          : new Map<string, LearntWeight>();
      yield { context, pipeline: this.#forecastOf(ask, context, columns, learnt) };
    }
  }

  /** With the best members of a KPI by their names of today. */
  #named(ask: PipelineAsk): PipelineAsk {
    return { ...ask, filters: withNamedBest(ask.filters, this.#workspace.questionContext()) };
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
    return { queries, day, filters: dealFilters(withNamedBest(filters, context), then) };
  }

  /** Between the last two imports of deals; null before there are two. */
  lastMovement(filters: readonly Filter[]): PipelineChange | null {
    const [before, last] = this.#imports().slice(-2);
    if (before === undefined || last === undefined) return null;
    const moments = { from: { importId: before.id }, to: { importId: last.id } };
    const from = this.moment(moments.from, filters);
    const to = this.moment(moments.to, filters);
    const day = ({ importedAt }: ImportRecord): string => importedAt.slice(0, 10);
    return { from: day(before), to: day(last), moved: pipelineMovement(from, to, null), moments };
  }

  #forecastOf(
    ask: PipelineAsk,
    context: QuestionContext,
    columns: WorkspaceColumns,
    learnt: ReadonlyMap<string, LearntWeight>,
  ): PipelineForecast {
    return pipelineForecast(ask, this.#weighing(ask, context, columns, learnt), { set: this.#set(), learnt });
  }

  /** The context with the weights learnt as its rules, where a question goes by them. */
  #weighing(
    { basis }: PipelineAsk,
    context: QuestionContext,
    columns: WorkspaceColumns,
    learnt: ReadonlyMap<string, LearntWeight>,
  ): QuestionContext {
    if (basis !== 'learnt') return context;
    const stageWeights = new Map<string, number>();
    for (const [stage, { weight }] of learnt) if (weight !== null) stageWeights.set(stage, weight);
    const rules: DerivationRules = { ...columns.rules(), stageWeights };
    const queries = columnQueries({ ...columns, revision: columns.revision, rules: () => rules });
    return { ...context, queries };
  }

  #imports(): readonly ImportRecord[] {
    return this.#workspace.store.imports().filter(({ kind }) => kind === 'deal');
  }

  #set(): ReadonlyMap<string, number> {
    const { stageWeights } = this.#workspace.store.settings();
    return new Map(Object.entries(stageWeights).map(([stage, weight]) => [folded(stage), weight]));
  }

  #learntWeights(): ReadonlyMap<string, LearntWeight> {
    const { columns } = this.#workspace.queries;
    const key = JSON.stringify([this.#workspace.info().id, columns.revision, this.#workspace.store.settings()]);
    if (this.#learnt?.key === key) return this.#learnt.of;
    const earlier = this.#imports()
      .slice(-MOST_STATES, -1)
      .map(({ id }) => this.#columnsAsOf(id));
    const of = learnStageWeights([...earlier, columns], stageOrder(columns, this.#set()));
    this.#learnt = { key, of };
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
}

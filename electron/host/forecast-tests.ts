import { backTest } from '#engine/forecast/back-test.ts';
import { WON_VALUE } from '#engine/forecast/combined.ts';
import { withNamedBest } from '#engine/forecast/pipeline.ts';
import { pipelineBackTest } from '#engine/forecast/pipeline-back-test.ts';
import { seriesOf } from '#engine/forecast/series.ts';
import type { BackTest, HistoryAsk, PipelineAsk, PipelineTest } from '#shared/forecast.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import type { PipelineDesk } from './pipeline-desk.ts';
import { recalled } from './recalled.ts';
import type { Task } from './tasks.ts';

/** Tests that are kept: those of a screen, whose passports are looked at. */
const MOST_TESTS = 4;

/** How far forecasts would have been off; the last that were worked out are kept. */
export class ForecastTests {
  readonly #workspace: OpenWorkspace;
  readonly #pipeline: PipelineDesk;
  readonly #histories = new Map<string, BackTest>();
  readonly #pipelines = new Map<string, PipelineTest>();

  constructor(workspace: OpenWorkspace, pipeline: PipelineDesk) {
    this.#workspace = workspace;
    this.#pipeline = pipeline;
  }

  async history({ kpi, filters, variants, grain, horizon }: HistoryAsk, task: Task): Promise<BackTest> {
    const asked = { kpi, filters, variants, grain };
    return this.#kept(this.#histories, { ...asked, horizon }, () => {
      const { closed } = seriesOf(asked, this.#workspace.questionContext());
      const values = closed.map(({ value }) => value);
      return inTurns(backTest(values, grain, horizon), task);
    });
  }

  async pipeline(
    { filters: asOfToday, basis, reach }: PipelineAsk & { readonly reach: number | null },
    task: Task,
  ): Promise<PipelineTest> {
    return this.#kept(this.#pipelines, { filters: asOfToday, basis, reach }, () => {
      const filters = withNamedBest(asOfToday, this.#workspace.questionContext());
      const asked = { kpi: WON_VALUE, filters, variants: {}, grain: 'month' as const };
      const { closed } = seriesOf(asked, this.#workspace.questionContext());
      const months = reach ?? this.#pipeline.reach(filters);
      const past = this.#pipeline.past({ filters, basis });
      return inTurns(pipelineBackTest(past, closed, { filters, reach: months }), task);
    });
  }

  async #kept<T>(known: Map<string, T>, asked: unknown, work: () => Promise<T>): Promise<T> {
    const { queries, today, settings } = this.#workspace.questionContext();
    const key = JSON.stringify([this.#workspace.info().id, queries.columns.revision, today, settings, asked]);
    const made = known.get(key) ?? (await work());
    return recalled(known, key, MOST_TESTS, () => made);
  }
}

/** Lets others have their turn after every step. */
async function inTurns<T>(steps: Generator<void, T>, task: Task): Promise<T> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await task.breathe();
  return step.value;
}

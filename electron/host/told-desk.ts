import { combinedForecast, monthsBeyond, WON_VALUE } from '#engine/forecast/combined.ts';
import { historyForecast } from '#engine/forecast/history-forecast.ts';
import { dataRange } from '#engine/question/context.ts';
import { clockOf } from '#engine/question/plan.ts';
import type { ToldAnswer } from '#engine/told/told-answer.ts';
import { toldBackTest, toldPipelineTest } from '#engine/told/told-back-test.ts';
import { toldCells } from '#engine/told/told-cells.ts';
import { toldCustomer } from '#engine/told/told-customer.ts';
import { toldBoth, toldHistory } from '#engine/told/told-forecast.ts';
import { toldGoal } from '#engine/told/told-goal.ts';
import { toldHeldOut } from '#engine/told/told-held-out.ts';
import { toldKept } from '#engine/told/told-kept.ts';
import { toldLapse } from '#engine/told/told-lapse.ts';
import { toldMovement, type ToldMoment } from '#engine/told/told-movement.ts';
import { toldPipeline } from '#engine/told/told-pipeline.ts';
import { toldVariance } from '#engine/told/told-variance.ts';
import { toldWhatIf } from '#engine/told/told-what-if.ts';
import { stoppable } from '#engine/stoppable.ts';
import { AppError } from '#shared/errors.ts';
import type { BackTest, Moment, PipelineTest } from '#shared/forecast.ts';
import { resolvePeriod } from '#shared/period.ts';
import type { Filter } from '#shared/question.ts';
import type { ToldNumber, ToldOf } from '#shared/told.ts';
import type { CustomerValueDesk } from './customer-value-desk.ts';
import type { ForecastTests } from './forecast-tests.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import type { PipelineDesk } from './pipeline-desk.ts';
import { recalled } from './recalled.ts';
import type { Task } from './tasks.ts';

/** Numbers whose answers are kept while their rows are looked at. */
const MOST_ANSWERS = 2;

/** What a number of a test goes by; null for others. */
interface Tested {
  readonly history: BackTest | null;
  readonly pipeline: PipelineTest | null;
}

/** Tells the numbers that are no cell of a question, from the same desks as their screens. */
export class ToldDesk {
  readonly #workspace: OpenWorkspace;
  readonly #customers: CustomerValueDesk;
  readonly #pipeline: PipelineDesk;
  readonly #tests: ForecastTests;
  readonly #answers = new Map<string, ToldAnswer>();

  constructor(workspace: OpenWorkspace, customers: CustomerValueDesk, pipeline: PipelineDesk, tests: ForecastTests) {
    this.#workspace = workspace;
    this.#customers = customers;
    this.#pipeline = pipeline;
    this.#tests = tests;
  }

  async tell(number: ToldNumber, task: Task): Promise<ToldAnswer> {
    const key = this.#keyOf(number);
    const tested = {
      history: number.of === 'back-test' ? await this.#tests.history(number, task) : null,
      pipeline: goesByPipelineTest(number) ? await this.#tests.pipeline(number, task) : null,
    };
    if (this.#keyOf(number) !== key) throw new AppError('E_CANCELLED', 'The data have changed meanwhile.');
    const told = () => this.#told(number, tested);
    return recalled(this.#answers, key, MOST_ANSWERS, () => stoppable(() => task.throwIfCancelled(), told));
  }

  #keyOf(number: ToldNumber): string {
    const { queries, today, settings } = this.#workspace.questionContext();
    return JSON.stringify([
      this.#workspace.info().id,
      queries.columns.revision,
      today,
      settings,
      this.#goals(),
      number,
    ]);
  }

  #told(number: ToldNumber, tested: Tested): ToldAnswer {
    const context = this.#workspace.questionContext();
    switch (number.of) {
      case 'customer':
        return toldCustomer(number, this.#customers.buyers(number.filters), this.#customers.values(number), context);
      case 'held-out':
        return toldHeldOut(number, this.#customers.buyers(number.filters), context);
      case 'movement': {
        const { filters, from, to, period } = number;
        const within = period === null ? null : resolvePeriod(period, clockOf(context, dataRange(context.queries)));
        return toldMovement(number, this.#moment(from, filters), this.#moment(to, filters), within);
      }
      case 'pipeline':
        return this.#pipelineNumber(number);
      case 'history':
        return toldHistory(number, historyForecast(number, context), context);
      case 'both':
        return this.#both(number, tested.pipeline);
      case 'back-test':
        return toldBackTest(number, tested.history, context);
      case 'pipeline-test':
        return toldPipelineTest(number, tested.pipeline, context);
      case 'kept':
        return toldKept(number, context);
      case 'what-if':
        return toldWhatIf(number, context);
      case 'goal':
        return toldGoal(number, this.#goals(), context);
      case 'cells':
        return toldCells(number, context);
      case 'variance':
        return toldVariance(number, context);
      case 'lapse':
        return toldLapse(number, context);
    }
  }

  #goals() {
    return this.#workspace.store.saved('goal');
  }

  #moment(moment: Moment, filters: readonly Filter[]): ToldMoment {
    return { ...this.#pipeline.moment(moment, filters), asOf: 'importId' in moment ? moment.importId : null };
  }

  #pipelineNumber(number: ToldOf<'pipeline'>): ToldAnswer {
    const { filters, basis, part } = number;
    const ask = { filters, basis };
    const made = this.#pipeline.forecast(ask);
    const beyond =
      typeof part === 'object' && 'beyond' in part
        ? monthsBeyond(this.#reach(part.horizon, part.beyond, filters), this.#won(filters, part.horizon), made)
        : [];
    return toldPipeline(number, made, beyond, (place) => this.#pipeline.rows(ask, place));
  }

  #both(number: ToldOf<'both'>, tested: PipelineTest | null): ToldAnswer {
    const { filters, basis, horizon, reach } = number;
    const ask = { filters, basis };
    const [history, pipeline] = [this.#won(filters, horizon), this.#pipeline.forecast(ask)];
    const made = combinedForecast(this.#reach(horizon, reach, filters), history, pipeline);
    const rowsIn = (place: Parameters<PipelineDesk['rows']>[1]) => this.#pipeline.rows(ask, place);
    return toldBoth(number, { made, history, pipeline, tested }, rowsIn, this.#workspace.questionContext());
  }

  #reach(horizon: number, reach: number | null, filters: readonly Filter[]) {
    return { horizon, reach: reach ?? this.#pipeline.reach(filters) };
  }

  #won(filters: Filter[], horizon: number) {
    const asked = { kpi: WON_VALUE, filters, variants: {}, grain: 'month' as const, horizon };
    return historyForecast(asked, this.#workspace.questionContext());
  }
}

/** The range of a month that goes by the open deals is learnt from earlier ones. */
const goesByPipelineTest = (number: ToldNumber): number is ToldOf<'pipeline-test'> | ToldOf<'both'> =>
  number.of === 'pipeline-test' || (number.of === 'both' && number.figure === 'range80');

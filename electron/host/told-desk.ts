import { combinedForecast, monthsBeyond, WON_VALUE } from '#engine/forecast/combined.ts';
import { historyForecast } from '#engine/forecast/history-forecast.ts';
import { dataRange } from '#engine/question/context.ts';
import { clockOf } from '#engine/question/plan.ts';
import type { ToldAnswer } from '#engine/told/told-answer.ts';
import { toldCells } from '#engine/told/told-cells.ts';
import { toldCustomer } from '#engine/told/told-customer.ts';
import { toldBoth, toldHistory } from '#engine/told/told-forecast.ts';
import { toldGoal } from '#engine/told/told-goal.ts';
import { toldHeldOut } from '#engine/told/told-held-out.ts';
import { toldLapse } from '#engine/told/told-lapse.ts';
import { toldMovement, type ToldMoment } from '#engine/told/told-movement.ts';
import { toldPipeline } from '#engine/told/told-pipeline.ts';
import { toldVariance } from '#engine/told/told-variance.ts';
import type { Moment } from '#shared/forecast.ts';
import { resolvePeriod } from '#shared/period.ts';
import type { Filter } from '#shared/question.ts';
import type { ToldNumber, ToldOf } from '#shared/told.ts';
import type { CustomerValueDesk } from './customer-value-desk.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import type { PipelineDesk } from './pipeline-desk.ts';
import { recalled } from './recalled.ts';

/** Numbers whose answers are kept while their rows are looked at. */
const MOST_ANSWERS = 2;

/** Tells the numbers that are no cell of a question, from the same desks as their screens. */
export class ToldDesk {
  readonly #workspace: OpenWorkspace;
  readonly #customers: CustomerValueDesk;
  readonly #pipeline: PipelineDesk;
  readonly #answers = new Map<string, ToldAnswer>();

  constructor(workspace: OpenWorkspace, customers: CustomerValueDesk, pipeline: PipelineDesk) {
    this.#workspace = workspace;
    this.#customers = customers;
    this.#pipeline = pipeline;
  }

  tell(number: ToldNumber): ToldAnswer {
    const { queries, today, settings } = this.#workspace.questionContext();
    const { id } = this.#workspace.info();
    const key = JSON.stringify([id, queries.columns.revision, today, settings, this.#goals(), number]);
    return recalled(this.#answers, key, MOST_ANSWERS, () => this.#told(number));
  }

  #told(number: ToldNumber): ToldAnswer {
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
        return this.#both(number);
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

  #both(number: ToldOf<'both'>): ToldAnswer {
    const { filters, basis, horizon, reach } = number;
    const ask = { filters, basis };
    const [history, pipeline] = [this.#won(filters, horizon), this.#pipeline.forecast(ask)];
    const made = combinedForecast(this.#reach(horizon, reach, filters), history, pipeline);
    const rowsIn = (place: Parameters<PipelineDesk['rows']>[1]) => this.#pipeline.rows(ask, place);
    return toldBoth(number, { made, history, pipeline }, rowsIn, this.#workspace.questionContext());
  }

  #reach(horizon: number, reach: number | null, filters: readonly Filter[]) {
    return { horizon, reach: reach ?? this.#pipeline.reach(filters) };
  }

  #won(filters: Filter[], horizon: number) {
    const asked = { kpi: WON_VALUE, filters, variants: {}, grain: 'month' as const, horizon };
    return historyForecast(asked, this.#workspace.questionContext());
  }
}

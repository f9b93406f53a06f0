import { findBuyers, type Buyers } from '#engine/customer-value/buyers.ts';
import { customerValues, type CustomerValues } from '#engine/customer-value/customer-values.ts';
import type { QuestionContext } from '#engine/question/context.ts';
import type { CustomerValueInput } from '#shared/customer-value.ts';
import type { Filter } from '#shared/question.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { recalled } from './recalled.ts';

/** Selections of sales whose models are kept, and horizons and segments of them. */
const MOST_MODELS = 2;
const MOST_VALUES = 4;

/** The last customer values that were looked at: a page is a slice, and another horizon fits nothing anew. */
export class CustomerValueDesk {
  readonly #workspace: OpenWorkspace;
  readonly #buyers = new Map<string, Buyers>();
  readonly #values = new Map<string, CustomerValues>();

  constructor(workspace: OpenWorkspace) {
    this.#workspace = workspace;
  }

  values({ months, discount, segment, filters }: CustomerValueInput): CustomerValues {
    const context = this.#workspace.questionContext();
    const key = JSON.stringify([this.#state(filters, context), months, discount, segment]);
    return recalled(this.#values, key, MOST_VALUES, () =>
      customerValues(this.buyers(filters), { months, discount, segment, filters }, context),
    );
  }

  /** Everybody who bought, with the models that the values come from; in the order of the values. */
  buyers(filters: readonly Filter[]): Buyers {
    const context = this.#workspace.questionContext();
    const key = JSON.stringify(this.#state(filters, context));
    return recalled(this.#buyers, key, MOST_MODELS, () => findBuyers(filters, context));
  }

  #state(filters: readonly Filter[], { queries, today, settings }: QuestionContext): readonly unknown[] {
    return [this.#workspace.info().id, queries.columns.revision, today, settings, filters];
  }
}

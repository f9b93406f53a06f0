import { findBuyers, type Buyers } from '#engine/customer-value/buyers.ts';
import { customerValues, type CustomerValues } from '#engine/customer-value/customer-values.ts';
import type { CustomerValueInput } from '#shared/customer-value.ts';
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
    const state = [
      this.#workspace.info().id,
      context.queries.columns.revision,
      context.today,
      context.settings,
      filters,
    ];
    const buyers = recalled(this.#buyers, JSON.stringify(state), MOST_MODELS, () => findBuyers(filters, context));
    return recalled(this.#values, JSON.stringify([state, months, discount, segment]), MOST_VALUES, () =>
      customerValues(buyers, { months, discount, segment, filters }, context),
    );
  }
}

import type { Aggregate, Condition, MeasureDefinition } from './kpi-definition.ts';
import { ratedCurrency } from './rates.ts';
import { FIELDS_BY_KIND, fieldOf, type RecordKind } from './record-kinds.ts';
import type { Unit } from './units.ts';

/**
 * Fields computed from a row's own values or from all rows of a kind, never stored: they read like any other field.
 * A row has a value when the fields of at least one of `from` have.
 */
export interface DerivedField {
  readonly key: string;
  readonly from: readonly (readonly [string, ...string[]])[];
}

const SALE_DERIVED: readonly DerivedField[] = [
  /** `customer_id`; without one, the id seen with the same name where that is one id, else the name. */
  { key: 'customer_key', from: [['customer'], ['customer_id']] },
  /** The row lies on its customer's first date in the whole workspace. */
  { key: 'first_purchase', from: [['customer'], ['customer_id']] },
  /** The order number; a row without one is a sale of its own. */
  { key: 'sale_key', from: [['amount']] },
  /** `discount`, else amount × share ÷ (1 − share), rounded to ten-thousandths. */
  { key: 'discount_given', from: [['discount'], ['discount_share']] },
  /** `discount_share`, else discount ÷ (amount + discount). */
  { key: 'discount_rate', from: [['discount_share'], ['discount']] },
];

/** Derived fields of a kind. */
export function derivedFields(kind: RecordKind): readonly DerivedField[] {
  return kind === 'sale' ? SALE_DERIVED : [];
}

const sale = (
  id: string,
  aggregate: Aggregate,
  unit: Unit,
  where: readonly Condition[] = [],
  date = 'date',
): MeasureDefinition => ({ id, kind: 'sale', aggregate, where, date, nature: 'flow', unit });
const amount: Aggregate = { do: 'sum', field: 'amount' };
const present = (field: string): Condition => ({ field, is: 'present' });

/** Every built-in measure. A ratio's two sides name measures over the same rows and the same date. */
export const MEASURES: readonly MeasureDefinition[] = [
  sale('net-sales', amount, 'money'),
  sale('net-sales-by-order-date', amount, 'money', [], 'order_date'),
  sale('sales-with-cost', amount, 'money', [present('cost')]),
  sale('cost-of-goods', { do: 'sum', field: 'cost' }, 'money'),
  sale('discounts', { do: 'sum', field: 'discount_given' }, 'money'),
  sale('sales-with-discount', amount, 'money', [present('discount_given')]),
  sale('mean-discount', { do: 'mean', field: 'discount_rate' }, 'ratio'),
  sale('distinct-orders', { do: 'distinct', field: 'order' }, 'count'),
  sale('number-of-sales', { do: 'distinct', field: 'sale_key' }, 'count'),
  sale('units-sold', { do: 'sum', field: 'quantity' }, 'quantity'),
  sale('buying-customers', { do: 'distinct', field: 'customer_key' }, 'count'),
  sale('first-time-customers', { do: 'distinct', field: 'customer_key' }, 'count', [
    { field: 'first_purchase', is: 'true' },
  ]),
  sale('reps-with-sales', { do: 'distinct', field: 'rep' }, 'count'),
  sale('median-sales-by-rep', { do: 'median-sum', field: 'amount', by: 'rep' }, 'money'),
  sale('top-10-customers-sales', { do: 'top-sum', field: 'amount', by: 'customer_key', n: 10 }, 'money'),
  {
    id: 'entered-costs',
    kind: 'cost',
    aggregate: { do: 'sum', field: 'amount' },
    where: [],
    date: 'date',
    nature: 'flow',
    unit: 'money',
  },
];

/** Fields a row must have a value in to be used, the aggregate's own first. Example: `cost-of-goods` needs `cost`. */
export function valueFields(aggregate: Aggregate): readonly string[] {
  switch (aggregate.do) {
    case 'count':
      return [];
    case 'sum':
    case 'distinct':
    case 'mean':
    case 'median':
      return [aggregate.field];
    case 'top-sum':
    case 'median-sum':
      return [aggregate.field, aggregate.by];
  }
}

/** What a measure asks of a row: its value fields present, and its own conditions. */
export function rowConditions(measure: MeasureDefinition): readonly Condition[] {
  return [...valueFields(measure.aggregate).map(present), ...measure.where];
}

/** Whether a row without an amount in the workspace's currency is no row of the measure. */
export function countsMoney({ kind, aggregate, where }: MeasureDefinition): boolean {
  const isMoney = (field: string): boolean => fieldOf(kind, field)?.unit === 'money' || field === 'discount_given';
  const present = where.flatMap(({ field, is }) => (is === 'present' ? [field] : []));
  return [...valueFields(aggregate), ...present].some(isMoney);
}

/**
 * The fields of a measure that a file must bring, given those at hand. Empty when the measure can be computed.
 * Of a derived field's alternatives the first is named. Example: `cost-of-goods` without cost gives ['sale.cost'].
 */
export function missingFields(
  measure: MeasureDefinition,
  has: (kind: RecordKind, field: string) => boolean,
): readonly string[] {
  const { kind, date, until } = measure;
  const asked = [date, ...(until === undefined ? [] : [until]), ...rowConditions(measure).map(({ field }) => field)];
  const missing = asked.flatMap((field) => {
    const derived = derivedFields(kind).find(({ key }) => key === field);
    if (derived === undefined) return has(kind, field) || ratedCurrency(field) !== null ? [] : [field];
    const complete = derived.from.some((fields) => fields.every((name) => has(kind, name)));
    return complete ? [] : (derived.from[0] ?? []).filter((name) => !has(kind, name));
  });
  const order = FIELDS_BY_KIND[kind].map(({ key }) => key);
  return [...new Set(missing)].sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((field) => `${kind}.${field}`);
}

import { anyFieldOf, missingSources } from './derived-fields.ts';
import { asksForValue, type Aggregate, type Condition, type MeasureDefinition } from './kpi-definition.ts';
import { ratedCurrency } from './rates.ts';
import { FIELDS_BY_KIND, RECORD_KINDS, type QueryKind, type RecordKind } from './record-kinds.ts';
import type { Unit } from './units.ts';

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
    case 'quantile':
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
  const isMoney = (field: string): boolean => anyFieldOf(kind, field)?.unit === 'money';
  const present = where.flatMap(({ field, is }) => (is === 'present' ? [field] : []));
  return [...valueFields(aggregate), ...present].some(isMoney);
}

/**
 * The fields of a measure that files must bring, given those at hand. Empty when the measure can be computed; of a union
 * over kinds one is enough. Of a derived field's alternatives the first is named.
 * Example: `cost-of-goods` without cost gives ['sale.cost'].
 */
export function missingFields(
  measure: MeasureDefinition,
  has: (kind: RecordKind, field: string) => boolean,
): readonly string[] {
  const { kind, aggregate, date, until, from } = measure;
  const lacking = (of: QueryKind, fields: readonly string[]): readonly string[] =>
    sorted(fields.flatMap((field) => (ratedCurrency(field) === null ? missingSources(of, field, has) : [])));
  const asked = rowConditions(measure).filter(asksForValue);
  const own = lacking(kind, [
    date,
    ...[until, from].filter((field) => field !== undefined),
    ...asked.map(({ field }) => field),
  ]);
  const also = aggregate.do === 'distinct' ? (aggregate.also ?? []) : [];
  const isAnswered = also.some(
    (source) =>
      lacking(source.kind, [
        source.date,
        ...valueFields(aggregate),
        ...source.where.filter(asksForValue).map(({ field }) => field),
      ]).length === 0,
  );
  return isAnswered ? [] : own;
}

/** In the order of the kinds and their fields, each once. */
function sorted(fields: readonly string[]): readonly string[] {
  const order = RECORD_KINDS.flatMap((kind) => FIELDS_BY_KIND[kind].map(({ key }) => `${kind}.${key}`));
  return [...new Set(fields)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

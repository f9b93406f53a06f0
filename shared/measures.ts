import { anyFieldOf, missingSources } from './derived-fields.ts';
import { present } from './measures/define.ts';
import { asksForValue, type Aggregate, type Condition, type MeasureDefinition } from './kpi-definition.ts';
import { ratedCurrency } from './rates.ts';
import { FIELDS_BY_KIND, RECORD_KINDS, type QueryKind, type RecordKind } from './record-kinds.ts';

export { MEASURES } from './measures/index.ts';

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

import { describe, expect, it } from 'vitest';
import { derivedFields, missingSources } from '#shared/derived-fields.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { countsMoney, missingFields } from '#shared/measures.ts';
import { ANY_KINDS, fieldOf, isDerivedKind, type AnyKind } from '#shared/record-kinds.ts';

const has =
  (...fields: readonly string[]) =>
  (kind: AnyKind, field: string): boolean =>
    fields.includes(`${kind}.${field}`);

describe('what a derived field lacks', () => {
  it.each<readonly [AnyKind, string, readonly string[], readonly string[]]>([
    ['sale', 'amount', [], ['sale.amount']],
    ['sale', 'customer_key', ['sale.customer_id'], []],
    ['activity', 'deal_won', ['activity.deal'], ['deal.id', 'deal.status']],
    ['deal', 'weighted_value', ['deal.value', 'deal.stage'], []],
    ['customer_span', 'start', ['subscription.start', 'subscription.customer'], []],
    ['customer_span', 'start', ['sale.date', 'sale.amount'], ['sale.customer']],
    ['customer_span', 'region', [], ['sale.region']],
    ['customer_span', 'region', ['subscription.region'], []],
    ['customer_span', 'planet', [], ['customer_span.planet']],
  ])('%s.%s beside %j', (kind, field, there, lacking) =>
    expect(missingSources(kind, field, has(...there))).toEqual(lacking),
  );

  it('is always a field that files bring', () => {
    for (const kind of ANY_KINDS)
      for (const { key } of derivedFields(kind))
        for (const need of missingSources(kind, key, () => false)) {
          const [of, field = ''] = need.split('.');
          const source = ANY_KINDS.find((one) => one === of);
          expect([need, source !== undefined && !isDerivedKind(source) && fieldOf(source, field) !== null]).toEqual([
            need,
            true,
          ]);
        }
  });
});

const reps: MeasureDefinition = {
  id: 'active-reps',
  kind: 'sale',
  aggregate: {
    do: 'distinct',
    field: 'rep',
    also: [{ kind: 'activity', date: 'date', where: [{ field: 'done', is: 'not-true' }] }],
  },
  where: [],
  date: 'date',
  nature: 'flow',
  unit: 'count',
};

it('a union over kinds needs one of them', () => {
  expect(missingFields(reps, has('activity.date', 'activity.rep'))).toEqual([]);
  expect(missingFields(reps, has('activity.date'))).toEqual(['sale.date', 'sale.rep']);
});

it('what is derived from money is money', () => {
  const sumOf = (field: string): MeasureDefinition => ({ ...reps, kind: 'deal', aggregate: { do: 'sum', field } });
  expect([countsMoney(sumOf('weighted_value')), countsMoney(sumOf('cycle_days'))]).toEqual([true, false]);
});

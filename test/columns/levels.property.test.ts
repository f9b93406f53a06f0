import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellRows, CellSlot } from '#engine/ports/column-queries.ts';
import type { Aggregate } from '#shared/kpi-definition.ts';
import { amongMany, measureOf, queriesOf, requestOf, RUNS } from './cells.ts';

/** Cells that are added up from smaller ones say what counting their own rows says. */
const row = fc.record({
  rep: fc.constantFrom('Ada', 'Bo', 'Cy', null),
  region: fc.constantFrom('North', 'South', null),
  customer: fc.constantFrom('k1', 'k2', 'k3', 'k4', null),
  created: fc.option(fc.integer({ min: 0, max: 29 }).map(isoDay), { freq: 6 }),
  value: fc.option(
    fc.integer({ min: -50_000, max: 50_000 }).map((n) => n / 10_000),
    { freq: 8, nil: null },
  ),
});

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Five slots of six days each; ten of three; one of all; and what is no union of any of them. */
const stretches = (days: number): readonly CellSlot[] =>
  Array.from({ length: 30 / days }, (_, i) => ({ from: i * days, to: (i + 1) * days - 1 }));
const UNDATED: CellSlot = 'undated';
const SLOTS: readonly (readonly CellSlot[])[] = [
  stretches(3),
  stretches(6),
  stretches(30),
  [...stretches(3), UNDATED],
  [{ from: 0, to: 29, undated: true }],
  [{ from: -5, to: 90 }],
  [
    { from: 0, to: 9 },
    { from: 5, to: 14 },
  ],
  [{ from: 1, to: 29 }],
  [null, { from: 3, to: 11 }],
];
const DIMENSIONS: readonly (readonly string[])[] = [
  ['rep', 'region', 'customer'],
  ['customer', 'rep'],
  ['region', 'rep'],
  ['rep'],
  ['customer'],
  [],
];
const AGGREGATES: readonly Aggregate[] = [
  { do: 'count' },
  { do: 'sum', field: 'value' },
  { do: 'mean', field: 'value' },
  { do: 'quantile', field: 'value', q: 0.5 },
  { do: 'quantile', field: 'value', q: 0.9 },
  { do: 'distinct', field: 'customer' },
  { do: 'top-sum', field: 'value', by: 'customer', n: 2 },
];

const scene = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 60 }),
  levels: fc.array(fc.record({ dimensions: fc.constantFrom(...DIMENSIONS), slots: fc.constantFrom(...SLOTS) }), {
    minLength: 2,
    maxLength: 5,
  }),
  aggregate: fc.constantFrom(...AGGREGATES),
  sparse: fc.boolean(),
});

describe('cells made of smaller ones', () => {
  it('hold what counting their own rows gives, whatever was placed before them', () => {
    fc.assert(
      fc.property(scene, ({ rows, levels, aggregate, sparse }) => {
        const together = queriesOf({ deal: rows });
        const measure = measureOf(aggregate);
        // One list of filters is one question, in which cells are added up.
        const filters = requestOf({ breakdown: together.breakdown([]), slots: [] }).filters;
        const read = (queries: typeof together, at: (typeof levels)[number], own: typeof filters) => {
          const breakdown = queries.breakdown(at.dimensions);
          const slots = sparse ? amongMany(at.slots) : at.slots;
          const placed: CellRows = queries.rows(requestOf({ breakdown, slots, filters: own }));
          const values = queries.aggregate([placed], measure);
          const counts = queries.count(placed, [[]]);
          return Object.fromEntries(
            counts
              .keys()
              .map((key) => {
                const group = Math.floor(key / slots.length);
                const cell = `${breakdown.codes(group).join()} in ${String(key % slots.length)}`;
                return [
                  cell,
                  [counts.at(key), values.at(key), queries.positions(placed, key, [[]]).toSorted().join()],
                ] as const;
              })
              .toSorted(([a], [b]) => (a < b ? -1 : 1)),
          );
        };
        for (const level of levels) {
          const alone = queriesOf({ deal: rows });
          expect(read(together, level, filters)).toEqual(read(alone, level, []));
        }
      }),
      RUNS,
    );
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Aggregate } from '#shared/kpi-definition.ts';
import { ANY_ROW, byRep, deal, EITHER_WAY, measureOf, queriesOf, requestOf, REPS, RUNS, type Row } from './cells.ts';

/** Sums of a cell's rows by the day they end, which stands for who the customer is. */
function byCustomer(rows: readonly Row[]): readonly number[] {
  const known = rows.filter(({ end }) => end !== null);
  return [...Map.groupBy(known, ({ end }) => end).values()].map(total).toSorted((a, b) => a - b);
}
const total = (rows: readonly Row[]): number => rows.reduce((sum, { value }) => sum + (value ?? 0), 0);
const middle = (sorted: readonly number[]): number =>
  ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2;
const ninth = (sorted: readonly number[]): number => {
  const place = 0.9 * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place - Math.floor(place));
};
const sortedValues = (rows: readonly Row[]): readonly number[] =>
  rows.map(({ value }) => value ?? 0).toSorted((a, b) => a - b);

/** By a loop over the rows of a cell that have a value, in ten-thousandths. */
const PLAIN: readonly (readonly [Aggregate, (rows: readonly Row[]) => number])[] = [
  [{ do: 'sum', field: 'value' }, total],
  [{ do: 'mean', field: 'value' }, (rows) => total(rows) / rows.length],
  [{ do: 'quantile', field: 'value', q: 0.5 }, (rows) => middle(sortedValues(rows))],
  [{ do: 'quantile', field: 'value', q: 0.9 }, (rows) => ninth(sortedValues(rows))],
  [
    { do: 'top-sum', field: 'value', by: 'customer', n: 2 },
    (rows) =>
      byCustomer(rows)
        .slice(-2)
        .reduce((sum, one) => sum + one, 0),
  ],
  [{ do: 'median-sum', field: 'value', by: 'customer' }, (rows) => middle(byCustomer(rows))],
];

describe.each(EITHER_WAY)('one number a cell is what a plain loop gives, %s', (_, queriesFrom) => {
  const scene = fc.array(ANY_ROW, { minLength: 1, maxLength: 60 });
  it.each(PLAIN)('%j', (aggregate, expected) => {
    fc.assert(
      fc.property(scene, (rows) => {
        const queries = queriesFrom({
          deal: rows.map((row) => ({ ...deal(row), customer: row.end === null ? null : `c${String(row.end)}` })),
        });
        const slots = [{ from: 0, to: 14 }, { from: 10, to: 30 }, null];
        const placed = queries.rows(requestOf({ breakdown: queries.breakdown(['rep']), slots }));
        const table = queries.aggregate([placed], measureOf(aggregate));
        const found = byRep(queries, placed, slots.length, (key) => table.at(key)).flat();
        const plain = REPS.flatMap((rep) =>
          slots.map((slot) => {
            const own = rows.filter(
              ({ rep: whose, start, value }) =>
                whose === rep &&
                value !== null &&
                start !== null &&
                slot !== null &&
                start >= slot.from &&
                start <= slot.to,
            );
            return expected(own) / 10_000;
          }),
        );
        for (const [i, value] of plain.entries()) {
          if (Number.isNaN(value)) expect(found[i]).toBeNaN();
          else expect(found[i]).toBeCloseTo(value, 8);
        }
      }),
      RUNS,
    );
  });
});

it('a sum that passes exact numbers is an error, be it in parts', () => {
  const queries = queriesOf({
    deal: Array.from({ length: 3 }, () => ({ created: '1970-01-02', closed: '1970-01-03', value: 400_000_000_000 })),
  });
  const days = { breakdown: queries.breakdown([]), slots: [{ from: 0, to: 5 }] };
  const sum = measureOf({ do: 'sum', field: 'value' });
  for (const nature of ['flow', 'spread'] as const)
    expect(() => queries.aggregate([queries.rows(requestOf({ ...days, nature, until: 'closed' }))], sum)).toThrow(
      expect.objectContaining({ code: 'E_OVERFLOW' }),
    );
});

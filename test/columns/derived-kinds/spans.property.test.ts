import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import { fieldsOver, rowsOf } from '../derived/values.ts';

interface Stretch {
  readonly from: number;
  /** Infinity while it stands. */
  readonly to: number;
  readonly bought: boolean;
}

const origin = parseIsoDate('2026-01-01') ?? 0;
const on = (day: number): string => isoDate(origin + day);

/** Every purchase and every subscription is a stretch by itself; spans are those that hang together. */
function spansOf(
  purchases: readonly number[],
  subscriptions: readonly (readonly [number, number])[],
  lapse: number,
  lastDay: number,
): readonly string[] {
  const endOf = (day: number): number => (day + lapse + 1 > lastDay ? Infinity : day + lapse + 1);
  let left: readonly Stretch[] = [
    ...purchases.map((day) => ({ from: day, to: endOf(day), bought: true })),
    ...subscriptions.flatMap(([from, to]) => (to > from ? [{ from, to, bought: false }] : [])),
  ];
  const hang = (a: Stretch, b: Stretch): boolean =>
    (a.from < b.to && b.from < a.to) || ((a.to === b.from || b.to === a.from) && !(a.bought && b.bought));
  const found: string[] = [];
  for (let [first] = left; first !== undefined; [first] = left) {
    let together: readonly Stretch[] = [first];
    for (let size = 0; size < together.length;) {
      size = together.length;
      together = left.filter((one) => together.some((other) => one === other || hang(one, other)));
    }
    left = left.filter((one) => !together.includes(one));
    const to = Math.max(...together.map((one) => one.to));
    found.push(`${on(Math.min(...together.map((one) => one.from)))} ${to === Infinity ? 'null' : on(to)}`);
  }
  return found.toSorted();
}

it('spans are the stretches that hang together', () => {
  // Some a century off, so that days stand far apart.
  const day = fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 60 }), weight: 20 },
    { arbitrary: fc.constantFrom(39_000, 80_000), weight: 1 },
  );
  const subscription = fc.tuple(day, fc.option(fc.integer({ min: -2, max: 20 })));
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          purchases: fc.array(day, { maxLength: 6 }),
          subscriptions: fc.array(subscription, { maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      fc.integer({ min: 1, max: 12 }),
      (customers, lapseDays) => {
        const sale = customers.flatMap(({ purchases }, i) =>
          purchases.map((at) => ({ date: on(at), customer: `C${String(i)}`, amount: 1 })),
        );
        const rows = customers.flatMap(({ subscriptions }, i) =>
          subscriptions.map(([start, days]) => ({
            customer: `C${String(i)}`,
            amount: 1,
            start: on(start),
            end: days === null ? null : on(start + days),
          })),
        );
        const fields = fieldsOver({ sale, subscription: rows }, { lapseDays });
        const found = rowsOf(fields, 'customer_span', ['customer', 'start', 'end']);
        const lastDay = Math.max(-1, ...customers.flatMap(({ purchases }) => purchases));
        customers.forEach(({ purchases, subscriptions }, i) => {
          const own = found
            .filter(({ customer }) => customer === `C${String(i)}`)
            .map(({ start, end }) => `${String(start)} ${String(end)}`);
          const open = subscriptions.map(([start, days]) => [start, days === null ? Infinity : start + days] as const);
          expect(own).toEqual(spansOf(purchases, open, lapseDays, lastDay));
        });
      },
    ),
    { seed: 4, numRuns: 2000 },
  );
});

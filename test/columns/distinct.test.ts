import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CellRows, CellSlot, ColumnQueries } from '#engine/ports/column-queries.ts';
import type { Aggregate } from '#shared/kpi-definition.ts';
import type { PlainTables } from '../support/columns-of-rows.ts';
import {
  amongMany,
  ANY_ROW,
  byRep,
  date,
  deal,
  EITHER_WAY,
  measureOf,
  queriesOf,
  requestOf,
  REPS,
  RUNS,
  type Row,
} from './cells.ts';

const ACTIVE = {
  do: 'distinct',
  field: 'rep',
  also: [
    { kind: 'deal', date: 'created', where: [] },
    { kind: 'deal', date: 'closed', where: [{ field: 'status', is: 'one-of', values: ['won'] }] },
    { kind: 'activity', date: 'date', where: [{ field: 'type', is: 'one-of', values: ['call'] }] },
    { kind: 'activity', date: 'date', where: [{ field: 'type', is: 'one-of', values: ['mail'] }] },
  ],
} as const satisfies Aggregate;
const SOURCES = [
  ['sale', 'date'],
  ['deal', 'created'],
  ['deal', 'closed'],
  ['activity', 'date'],
] as const;

function union(
  queries: ColumnQueries,
  slots: readonly CellSlot[],
  sources: readonly (readonly ['sale' | 'deal' | 'activity', string])[] = SOURCES,
): { readonly lists: readonly CellRows[]; readonly at: (key: number) => number } {
  const breakdown = queries.breakdown(['region']);
  const place = ([kind, by]: (typeof sources)[number]): CellRows =>
    queries.rows(requestOf({ kind, date: by, breakdown, slots }));
  const [first, ...others] = sources;
  if (first === undefined) throw new Error('a union of nothing');
  const lists = [place(first), ...others.map(place)] as const;
  return { lists, at: queries.aggregate(lists, measureOf(ACTIVE, { kind: 'sale', date: 'date' })).at };
}

describe('members of several kinds', () => {
  const tables: PlainTables = {
    sale: [
      { date: '1970-01-02', amount: 1, rep: 'Ada', region: 'North' },
      { date: '1970-01-03', amount: 1, rep: 'Ada', region: 'North' },
      { date: '1970-01-03', amount: 1, region: 'North' },
    ],
    deal: [
      { created: '1970-01-20', closed: '1970-01-04', status: 'won', rep: 'Bo', region: 'North' },
      { created: '1970-01-20', closed: '1970-01-04', status: 'lost', rep: 'Cy', region: 'North' },
    ],
    activity: [
      { date: '1970-01-02', type: 'call', rep: 'Ada', region: 'North' },
      { date: '1970-01-03', type: 'mail', rep: 'Di', region: 'North' },
      { date: '1970-01-03', type: 'visit', rep: 'Ed', region: 'North' },
    ],
  };
  const early = { from: 0, to: 10 };

  it('count once, each kind by its own date and conditions', () => {
    // Ada by sales and calls, Bo by the deal won, Di by mail; Cy's deal is lost and created later, a visit is no source.
    const queries = queriesOf(tables);
    expect(union(queries, [early, { from: 11, to: 30 }, null]).at(1 * 3)).toBe(3);
    expect(union(queries, [early, { from: 11, to: 30 }, null]).at(1 * 3 + 1)).toBe(2);
    expect(union(queries, [early, { from: 11, to: 30 }, null]).at(1 * 3 + 2)).toBe(0);
  });

  it("do without the kinds that are not given, be it the measure's own", () => {
    const queries = queriesOf(tables);
    expect(union(queries, [early], [['activity', 'date']]).at(1)).toBe(2);
    expect(
      union(
        queries,
        [early],
        [
          ['deal', 'closed'],
          ['sale', 'date'],
        ],
      ).at(1),
    ).toBe(2);
  });

  it('are united where only some kinds number their cells as they are met', () => {
    // 20 000 sales allow 145 536 keys, three activities 65 536: 2 regions × 50 000 slots lie between.
    const sale = Array.from({ length: 20_000 }, (_, i) => ({
      date: '1970-01-02',
      amount: 1,
      rep: `r${String(i % 5)}`,
      region: 'North',
    }));
    const activity = ['r1', 'r7', 'r8'].map((rep) => ({ date: '1970-01-02', type: 'call', rep, region: 'North' }));
    const slots = Array.from({ length: 50_000 }, (_, i) => (i === 7 ? early : null));
    const queries = queriesOf({ sale, activity });
    const sources = [
      ['activity', 'date'],
      ['sale', 'date'],
    ] as const;
    expect(union(queries, slots, sources).at(50_000 + 7)).toBe(7);
    expect(union(queries, slots, sources).at(50_000 + 8)).toBe(0);
  });
});

/** A random row's rep stands for its region here, so that there are several members a cell. */
const member = (row: Row): string | null => (row.value === null ? null : `m${String(Math.abs(row.value) % 6)}`);
const inSlot = (day: number | null, slot: CellSlot): boolean =>
  slot !== null && slot !== 'undated' && day !== null && day >= slot.from && day <= slot.to;
const SLOTS = fc.array(
  fc
    .record({ from: fc.integer({ min: -2, max: 35 }), length: fc.integer({ min: 0, max: 12 }) })
    .map(({ from, length }) => ({ from, to: from + length })),
  { minLength: 1, maxLength: 4 },
);

it('a union is what a set of names gives', () => {
  const scene = fc.record({
    sales: fc.array(ANY_ROW, { minLength: 1, maxLength: 12 }),
    calls: fc.array(ANY_ROW, { minLength: 1, maxLength: 12 }),
    slots: SLOTS,
  });
  const check = (sales: readonly Row[], calls: readonly Row[], slots: readonly CellSlot[], many: boolean): void => {
    const dated = (row: Row) => ({ date: date(row.start), region: row.rep, rep: member(row) });
    const queries = queriesOf({
      sale: sales.map((row) => ({ ...dated(row), amount: 1 })),
      activity: calls.map((row) => ({ ...dated(row), type: 'call' })),
    });
    const regions = queries.columns.members('region');
    const found = union(queries, many ? amongMany(slots) : slots, [
      ['sale', 'date'],
      ['activity', 'date'],
    ]);
    for (const region of REPS)
      for (const [i, slot] of slots.entries()) {
        const names = new Set(
          [...sales, ...calls].filter((row) => row.rep === region && inSlot(row.start, slot)).map(member),
        );
        names.delete(null);
        const [placed] = found.lists;
        const code = region === null ? 0 : regions.indexOf(region);
        const group = code < 0 ? null : (placed?.request.breakdown.find([code]) ?? null);
        const width = placed?.request.slots.length ?? 0;
        expect(found.at(group === null ? -1 : group * width + i)).toBe(names.size);
      }
  };
  fc.assert(
    fc.property(scene, ({ sales, calls, slots }) => check(sales, calls, slots, false)),
    RUNS,
  );
  fc.assert(
    fc.property(scene, ({ sales, calls, slots }) => check(sales, calls, slots, true)),
    { ...RUNS, numRuns: 8 },
  );
});

describe.each(EITHER_WAY)('members met one period before as well, %s', (_, queriesFrom) => {
  const kept = measureOf(
    { do: 'distinct', field: 'customer', kept: 'prev' },
    { where: [{ field: 'value', is: 'present' }] },
  );

  it('are those of both', () => {
    const names = [
      ['1970-01-01', 'A'],
      ['1970-01-02', 'A'],
      ['1970-01-02', 'B'],
      ['1970-01-03', 'C'],
      ['1970-01-11', 'A'],
      ['1970-01-12', 'A'],
      ['1970-01-12', 'C'],
      ['1970-01-13', 'D'],
    ];
    const queries = queriesFrom({ deal: names.map(([created = '', customer]) => ({ created, customer, value: 1 })) });
    const breakdown = queries.breakdown([]);
    const now = queries.rows(requestOf({ breakdown, slots: [{ from: 10, to: 12 }] }));
    const before = queries.rows(requestOf({ breakdown, slots: [{ from: 0, to: 2 }] }));
    expect(queries.aggregate([now], kept, before).at(0)).toBe(2);
    expect(queries.aggregate([before], kept, now).at(0)).toBe(2);
  });

  it('are what two sets of names have in common', () => {
    fc.assert(
      fc.property(fc.array(ANY_ROW, { minLength: 1, maxLength: 40 }), SLOTS, fc.boolean(), (rows, slots, many) => {
        const queries = queriesFrom({ deal: rows.map((row) => ({ ...deal(row), customer: member(row) })) });
        const breakdown = queries.breakdown(['rep']);
        const back = slots.map(({ from, to }) => ({ from: from - 10, to: to - 10 }));
        const wide = many && slots.length === 1 ? amongMany : (same: readonly CellSlot[]) => same;
        const now = queries.rows(requestOf({ breakdown, slots: wide(slots) }));
        const before = queries.rows(requestOf({ breakdown, slots: wide(back) }));
        const table = queries.aggregate([now], kept, before);
        const namesIn = (rep: string | null, slot: CellSlot): Set<string | null> => {
          const own = rows.filter((row) => row.rep === rep && row.value !== null && inSlot(row.start, slot));
          return new Set(own.map(member));
        };
        const expected = REPS.map((rep) =>
          slots.map((slot, i) => {
            const earlier = namesIn(rep, back[i] ?? null);
            return [...namesIn(rep, slot)].filter((name) => earlier.has(name)).length;
          }),
        );
        expect(byRep(queries, now, slots.length, (key) => table.at(key))).toEqual(expected);
      }),
      RUNS,
    );
  });
});

describe('members of cells so many that no bits are kept of the smallest', () => {
  // 41 × 41 × 13 cells of 5 000 customers: too many bits for cells and for pairs of dimensions, few enough for one dimension.
  const pick = (i: number, of: number, step: number): number => Math.floor((i * step) / 7) % of;
  const rows = Array.from({ length: 6000 }, (_, i) => ({
    date: date(pick(i, 12, 5)),
    amount: 1,
    product: `p${String(pick(i, 40, 11))}`,
    city: `t${String(pick(i, 40, 3))}`,
    customer: i % 9 === 0 ? null : `c${String((i * 17) % 4999)}`,
  }));
  const days = Array.from({ length: 12 }, (_, day) => ({ from: day, to: day }));
  const whole = [{ from: 0, to: 11 }];
  const queries = queriesOf({ sale: rows });
  const measure = measureOf({ do: 'distinct', field: 'customer' }, { kind: 'sale', date: 'date' });
  const filters: readonly [] = [];

  it.each([
    [['product', 'city'], days],
    [['product', 'city'], whole],
    [['product'], days],
    [['product'], whole],
    [['city'], whole],
    [[], days],
    [[], whole],
  ] as const)('by %j are the different names met', (dimensions, slots) => {
    const breakdown = queries.breakdown(dimensions);
    const placed = queries.rows(requestOf({ kind: 'sale', date: 'date', breakdown, slots, filters }));
    const values = queries.aggregate([placed], measure);
    const names = dimensions.map((dimension) => queries.columns.members(dimension));
    const met = new Map<string, Set<string>>();
    for (const row of rows) {
      const slot = slots.length === 1 ? 0 : days.findIndex(({ from }) => date(from) === row.date);
      const cell = [...dimensions.map((dimension) => row[dimension]), slot].join();
      const customers = met.get(cell) ?? new Set();
      met.set(cell, row.customer === null ? customers : customers.add(row.customer));
    }
    const found = [...queries.count(placed, [[]]).keys()].map((key) => {
      const codes = breakdown.codes(Math.floor(key / slots.length));
      const cell = [...codes.map((code, depth) => names[depth]?.[code]), key % slots.length].join();
      return [cell, values.at(key)] as const;
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries([...met].map(([cell, { size }]) => [cell, size])));
  });
});

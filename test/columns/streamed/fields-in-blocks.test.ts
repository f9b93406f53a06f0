import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnQueries } from '#columns/column-queries.ts';
import { fieldsOf, type Fields } from '#columns/fields.ts';
import { canStream } from '#columns/streamed/streamable.ts';
import type { RowFilter } from '#engine/ports/column-queries.ts';
import { isoDate } from '#shared/calendar.ts';
import { derivedFields } from '#shared/derived-fields.ts';
import { ratedField } from '#shared/rates.ts';
import { DERIVED_KINDS, type AnyKind } from '#shared/record-kinds.ts';
import { columnsInBlocks } from '../../support/columns-in-blocks.ts';
import { columnsOfRows } from '../../support/columns-of-rows.ts';
import { rulesOf, settings, worlds } from '../../property/worlds.ts';

const RUNS = { seed: 20_261_122, numRuns: 150 };

/** A field's numbers by row, missing ones as null whatever array they stand in; null where the kind has no such field. */
function numbersOf(fields: Fields, kind: AnyKind, key: string): readonly (number | null)[] | null {
  const column =
    fields.codes(kind, key)?.codes ?? fields.days(kind, key) ?? fields.decimals(kind, key) ?? fields.flags(kind, key);
  const isMissing = (value: number): boolean => value !== value || value === -2_147_483_648;
  return column === null ? null : Array.from(column, (value) => (isMissing(value) ? null : value));
}

const keysOf = (fields: Fields, kind: AnyKind): readonly string[] => [
  ...new Set([
    ...(fields.columns.table(kind)?.fields ?? []).map(({ key }) => key),
    ...derivedFields(kind).map(({ key }) => key),
    ...['EUR', 'USD', 'SEK'].map(ratedField),
  ]),
];

describe('the fields of random workspaces, stored, derived, given by lists and in other currencies', () => {
  it('are the same block by block as in memory, by the same names', () => {
    fc.assert(
      fc.property(worlds, settings, fc.integer({ min: 1, max: 7 }), (world, rules, rows) => {
        const columns = columnsOfRows(world, 1, { base: rules.base, rates: rules.rates }, rulesOf(rules));
        const inMemory = fieldsOf(columns);
        const inBlocks = fieldsOf(columnsInBlocks(columns, rows, () => undefined));
        for (const kind of columns.kinds())
          for (const key of keysOf(inMemory, kind)) {
            const whole = numbersOf(inMemory, kind, key);
            const parts = [...inBlocks.blocks(kind, [key])].map((part) => ({
              ...part,
              names: part.fields.names(kind, key),
            }));
            const all = parts.flatMap(({ fields }) => numbersOf(fields, kind, key) ?? [null]);
            expect(all, `${kind}.${key}`).toEqual(whole ?? parts.map(() => null));
            expect(inBlocks.members(kind, key), `${kind}.${key}`).toBe(inMemory.members(kind, key));
            for (const { names } of parts) expect(names, `${kind}.${key}`).toEqual(inMemory.names(kind, key));
          }
      }),
      RUNS,
    );
  });

  it('are the same of some rows by their positions', () => {
    fc.assert(
      fc.property(worlds, settings, fc.nat(3), (world, rules, every) => {
        const columns = columnsOfRows(world, 1, { base: rules.base, rates: rules.rates }, rulesOf(rules));
        const inMemory = fieldsOf(columns);
        const inBlocks = fieldsOf(columnsInBlocks(columns, 3, () => undefined));
        for (const kind of columns.kinds()) {
          const positions = Int32Array.from(Array(inMemory.rows(kind)).keys()).filter((row) => row % (every + 2) !== 0);
          const some = inBlocks.only(kind, positions);
          for (const key of keysOf(inMemory, kind)) {
            // A sale without an order is one of its own, whatever number that has.
            if (key === 'sale_key') continue;
            const whole = numbersOf(inMemory, kind, key);
            const found = whole === null ? null : Array.from(positions, (row) => whole[row] ?? null);
            expect(numbersOf(some, kind, key), `${kind}.${key}`).toEqual(found);
          }
        }
      }),
      RUNS,
    );
  });

  it('make the same customers and spans, whose rows are read a few customers at a time', () => {
    fc.assert(
      fc.property(worlds, settings, fc.integer({ min: 1, max: 7 }), (world, rules, rows) => {
        const columns = columnsOfRows(world, 1, { base: rules.base, rates: rules.rates }, rulesOf(rules));
        const inMemory = fieldsOf(columns);
        const inBlocks = fieldsOf(columnsInBlocks(columns, rows, () => undefined));
        for (const kind of DERIVED_KINDS) {
          expect(inBlocks.columns.table(kind)?.fields).toEqual(inMemory.columns.table(kind)?.fields);
          for (const { key } of inMemory.columns.table(kind)?.fields ?? [])
            expect(numbersOf(inBlocks, kind, key), `${kind}.${key}`).toEqual(numbersOf(inMemory, kind, key));
        }
      }),
      RUNS,
    );
  });
});

describe('what customers bought day by day', () => {
  it('is the same block by block as in memory, and what a plain loop finds', () => {
    const filters: readonly RowFilter[][] = [[], [{ dimension: 'region', op: 'not-in', values: ['North'] }]];
    fc.assert(
      fc.property(
        worlds,
        settings,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...filters),
        (world, rules, rows, asked) => {
          const columns = columnsOfRows(world, 1, { base: rules.base, rates: rules.rates }, rulesOf(rules));
          const inMemory = columnQueries(columns).purchaseDays(asked);
          expect(columnQueries(columnsInBlocks(columns, rows, () => undefined)).purchaseDays(asked)).toEqual(inMemory);
        },
      ),
      RUNS,
    );
  });

  it('takes as many passes as there is room for customers, and adds up each day', () => {
    const day = fc.integer({ min: 0, max: 90 });
    const sale = fc.record({
      customer: fc.integer({ min: 0, max: 150 }),
      day,
      amount: fc.integer({ min: -9, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(sale, { minLength: 1, maxLength: 80 }), (sales) => {
        const rows = sales.map((one) => ({
          date: isoDate(one.day),
          customer: one.customer === 0 ? null : `K${String(one.customer)}`,
          amount: one.amount,
        }));
        const columns = columnsOfRows({ sale: rows });
        const found = columnQueries(columnsInBlocks(columns, 7, () => undefined)).purchaseDays([]);
        const expected = new Map<string, number>();
        for (const one of rows)
          if (one.customer !== null) {
            const key = `${one.customer} ${one.date}`;
            expected.set(key, (expected.get(key) ?? 0) + one.amount);
          }
        const names = columns.members('customer');
        const listed = Array.from(found?.customers ?? []).flatMap((customer, at) =>
          Array.from({ length: (found?.starts[at + 1] ?? 0) - (found?.starts[at] ?? 0) }, (_, i) => {
            const place = (found?.starts[at] ?? 0) + i;
            const key = `${names[customer] ?? ''} ${isoDate(found?.days[place] ?? 0)}`;
            return [key, (found?.amounts[place] ?? 0) / 10_000] as const;
          }),
        );
        expect(new Map(listed)).toEqual(expected);
        expect(listed).toHaveLength(expected.size);
        expect(found?.nameless ?? 0).toBe(found === null ? 0 : rows.filter(({ customer }) => customer === null).length);
      }),
      RUNS,
    );
  });
});

describe('a key that is neither stored nor known', () => {
  const columns = columnsOfRows({
    sale: [{ date: '2026-01-05', amount: 1 }],
    cost: [{ date: '2026-01-05', 'custom:Own': 'a' }],
  });
  const fields = fieldsOf(columnsInBlocks(columns, 1, () => undefined));

  it.each([
    ['a stored field', 'amount', true],
    ['a derived field', 'first_purchase', true],
    ['a field that no row has', 'region', true],
    ["a column of one's own that only other rows have", 'custom:Own', true],
    ['a column that no row of any kind has', 'custom:Other', false],
    ['a key nobody knows', 'shade', false],
  ])('%s: streamed %s is %s', (_, key, can) => {
    expect(canStream(fields, 'sale', [key])).toBe(can);
    expect(canStream(fields, 'sale', ['date', key])).toBe(can);
  });
});

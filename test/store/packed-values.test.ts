import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packedNumbers, packedSegment, Packing } from '#store/packed-values.ts';
import { encodeSegment } from '#store/segment-codec.ts';

const ROWS = 12;
const missing = fc.constant(NaN);
const column = fc
  .constantFrom(0, 1, 7, 255, 65_534, 4_294_967_294, 4_294_967_295, Number.MAX_SAFE_INTEGER - 10)
  .chain((span) =>
    fc.integer({ min: -10, max: 10 }).chain((low) => {
      const value = fc.integer({ min: low, max: low + span });
      return fc.array(fc.oneof({ weight: 4, arbitrary: value }, missing), { minLength: ROWS, maxLength: ROWS });
    }),
  );
const codes = fc.array(fc.oneof(fc.integer({ min: 1, max: 500_000 }), missing), { minLength: ROWS, maxLength: ROWS });

it('SQL takes apart what was put together, whatever the widths', () => {
  const db = new Database(':memory:');
  fc.assert(
    fc.property(
      fc.array(column, { maxLength: 8 }),
      fc.array(codes, { maxLength: 4 }),
      fc.integer({ min: 0, max: 2 ** 31 - 20 }),
      (numbers, coded, first) => {
        const fileRows = Int32Array.from({ length: ROWS }, (_, row) => first + row);
        const given = [...numbers, ...coded].map((values) => Float64Array.from(values));
        const segments = given.map((values, index) => encodeSegment(values, ROWS, index >= numbers.length));
        const kept = segments.flatMap((segment) => (segment === null ? [] : [packedSegment(segment)]));
        const packing = new Packing([packedNumbers(fileRows, ROWS), ...kept], ROWS);
        const bound = Array<number | null>(ROWS * packing.words).fill(0);
        packing.fill(bound, 0, ROWS);
        const row = `(?${', ?'.repeat(packing.words - 1)})`;
        const casts = packing.sql.map((sql) => `CAST(${sql} AS INTEGER)`).join(', ');
        const read = db
          .prepare(`SELECT ${casts} FROM (VALUES ${Array<string>(ROWS).fill(row).join(', ')})`)
          .raw()
          .all(bound);
        const stored = given.filter((_, index) => segments[index] !== null);
        const expected = Array.from({ length: ROWS }, (_, at) => [
          first + at,
          ...stored.map((values) => (Number.isNaN(values[at]) ? null : values[at])),
        ]);
        expect(read).toEqual(expected);
      },
    ),
    { seed: 11, numRuns: 500 },
  );
  db.close();
});

it('puts the twelve columns of a sales file into a third of the numbers', () => {
  const segment = (high: number) => packedSegment({ rows: 0, type: 'u32', low: 1, high, data: new Uint8Array(0) });
  // 19, 15, 6, 3, 11, 4, 3 bits of names; 11 of days; 18, 24, 28 and 28 of quantities and money: 170 bits, and 20 of row numbers.
  const highs = [421_000, 20_000, 60, 8, 1_500, 10, 6, 1_826, 200_000, 9_000_000, 180_000_000, 160_000_000];
  const rows = packedNumbers(Int32Array.of(1_000_000), 1);
  expect(new Packing([rows, ...highs.map(segment)], 1).words).toBe(4);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BLOCK_ROWS, DOT, TEXT } from '#engine/import/raw-table.ts';
import { TableBuilder } from '#files/table-builder.ts';
import { cellOf } from '../fixtures/table-cells.ts';

const GIVEN = { fileRows: null, dateSystem: 1900, merges: [], ragged: 0 } as const;
const value = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    65_535,
    65_536,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    -(2 ** 31) - 1,
    999_999_999_999_999,
    44_927.5,
  ),
  fc.integer(),
);
const cell = fc.option(fc.tuple(fc.constantFrom(TEXT, DOT, DOT + 2), value));

it('gives back every cell as it was put, however wide the values of a block are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 200 }), (rows) => {
      const builder = new TableBuilder(1_000_000);
      for (const cells of rows) {
        for (const [index, one] of cells.entries())
          if (one !== null) builder.column(index).put(builder.blockRow, ...one);
        builder.endRow();
      }
      const table = builder.finish(() => [], GIVEN);
      for (const [row, cells] of rows.entries())
        for (const [index, one] of cells.entries())
          expect(cellOf(table, row, index)).toEqual({ tag: one?.[0] ?? 0, value: one?.[1] ?? 0 });
    }),
    { seed: 13, numRuns: 300 },
  );
});

it('full blocks of one kind of cell share their tags, and the next block begins empty', () => {
  const builder = new TableBuilder(10_000_000);
  for (let row = 0; row < 2 * BLOCK_ROWS + 3; row++) {
    for (const [index, wide] of [0, 2 ** 40].entries()) {
      if (index === 0 || row % 2 === 0) builder.column(index).put(builder.blockRow, DOT, row + wide);
    }
    builder.endRow();
  }
  const table = builder.finish(() => [], GIVEN);
  const [dense, sparse] = table.columns;
  expect(dense?.blocks[0]?.tags).toBe(dense?.blocks[1]?.tags);
  expect(dense?.blocks.map((block) => block?.values.constructor.name)).toEqual([
    'Uint16Array',
    'Int32Array',
    'Int32Array',
  ]);
  expect(sparse?.blocks[0]?.tags).not.toBe(dense?.blocks[0]?.tags);
  for (const row of [0, 1, 65_535, 65_536, 65_537, 131_072, 131_074]) {
    expect(cellOf(table, row, 0)).toEqual({ tag: DOT, value: row });
    expect(cellOf(table, row, 1)).toEqual(row % 2 === 0 ? { tag: DOT, value: row + 2 ** 40 } : { tag: 0, value: 0 });
  }
});

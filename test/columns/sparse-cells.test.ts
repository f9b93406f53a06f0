import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sparseCells } from '#columns/sparse-cells.ts';

describe('cells that are few among their keys', () => {
  it('have ids by group and slot, whatever order the rows are in', () => {
    // Three slots a group: group 2 with slots 1 and 0, group 0 with slot 2.
    const { cells, cellCount, idOf, keyOf } = sparseCells(Int32Array.of(7, 2, 6, 7), 4, 3);
    expect([...cells]).toEqual([2, 0, 1, 2]);
    expect([0, 1, 2].map(keyOf)).toEqual([2, 6, 7]);
    expect([2, 6, 7].map(idOf)).toEqual([0, 1, 2]);
    expect([-1, 0, 3, 8, 11, 12, 99].map(idOf)).toEqual([-1, -1, -1, -1, -1, -1, -1]);
    expect(cellCount).toBe(3);
  });

  it('are the different keys in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(119), { maxLength: 60 }), fc.constantFrom(1, 3, 40), (keys, slots) => {
        const { cells, cellCount, idOf, keyOf } = sparseCells(Float64Array.from(keys), 120 / slots, slots);
        const different = [...new Set(keys)].sort((a, b) => a - b);
        expect(Array.from({ length: cellCount }, (_, id) => keyOf(id))).toEqual(different);
        expect([...cells].map(keyOf)).toEqual(keys);
        for (let key = 0; key < 120; key++) expect(idOf(key)).toBe(different.indexOf(key));
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });
});

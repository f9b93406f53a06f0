import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, packColumns, PART_GAP, sliceHeight, type Part } from '../../../renderer/print/pack.model.ts';

const rows = (count: number, height = 10) => Array.from({ length: count }, () => ({ height, keep: false }));
const table = (count: number, more: Partial<Part> = {}): Part => ({
  head: 20,
  again: 15,
  carry: 10,
  tail: 5,
  pieces: rows(count),
  ...more,
});
const room = { first: 100, next: 120 };
const cuts = (parts: readonly Part[], space = room) =>
  pack(parts, space).map((sheet) => sheet.map(({ part, from, to }) => [part, from, to]));

describe('packing sheets', () => {
  it('keeps on one sheet what fits, to the last pixel', () => {
    // 20 + 7 × 10 + 5 = 95; an eighth row would be 105.
    expect(cuts([table(7)])).toEqual([[[0, 0, 7]]]);
    expect(cuts([table(8, { tail: 0 })])).toEqual([[[0, 0, 8]]]);
  });

  it('breaks between rows, with heading and carried line on both sides of the break', () => {
    // First: 20 + n × 10 + 10 ≤ 100 is 7 rows. Then 15 + 10 + n × 10 + 10 ≤ 120 is 8. The last 5: 15 + 10 + 50 + 5.
    expect(cuts([table(20)])).toEqual([[[0, 0, 7]], [[0, 7, 15]], [[0, 15, 20]]]);
  });

  it('does not leave one row alone at either end', () => {
    // 8 rows: 7 would fit and one be left; two are.
    expect(cuts([table(8)])).toEqual([[[0, 0, 6]], [[0, 6, 8]]]);
    // A block of 60, the gap, and room for a heading but not for two rows: the table begins on the next sheet.
    const block = { head: 0, again: 0, carry: 0, tail: 0, pieces: rows(1, 40) };
    expect(PART_GAP).toBe(22);
    expect(cuts([block, table(9, { carry: 0 })])).toEqual([[[0, 0, 1]], [[1, 0, 9]]]);
  });

  it('keeps the name of a group with its rows and a total with the row above it', () => {
    const pieces = [...rows(6), { height: 10, keep: true }, ...rows(6)];
    expect(cuts([table(0, { pieces })])[0]).toEqual([[0, 0, 6]]);
    const total = [...rows(4), { height: 10, keep: true }, { height: 45, keep: false }];
    expect(cuts([table(0, { pieces: total, carry: 0 })])).toEqual([[[0, 0, 4]], [[0, 4, 6]]]);
  });

  it('keeps a short table whole where that takes no more sheets', () => {
    const block = { head: 0, again: 0, carry: 0, tail: 0, pieces: rows(1, 40) };
    // Two of four rows would fit below the block; 10 + 40 are less than 0.6 × 120.
    const short = table(4, { head: 10, again: 0, carry: 0, tail: 0 });
    expect(cuts([block, short])).toEqual([[[0, 0, 1]], [[1, 0, 4]]]);
    // Whole it would push the last block to a third sheet.
    const last = { ...block, pieces: rows(1, 70) };
    expect(cuts([block, short, last]))
      .toEqual([[[0, 0, 1], [1, 0, 2]], [[1, 2, 4], [2, 0, 1]]]); // prettier-ignore
  });

  it('begins what stands under where the columns above it end, on the last of their sheets', () => {
    const block = (height: number): Part => ({ head: 0, again: 0, carry: 0, tail: 0, pieces: rows(1, height) });
    const under = (parts: readonly Part[]) => ({ parts, under: true });
    const places = (columns: Parameters<typeof packColumns>[0]) =>
      packColumns(columns, room).map((sheets) => sheets.map((sheet) => sheet.map(({ part }) => part)));
    // 50 and a gap of 22 leave 28 of 100: the first fits, the second goes to the next sheet.
    expect(places([{ parts: [block(50)], under: false }, under([block(28)]), under([block(29)])])).toEqual([
      [[0]],
      [[0]],
      [[], [0]],
    ]);
    // Two sheets above; the second has 120 − 60 − 22 left.
    const above = { parts: [block(90), block(60)], under: false };
    expect(places([above, under([block(38)]), under([block(39)])])).toEqual([
      [[0], [1]],
      [[], [0]],
      [[], [], [0]],
    ]);
  });

  it('moves a chart whole, and scales one that is higher than a sheet', () => {
    const chart = (height: number): Part => ({ head: 0, again: 0, carry: 0, tail: 0, pieces: rows(1, height) });
    expect(cuts([chart(60), chart(60)])).toEqual([[[0, 0, 1]], [[1, 0, 1]]]);
    expect(pack([chart(240)], room)).toEqual([[], [{ part: 0, from: 0, to: 1, scale: 0.5 }]]);
  });

  it('places blocks without any pieces', () => {
    expect(cuts([table(0), table(0)])).toEqual([[[0, 0, 0], [1, 0, 0]]]); // prettier-ignore
  });

  it('for any blocks: each piece once and in order, no sheet above its room, no sheet without anything', () => {
    const piece = fc.record({ height: fc.integer({ min: 1, max: 90 }), keep: fc.boolean() });
    const part = fc.record({
      head: fc.integer({ min: 0, max: 40 }),
      again: fc.integer({ min: 0, max: 30 }),
      carry: fc.integer({ min: 0, max: 20 }),
      tail: fc.integer({ min: 0, max: 20 }),
      pieces: fc.array(piece, { maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.integer({ min: 60, max: 200 }), (parts, first) => {
        const space = { first, next: 200 };
        const sheets = pack(parts, space);
        const slices = sheets.flat();
        parts.forEach((one, index) => {
          const own = slices.filter((slice) => slice.part === index);
          expect(own.flatMap(({ from, to }) => one.pieces.slice(from, to))).toEqual(one.pieces);
          expect(own.map(({ from }) => from)).toEqual([0, ...own.slice(0, -1).map(({ to }) => to)]);
        });
        expect(slices.map((slice) => slice.part)).toEqual(slices.map((slice) => slice.part).toSorted((a, b) => a - b));
        sheets.forEach((sheet, index) => {
          const gaps = Math.max(0, sheet.length - 1) * PART_GAP;
          const height = sheet.reduce((sum, { part: at, from, to, scale }) => {
            const one = parts[at];
            return one === undefined ? sum : sum + sliceHeight(one, from, to) * scale;
          }, gaps);
          expect(height).toBeLessThanOrEqual((index === 0 ? space.first : space.next) + 1e-9);
          if (index > 0) expect(sheet.length).toBeGreaterThan(0);
        });
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

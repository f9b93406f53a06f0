import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatNumber } from '#shared/format.ts';
import { numberText } from '#shared/report-text.ts';
import type { BlockOf } from '#shared/report-content.ts';
import { figuresAcross, joinLines } from '../../../renderer/print/blocks/blocks.model.ts';
import { carriedTo } from '../../../renderer/print/blocks/carried.model.ts';
import { barPlace, barRange, columnWidths } from '../../../renderer/print/blocks/columns.model.ts';
import { contrastOnWhite, headingColour } from '../../../renderer/print/heading-colour.model.ts';
import { sheetRoom } from '../../../renderer/print/paper.model.ts';

type Table = BlockOf<'table'>;
const money = { unit: 'money', scale: null, decimals: 2, signed: false } as const;

function table(values: readonly (number | null)[], kind: 'row' | 'group' = 'row'): Table {
  return {
    is: 'table',
    place: 'main',
    title: '',
    note: null,
    columns: [
      { label: 'Kund', written: null, as: 'plain', carried: false },
      { label: 'Utfall', written: money, as: 'bar', carried: true },
    ],
    rows: values.map((value) => ({
      kind,
      cells: [
        { text: 'A', value: null, tone: 'neutral' },
        { text: '', value, tone: 'neutral' },
      ],
    })),
  };
}

describe('what is carried over a break', () => {
  it('is the exact sum of the rows above it, written as the column is', () => {
    const sums = carriedTo(table([0.1, 0.2, null, 1_000_000.05]));
    expect(sums(0)).toEqual([null, 0]);
    expect(sums(2)).toEqual([null, 0.3]);
    expect(sums(4)).toEqual([null, 1_000_000.35]);
    expect(numberText(sums(4)[1] ?? 0, money, 'sv-SE')).toBe(formatNumber(1_000_000.35, 'sv-SE', 2));
  });

  it('leaves out groups and totals, which are sums themselves', () => {
    expect(carriedTo(table([5, 6], 'group'))(2)).toEqual([null, 0]);
  });

  it('equals the sum in ten-thousandths, however many rows there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 300 }), (units) => {
        const sums = carriedTo(table(units.map((unit) => unit / 10_000)));
        const at = Math.floor(units.length / 2);
        expect(sums(at)[1]).toBe(units.slice(0, at).reduce((sum, unit) => sum + unit, 0) / 10_000);
      }),
      { seed: 11 },
    );
  });
});

describe('the columns of a table', () => {
  const wish = (natural: number, least = natural) => ({ natural, least });

  it('fill their room: what is over is shared out, what is missing is taken from those that can give', () => {
    expect(columnWidths([wish(100), wish(300)], 800)).toEqual({ widths: [200, 600], scale: 1 });
    // 100 is missing; the first can give nothing, the second all of it.
    expect(columnWidths([wish(100), wish(300, 150)], 300)).toEqual({ widths: [100, 200], scale: 1 });
    // 60 of the 80 that 40 and 120 could give.
    expect(columnWidths([wish(100, 60), wish(300, 180)], 280).widths).toEqual([70, 210]);
  });

  it('are drawn smaller where even the least is too wide, never cut', () => {
    expect(columnWidths([wish(300), wish(300)], 300)).toEqual({ widths: [300, 300], scale: 0.5 });
  });

  it('have bars from one zero that stays where it is', () => {
    const range = barRange(table([-2, 6, null]), 'money');
    expect(range).toEqual({ from: -2, to: 6 });
    expect(barPlace(-2, range)).toEqual({ left: 0, length: 0.25, zero: 0.25 });
    expect(barPlace(6, range)).toEqual({ left: 0.25, length: 0.75, zero: 0.25 });
    expect(barRange(table([3, 4]), 'money').from).toBe(0);
    expect(barPlace(0, { from: 0, to: 0 }).length).toBe(0);
  });
});

test('figures are spread evenly over their rows', () => {
  // 671 holds four of 145 with 22 between: 4 × 145 + 3 × 22 = 646.
  expect(figuresAcross(10, 671)).toBe(4);
  expect(figuresAcross(6, 840)).toBe(3);
  expect(figuresAcross(1, 671)).toBe(1);
});

test('lines of a paragraph that stand together are one stretch of it', () => {
  const line = (paragraph: number, from: number, to: number, last = false) => ({ paragraph, from, to, last });
  expect(joinLines([line(0, 10, 20), line(0, 20, 31, true), line(1, 0, 8, true)])).toEqual([
    line(0, 10, 31, true),
    line(1, 0, 8, true),
  ]);
});

test('headings keep a colour that can be read and darken one that cannot', () => {
  expect(headingColour('#1f5fbf')).toBe('#1f5fbf');
  expect(headingColour('#000000')).toBe('#000000');
  const dark = headingColour('#ffd200');
  const channels = [1, 3, 5].map((at) => Number.parseInt(dark.slice(at, at + 2), 16));
  expect(contrastOnWhite(channels)).toBeGreaterThanOrEqual(4.5);
  // Known pairs: black on white is 21, #767676 the lightest grey at 4.54, white on white 1.
  expect(contrastOnWhite([0, 0, 0])).toBeCloseTo(21, 9);
  expect(contrastOnWhite([0x76, 0x76, 0x76])).toBeCloseTo(4.54, 2);
  expect(contrastOnWhite([255, 255, 255])).toBeCloseTo(1, 9);
});

test('a sheet is as large as its paper', () => {
  // 297 mm are 297 / 25.4 × 96 pixels.
  const lying = sheetRoom({ size: 'a4', turn: 'landscape' });
  expect(lying.width).toBeCloseTo(1122.52, 2);
  expect(lying.height).toBeCloseTo(793.7, 2);
  expect(lying.columns?.main).toBeCloseTo(1122.52 - 104 - 316 - 32, 2);
  const letter = sheetRoom({ size: 'letter', turn: 'portrait' });
  expect([letter.width, letter.height].map(Math.round)).toEqual([816, 1056]);
  expect(letter.columns).toBeNull();
});

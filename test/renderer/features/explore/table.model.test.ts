import { describe, expect, it } from 'vitest';
import type { GridLine } from '#shared/grid.ts';
import {
  between,
  columnAt,
  columnStart,
  columnsWidth,
  inSight,
  pagesOf,
  stretched,
} from '../../../../renderer/features/explore/grid-geometry.model.ts';
import { tableAction } from '../../../../renderer/features/explore/grid-keys.model.ts';
import { headRow, rowHead } from '../../../../renderer/features/explore/lines.model.ts';
import { bar, heat } from '../../../../renderer/features/explore/shade.model.ts';

const line = (path: readonly (string | null)[], more: Partial<GridLine> = {}): GridLine => ({
  path: [...path],
  other: false,
  parent: false,
  folded: false,
  value: null,
  ...more,
});

describe('where columns are', () => {
  const columns = { count: 7, each: [100, 60] };

  it('repeat the widths of the values', () => {
    expect([0, 1, 2, 3, 7].map((index) => columnStart(columns, index))).toEqual([0, 100, 160, 260, 580]);
    expect(columnsWidth(columns)).toBe(580);
  });

  it('hold the place under the pointer, the last one all that lies beyond', () => {
    expect([0, 99, 100, 159, 160, 10_000].map((x) => columnAt(columns, x))).toEqual([0, 0, 1, 1, 2, 6]);
  });

  it('fill the room evenly up to a width, and give way where there is none', () => {
    expect(stretched([100, 50], 2, 300, 500)).toEqual([200, 100]);
    expect(stretched([100, 50], 2, 300, 160)).toEqual([160, 100]);
    expect(stretched([100, 50], 2, 100, 160)).toEqual([100, 50]);
    expect(between([60, 60], [60, 100], 140, 2)).toEqual([60, 80]);
    expect(between([60, 60], [60, 100], 100, 2)).toEqual([60, 100]);
  });

  it('are fetched by the pages in sight', () => {
    expect(pagesOf({ from: 90, to: 210 }, 100)).toEqual([0, 1, 2]);
    expect(pagesOf({ from: 100, to: 200 }, 100)).toEqual([1]);
    expect(pagesOf({ from: 5, to: 5 }, 100)).toEqual([]);
    expect(inSight(3, 10, 12, 6)).toEqual({ from: 0, to: 12 });
  });
});

describe('the head', () => {
  const lines = [
    line(['2026'], { parent: true }),
    line(['2026', 'Q1']),
    line(['2026', 'Q2']),
    line(['2027'], { parent: true, folded: true }),
    line([]),
  ];

  it('joins the columns of a group, and has the total once', () => {
    expect(
      headRow(lines, 0, 0).map(({ from, to, kind, path, folded }) => [kind, from, to, path.join('/'), folded]),
    ).toEqual([
      ['group', 0, 3, '2026', false],
      ['group', 3, 4, '2027', true],
      ['total', 4, 5, '', false],
    ]);
  });

  it('has a subtotal under its group, and nothing under one that is folded', () => {
    expect(headRow(lines, 0, 1).map(({ kind, path }) => [kind, path.join('/')])).toEqual([
      ['subtotal', '2026'],
      ['group', '2026/Q1'],
      ['group', '2026/Q2'],
      ['blank', '2027'],
      ['blank', ''],
    ]);
  });

  it('names rows by their own name below their group, or once for all lines that share it', () => {
    expect(rowHead(line(['Norr', 'Te']), line(['Norr'], { parent: true }), true).names).toEqual([
      { depth: 1, name: 'Te', path: ['Norr', 'Te'] },
    ]);
    const names = (before: GridLine | undefined) =>
      rowHead(line(['Norr', 'Te']), before, false).names.map(({ name }) => name);
    expect([names(line(['Norr', 'Kaffe'])), names(line(['Export', 'Te'])), names(undefined)]).toEqual([
      ['Te'],
      ['Norr', 'Te'],
      ['Norr', 'Te'],
    ]);
    expect(rowHead(line(['Norr'], { parent: true }), line(['Norr', 'Te']), false).kind).toBe('subtotal');
    expect(rowHead(line([]), undefined, true).kind).toBe('total');
  });
});

describe('the keys of the table', () => {
  const size = { rows: 100, columns: 8, page: 10, across: 4 };
  const press = (
    key: string,
    more: { shift?: boolean; command?: boolean; alt?: boolean } = {},
    at = { row: 5, column: 2 },
  ) => tableAction({ key, shift: false, command: false, alt: false, ...more }, at, size);
  const to = (row: number, column: number) => ({ do: 'move', to: { row, column } });

  it('move as in a spreadsheet and stay within it; left of the first column is the header of the row', () => {
    expect(press('ArrowDown')).toEqual(to(6, 2));
    expect(press('ArrowLeft', {}, { row: 5, column: 0 })).toEqual(to(5, -1));
    expect(press('ArrowLeft', {}, { row: 5, column: -1 })).toEqual(to(5, -1));
    expect(press('PageDown', {}, { row: 95, column: 2 })).toEqual(to(99, 2));
    expect(press('PageDown', { alt: true })).toEqual(to(5, 6));
    expect([press('Home'), press('End')]).toEqual([to(5, 0), to(5, 7)]);
    expect([press('Home', { command: true }), press('End', { command: true })]).toEqual([to(0, 0), to(99, 7)]);
  });

  it('open the passport, the menu, a fold, and copy', () => {
    expect([
      press('Enter'),
      press('ContextMenu'),
      press('F10', { shift: true }),
      press('c', { command: true }),
    ]).toEqual([{ do: 'passport' }, { do: 'menu' }, { do: 'menu' }, { do: 'copy' }]);
    expect(press('ArrowLeft', { alt: true })).toEqual({ do: 'fold', folded: true });
    expect([press('a'), press('F10'), press('Tab')]).toEqual([null, null, null]);
  });
});

describe('tints and bars', () => {
  it('go from the least to the greatest, and show both sides of zero for changes', () => {
    const value = { show: { as: 'value' }, direction: 'higher' } as const;
    expect(heat(0.3, { least: 0.2, greatest: 0.4 }, value)).toMatchObject({
      ink: 'good',
      strength: expect.closeTo(0.5, 9) as number,
    });
    expect(heat(0.5, { least: 0.2, greatest: 0.4 }, value)).toMatchObject({ strength: 1 });
    const change = { show: { as: 'difference', from: { what: 'last-year' } }, direction: 'lower' } as const;
    expect(heat(-5, { least: -10, greatest: 4 }, change)).toEqual({ as: 'heat', ink: 'good', strength: 0.5 });
    expect(heat(7, { least: 7, greatest: 7 }, value)).toBeNull();
  });

  it('draw a bar from zero, which lies within', () => {
    expect(bar(50, { least: 10, greatest: 200 })).toEqual({ as: 'bar', ink: 'actual', from: 0, to: 0.25 });
    expect(bar(-50, { least: -100, greatest: 100 })).toEqual({ as: 'bar', ink: 'bad', from: 0.25, to: 0.5 });
    expect(bar(0, { least: 0, greatest: 9 })).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { chartOf, values } from '../../shared/charts/sample-model.ts';
import { nextPlace, placeAt, type Reading } from '../../../renderer/charts/points/find-place.model.ts';
import { rangeBox, stretchOf } from '../../../renderer/charts/points/use-range.ts';
import type { Place } from '../../../renderer/charts/scene/place.ts';

const model = chartOf('column', [values(1, 2, 3)]);
const [series] = model.series;
const [category] = model.categories;
const [point] = series?.points ?? [];
function place(along: number, across = 0, box = { left: along * 50, top: across * 100, width: 40, height: 90 }): Place {
  if (series === undefined || category === undefined || point === undefined) throw new Error('a chart of three');
  return { target: { series, category, point }, box, along, across };
}
const grid = [0, 1].flatMap((across) => [0, 1, 2].map((along) => place(along, across)));

describe('keys', () => {
  test('move along the categories and between the series, and stop at the ends', () => {
    expect(nextPlace('ArrowRight', 0, grid, 'across')).toBe(1);
    expect(nextPlace('ArrowRight', 2, grid, 'across')).toBe(2);
    expect(nextPlace('ArrowDown', 1, grid, 'across')).toBe(4);
    expect(nextPlace('ArrowUp', 4, grid, 'across')).toBe(1);
    expect(nextPlace('Home', 5, grid, 'across')).toBe(3);
    expect(nextPlace('End', 3, grid, 'across')).toBe(5);
    expect(nextPlace('Tab', 0, grid, 'across')).toBeNull();
  });
  test('read rows downwards', () => {
    expect(nextPlace('ArrowDown', 0, grid, 'down')).toBe(1);
    expect(nextPlace('ArrowRight', 0, grid, 'down')).toBe(3);
  });
  test('move with all four arrows in a chart of one series', () => {
    const single = grid.slice(0, 3);
    expect(['ArrowRight', 'ArrowDown'].map((key) => nextPlace(key, 0, single, 'free'))).toEqual([1, 1]);
  });
  test('begin at the first mark, skip what has none, and find nothing in an empty chart', () => {
    expect(nextPlace('ArrowRight', null, grid, 'across')).toBe(0);
    expect(nextPlace('ArrowRight', 0, [place(0), place(2)], 'across')).toBe(1);
    expect(nextPlace('ArrowDown', 1, [place(0), place(2), place(1, 1)], 'across')).toBe(2);
    expect(nextPlace('ArrowRight', null, [], 'across')).toBeNull();
  });
});

describe('the pointer', () => {
  test('means the nearest column, however low it is', () => {
    expect(placeAt([place(0), place(1, 0, { left: 50, top: 85, width: 40, height: 5 })], 60, 2, 'across')).toBe(1);
  });
  test('means a cell of a grid only when it is on it, a dot only within reach', () => {
    expect(placeAt(grid, 45, 50, 'grid')).toBeNull();
    expect(placeAt([place(0, 0, { left: 0, top: 0, width: 10, height: 10 })], 60, 5, 'free')).toBeNull();
    expect(placeAt([place(0, 0, { left: 0, top: 0, width: 10, height: 10 })], 20, 5, 'free')).toBe(0);
  });
  test('means the slice it is on', () => {
    const slice = (from: number, to: number): Place => ({
      ...place(0),
      slice: { middle: { x: 50, y: 50 }, radius: 40, from, to },
    });
    const slices = [slice(0, 0.25), slice(0.25, 1)];
    expect(placeAt(slices, 60, 30, 'free')).toBe(0);
    expect(placeAt(slices, 40, 30, 'free')).toBe(1);
    expect(placeAt(slices, 95, 95, 'free')).toBeNull();
  });
});

describe('a range', () => {
  test('covers its categories from edge to edge, in a grid the cells alone', () => {
    const size = { width: 150, height: 200 };
    const box = (reading: Reading) => rangeBox({ from: 2, to: 1 }, grid, size, reading);
    expect(box('across')).toEqual({ left: 50, top: 0, width: 90, height: 200 });
    expect(box('grid')).toEqual({ left: 50, top: 0, width: 90, height: 190 });
    expect(box('down')).toEqual({ left: 0, top: 0, width: 150, height: 190 });
  });
  test('is the categories as they are drawn, each once, whatever order the model has; levels and totals are none', () => {
    const named = (along: number, key: string, level = false): Place => {
      const { target, ...drawn } = place(along);
      return category === undefined
        ? place(along)
        : { ...drawn, target: { ...target, category: { ...category, key, level } } };
    };
    const drawn = [named(0, 'before', true), named(1, 'c'), named(2, 'a'), named(2, 'a'), named(3, 'b')];
    const keys = (from: number, to: number) => stretchOf({ from, to }, drawn).map(({ key }) => key);
    expect(keys(0, 2)).toEqual(['c', 'a']);
    expect(keys(3, 1)).toEqual(['c', 'a', 'b']);
    expect(keys(0, 0)).toEqual([]);
  });
});

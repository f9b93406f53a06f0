import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  freePlace,
  inReadingOrder,
  movedTo,
  packed,
  reflowed,
  resized,
  stepped,
  type Placed,
} from '../../../../renderer/features/dashboards/grid.model.ts';

const at = (id: string, x: number, y: number, width: number, height: number): Placed => ({
  id,
  place: { x, y, width, height },
});
/** 'a 0,0 b 2,0': where each stands. */
const said = (tiles: readonly Placed[]): string =>
  tiles.map(({ id, place }) => `${id} ${String(place.x)},${String(place.y)}`).join(' ');

/** Three cards, a chart under two thirds, a table beside it. */
const PAGE = [at('a', 0, 0, 4, 3), at('b', 4, 0, 4, 3), at('c', 8, 0, 4, 3), at('d', 0, 3, 8, 7), at('e', 8, 3, 4, 7)];

describe('packing', () => {
  test('closes the rows above', () => {
    expect(said(packed([at('a', 0, 9, 2, 3), at('b', 0, 20, 2, 3), at('c', 6, 4, 2, 3)]))).toBe('a 0,0 b 0,3 c 6,0');
  });

  test('pushes what overlaps below', () => {
    expect(said(packed([at('a', 0, 0, 6, 3), at('b', 4, 1, 4, 2)]))).toBe('a 0,0 b 4,3');
  });
});

describe('a step by keyboard', () => {
  test('sideways changes places with the neighbour, of any width', () => {
    expect(said(stepped(PAGE, 'a', 'right'))).toBe('a 4,0 b 0,0 c 8,0 d 0,3 e 8,3');
    expect(said(stepped(PAGE, 'd', 'right'))).toBe('a 0,0 b 4,0 c 8,0 d 4,3 e 0,3');
    expect(said(stepped(stepped(PAGE, 'd', 'right'), 'd', 'left'))).toBe(said(PAGE));
  });

  test('sideways without neighbour goes by a column, and ends at the edge', () => {
    const alone = [at('a', 0, 0, 10, 3)];
    expect(said(stepped(stepped(alone, 'a', 'right'), 'a', 'right'))).toBe('a 2,0');
    expect(stepped(alone, 'a', 'left')).toBe(alone);
  });

  test('down goes past what is below, up comes back', () => {
    expect(said(stepped(PAGE, 'c', 'down'))).toBe('a 0,0 b 4,0 c 8,7 d 0,3 e 8,0');
    expect(said(stepped(stepped(PAGE, 'c', 'down'), 'c', 'up'))).toBe(said(PAGE));
    expect(said(stepped(PAGE, 'd', 'up'))).toBe('a 0,7 b 4,7 c 8,0 d 0,0 e 8,3');
    expect(stepped(PAGE, 'e', 'down')).toBe(PAGE);
    expect(stepped(PAGE, 'a', 'up')).toBe(PAGE);
  });
});

describe('putting down', () => {
  test('on one of the same size changes places with it', () => {
    expect(said(movedTo(PAGE, 'a', { x: 7, y: 0 }))).toBe('a 8,0 b 4,0 c 0,0 d 0,3 e 8,3');
  });

  test('on the upper half of another goes before it, on the lower half after it', () => {
    expect(said(movedTo(PAGE, 'a', { x: 2, y: 4 }))).toBe('a 2,3 b 4,0 c 8,0 d 0,6 e 8,3');
    expect(said(movedTo(PAGE, 'a', { x: 2, y: 8 }))).toBe('a 2,10 b 4,0 c 8,0 d 0,3 e 8,3');
  });
});

test('a tile made larger pushes the others down and stays within the columns', () => {
  const least = { width: 2, height: 2 };
  expect(resized(PAGE, 'a', { width: 5, height: 3 }, least)[1]?.place).toEqual({ x: 4, y: 3, width: 4, height: 3 });
  expect(resized(PAGE, 'e', { width: 9, height: 1 }, least)[4]?.place).toEqual({ x: 8, y: 3, width: 4, height: 2 });
});

test('a new tile stands beside others where it fits, else below', () => {
  expect(freePlace([], 2, 3)).toEqual({ x: 0, y: 0, width: 2, height: 3 });
  expect(freePlace(PAGE.slice(0, 2), 4, 3)).toEqual({ x: 8, y: 0, width: 4, height: 3 });
  expect(freePlace(PAGE, 4, 3)).toEqual({ x: 0, y: 10, width: 4, height: 3 });
});

test('in a narrow window tiles flow in reading order, and the last of an uneven row fills it', () => {
  const narrow = reflowed(PAGE, ({ place }) => (place.height === 3 ? 6 : place.width === 8 ? 7 : 4));
  expect(narrow.map(({ place }) => [place.x, place.y, place.width])).toEqual([
    [0, 0, 6],
    [6, 0, 6],
    [0, 3, 6],
    [0, 6, 7],
    [7, 6, 5],
  ]);
});

/** Any tiles anywhere. */
const tiles = fc
  .array(
    fc
      .record({
        x: fc.integer({ min: 0, max: 11 }),
        y: fc.integer({ min: 0, max: 20 }),
        width: fc.integer({ min: 1, max: 12 }),
        height: fc.integer({ min: 1, max: 8 }),
      })
      .map((place) => ({ ...place, width: Math.min(place.width, 12 - place.x) })),
    { maxLength: 12 },
  )
  .map((places) => packed(places.map((place, index) => ({ id: `t${String(index)}`, place }))));

function check(before: readonly Placed[], after: readonly Placed[]): void {
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const taken = new Set<string>();
  for (const { place } of after) {
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.x + place.width).toBeLessThanOrEqual(12);
    for (let x = place.x; x < place.x + place.width; x++) {
      for (let y = place.y; y < place.y + place.height; y++) {
        expect(taken.has(`${String(x)} ${String(y)}`)).toBe(false);
        taken.add(`${String(x)} ${String(y)}`);
      }
    }
  }
  // Nothing hangs: above each tile is another one, or the top.
  for (const { place } of after) {
    const columns = Array.from({ length: place.width }, (_, i) => place.x + i);
    expect(place.y === 0 || columns.some((x) => taken.has(`${String(x)} ${String(place.y - 1)}`))).toBe(true);
  }
}

test('whatever is moved or resized, no tiles overlap, none is lost and none hangs in the air', () => {
  const step = fc.constantFrom('left', 'right', 'up', 'down');
  fc.assert(
    fc.property(tiles, fc.nat(11), step, fc.nat(12), fc.nat(24), (all, index, direction, x, y) => {
      const id = all[index]?.id ?? '';
      check(all, stepped(all, id, direction));
      check(all, movedTo(all, id, { x, y }));
      check(all, resized(all, id, { width: x, height: y }, { width: 1, height: 1 }));
      expect(packed(all).every((tile, at) => tile === all[at])).toBe(true);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('a way by keyboard leads from any place to the first', () => {
  fc.assert(
    fc.property(tiles, (all) => {
      const last = inReadingOrder(all).at(-1);
      if (last === undefined) return;
      let now = all;
      for (let i = 0; i < 30; i++) now = stepped(now, last.id, 'up');
      expect(now.find(({ id }) => id === last.id)?.place.y).toBe(0);
    }),
    { seed: 5, numRuns: 200 },
  );
});

import { GRID_COLUMNS } from '#shared/dashboard-grid.ts';
import type { Place } from '#shared/dashboards.ts';

/** What has a place on the grid. Functions here give all tiles back, in the order they came. */
export interface Placed {
  readonly id: string;
  readonly place: Place;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const overlap = (a: Place, b: Place): boolean => sharesColumns(a, b) && a.y < b.y + b.height && b.y < a.y + a.height;

/** As people read: from the top, then from the left. */
export function inReadingOrder<T extends Placed>(tiles: readonly T[]): readonly T[] {
  return tiles.toSorted((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
}

/**
 * The tiles without overlaps and without empty space above any of them, each as high as those before it in its columns let it. The tile
 * named goes before (`turn` -1) or after (1) others whose top is on the same row. Example: one tile alone on row 9 comes to stand on row 0.
 */
export function packed<T extends Placed>(
  tiles: readonly T[],
  named: string | null = null,
  turn: -1 | 1 = -1,
): readonly T[] {
  const rank = (tile: T): number => (tile.id === named ? turn : 0);
  const queue = tiles.toSorted((a, b) => a.place.y - b.place.y || rank(a) - rank(b) || a.place.x - b.place.x);
  const placed = new Map<string, Place>();
  for (const { id, place } of queue) placed.set(id, { ...place, y: topOf(place, [...placed.values()]) });
  return tiles.map((tile) => withPlace(tile, placed.get(tile.id) ?? tile.place));
}

const sharesColumns = (a: Place, b: Place): boolean => a.x < b.x + b.width && b.x < a.x + a.width;

/** Where a tile falling upwards is stopped: below the lowest tile of its columns. */
function topOf(place: Place, others: readonly Place[]): number {
  return Math.max(0, ...others.filter((other) => sharesColumns(place, other)).map(({ y, height }) => y + height));
}

function withPlace<T extends Placed>(tile: T, place: Place): T {
  const { x, y, width, height } = tile.place;
  const isSame = x === place.x && y === place.y && width === place.width && height === place.height;
  return isSame ? tile : { ...tile, place };
}

function replaced<T extends Placed>(tiles: readonly T[], id: string, change: (place: Place) => Place): readonly T[] {
  return tiles.map((tile) => (tile.id === id ? withPlace(tile, change(tile.place)) : tile));
}

/**
 * Puts a tile down with its upper left corner there: on another of its size the two change places; on the upper half of any other it goes
 * before it, on the lower half after it.
 */
export function movedTo<T extends Placed>(
  tiles: readonly T[],
  id: string,
  { x, y }: { readonly x: number; readonly y: number },
): readonly T[] {
  const tile = tiles.find((each) => each.id === id);
  if (tile === undefined) return tiles;
  const { width, height } = tile.place;
  const target = { width, height, x: Math.min(Math.max(0, x), GRID_COLUMNS - width), y: Math.max(0, y) };
  const under = (at: Placed, left: number, top: number): boolean =>
    at.id !== id && overlap(at.place, { x: left, y: top, width: 0, height: 0 });
  const [middle, half] = [target.x + width / 2, target.y + height / 2];
  const twin = tiles.find(
    (each) => each.place.width === width && each.place.height === height && under(each, middle, half),
  );
  if (twin !== undefined) return swapped(tiles, tile, twin);
  const hit = tiles.find((each) => under(each, middle, target.y + 0.5));
  const isBelow = hit !== undefined && target.y >= hit.place.y + hit.place.height / 2;
  const placed = replaced(tiles, id, () => ({ ...target, y: hit?.place.y ?? target.y }));
  return packed(placed, id, isBelow ? 1 : -1);
}

function swapped<T extends Placed>(tiles: readonly T[], a: T, b: T): readonly T[] {
  return packed(
    tiles.map((tile) =>
      tile.id === a.id ? withPlace(tile, b.place) : tile.id === b.id ? withPlace(tile, a.place) : tile,
    ),
  );
}

const sameRow = (a: Place, b: Place): boolean => a.y === b.y && a.height === b.height;

/**
 * One step by keyboard, the same tiles when there is no way: sideways past a neighbour of the same row, else by a column; up and
 * down past what stands there. Example: the first of two cards beside each other moved right stands second.
 */
export function stepped<T extends Placed>(tiles: readonly T[], id: string, direction: Direction): readonly T[] {
  const tile = tiles.find((each) => each.id === id);
  if (tile === undefined) return tiles;
  const { place } = tile;
  if (direction === 'left' || direction === 'right') {
    const right = direction === 'right';
    const neighbour = tiles.find(
      ({ place: other }) =>
        sameRow(place, other) && (right ? other.x === place.x + place.width : other.x + other.width === place.x),
    );
    if (neighbour !== undefined) {
      const start = Math.min(place.x, neighbour.place.x);
      const [before, after] = right ? [neighbour, tile] : [tile, neighbour];
      return packed(
        tiles.map((each) =>
          each.id === before.id
            ? withPlace(each, { ...each.place, x: start })
            : each.id === after.id
              ? withPlace(each, { ...each.place, x: start + before.place.width })
              : each,
        ),
      );
    }
    const x = place.x + (right ? 1 : -1);
    return x < 0 || x + place.width > GRID_COLUMNS ? tiles : movedTo(tiles, id, { x, y: place.y });
  }
  return direction === 'up' ? risen(tiles, tile) : sunk(tiles, tile);
}

/** Before the tile that it rests against. */
function risen<T extends Placed>(tiles: readonly T[], { id, place }: T): readonly T[] {
  const above = tiles.filter((each) => sharesColumns(each.place, place) && each.place.y < place.y);
  if (above.length === 0) return tiles;
  const bottom = Math.max(...above.map((each) => each.place.y + each.place.height));
  const y = Math.min(...above.flatMap(({ place: { y: top, height } }) => (top + height === bottom ? [top] : [])));
  return packed(
    replaced(tiles, id, (at) => ({ ...at, y })),
    id,
  );
}

/** After the next tile below it. */
function sunk<T extends Placed>(tiles: readonly T[], { id, place }: T): readonly T[] {
  const below = tiles.filter((each) => sharesColumns(each.place, place) && each.place.y > place.y);
  if (below.length === 0) return tiles;
  const y = Math.min(...below.map((each) => each.place.y));
  return packed(
    replaced(tiles, id, (at) => ({ ...at, y })),
    id,
    1,
  );
}

/** Wider, narrower, taller or lower by one, within the columns and never below `least`. */
export function resized<T extends Placed>(
  tiles: readonly T[],
  id: string,
  size: { readonly width: number; readonly height: number },
  least: { readonly width: number; readonly height: number },
): readonly T[] {
  return packed(
    replaced(tiles, id, (place) => ({
      ...place,
      width: Math.min(Math.max(least.width, size.width), GRID_COLUMNS - place.x),
      height: Math.min(Math.max(least.height, size.height), 40),
    })),
    id,
  );
}

/** Where a new tile goes: beside the last tiles where it fits there, else below all. */
export function freePlace(tiles: readonly Placed[], width: number, height: number): Place {
  const places = tiles.map(({ place }) => place);
  const bottom = Math.max(0, ...places.map(({ y, height: tall }) => y + tall));
  const starts = Array.from({ length: GRID_COLUMNS - width + 1 }, (_, x) => ({ x, width, height, y: 0 }));
  const fitting = starts.map((start) => ({ ...start, y: topOf(start, places) })).find(({ y }) => y + height <= bottom);
  return fitting ?? { x: 0, y: bottom, width, height };
}

/**
 * The tiles for a narrow window: in reading order, each as wide as `widthOf` says, as many beside each other as fit; the last of a row
 * takes what is left when nothing more fits there.
 */
export function reflowed<T extends Placed>(tiles: readonly T[], widthOf: (tile: T) => number): readonly T[] {
  const placed = new Map<string, Place>();
  let row: T[] = [];
  let y = 0;
  const endRow = (): void => {
    let x = 0;
    const height = Math.max(0, ...row.map(({ place }) => place.height));
    const left = GRID_COLUMNS - row.reduce((sum, tile) => sum + widthOf(tile), 0);
    const isWhole = row.every((tile) => widthOf(tile) === widthOf(row[0] ?? tile));
    for (const [at, tile] of row.entries()) {
      const width = widthOf(tile) + (at === row.length - 1 && !isWhole ? left : 0);
      placed.set(tile.id, { x, y, width, height });
      x += width;
    }
    y += height;
    row = [];
  };
  for (const tile of inReadingOrder(tiles)) {
    const taken = row.reduce((sum, each) => sum + widthOf(each), 0);
    if (taken + widthOf(tile) > GRID_COLUMNS) endRow();
    row.push(tile);
  }
  endRow();
  return tiles.map((tile) => withPlace(tile, placed.get(tile.id) ?? tile.place));
}

import type { Place } from '../scene/place.ts';
import type { Box } from '../scene/scene.ts';

/** How much more nearness along the axis counts: a column's whole height is its own. */
const ALONG = 1000;
/** Marks that lie apart are found this far away, CSS pixels. */
const REACH = 28;

const outside = (value: number, from: number, length: number): number =>
  Math.max(0, from - value, value - from - length);

export const boxDistance = ({ left, top, width, height }: Box, x: number, y: number): readonly [number, number] => [
  outside(x, left, width),
  outside(y, top, height),
];

/** How pointers and keys read a chart: along its columns, down its rows, or as dots and slices that lie anywhere. */
export type Reading = 'across' | 'down' | 'grid' | 'free';

/** The mark under the pointer, or null. In columns and rows the nearest along the axis; among dots within reach; of a pie its slice. */
export function placeAt(places: readonly Place[], x: number, y: number, reading: Reading): number | null {
  let [best, least] = [null as number | null, Infinity];
  places.forEach(({ box, slice }, index) => {
    let distance: number;
    if (slice === undefined) {
      const [dx, dy] = boxDistance(box, x, y);
      distance = reading === 'across' ? dx * ALONG + dy : reading === 'down' ? dy * ALONG + dx : Math.hypot(dx, dy);
      if (reading === 'grid' && distance > 2) return;
      if (reading === 'free' && distance > REACH) return;
    } else {
      const [dx, dy] = [x - slice.middle.x, y - slice.middle.y];
      const turn = (Math.atan2(dx, -dy) / (2 * Math.PI) + 1) % 1;
      if (Math.hypot(dx, dy) > slice.radius || turn < slice.from || turn >= slice.to) return;
      distance = 0;
    }
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/**
 * The mark a key leads to, or null for keys that are none of the chart's. Arrows along the axis move between categories, those across it
 * between series; a chart of one series reads the same with all four. Example: ArrowRight on the third of twelve columns is the fourth.
 */
export function nextPlace(
  key: string,
  current: number | null,
  places: readonly Place[],
  reading: Reading,
): number | null {
  if (places.length === 0) return null;
  if (key === 'Home' || key === 'End') return endOf(places, key, places[current ?? 0]?.across ?? 0);
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  if (sign === 0) return null;
  const here = places[current ?? -1];
  if (here === undefined) return 0;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const single = places.every(({ across }) => across === here.across);
  const along = single || sideways === (reading !== 'down');
  return (along ? step(places, here, sign) : change(places, here, sign)) ?? current;
}

function endOf(places: readonly Place[], key: string, across: number): number | null {
  const row = places.flatMap((place, index) => (place.across === across ? [index] : []));
  const by = (a: number, b: number): number => (places[a]?.along ?? 0) - (places[b]?.along ?? 0);
  return (key === 'Home' ? row.toSorted(by)[0] : row.toSorted(by).at(-1)) ?? null;
}

/** The next category of the same series. */
function step(places: readonly Place[], here: Place, sign: number): number | null {
  return nearest(places, (place) => (place.across === here.across ? (place.along - here.along) * sign : 0));
}

/** The next series, at the same category or the one nearest to it. */
function change(places: readonly Place[], here: Place, sign: number): number | null {
  return nearest(places, (place) => {
    const apart = (place.across - here.across) * sign;
    return apart <= 0 ? 0 : apart * 1e6 + Math.abs(place.along - here.along) + 1;
  });
}

/** The place of the smallest positive distance. */
function nearest(places: readonly Place[], distance: (place: Place) => number): number | null {
  let [best, least] = [null as number | null, Infinity];
  places.forEach((place, index) => {
    const away = distance(place);
    if (away > 0 && away < least) [best, least] = [index, away];
  });
  return best;
}

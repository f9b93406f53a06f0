import type { ChartModel } from '#shared/charts/model.ts';
import type { Drawn, Place } from '../scene/place.ts';
import { text, type Shape, type Spot } from '../scene/scene.ts';

const RADIUS = 8;
const POINT = 20;
/** Several remarks at one place stand above each other. */
const STEP = 2 * RADIUS + 2;

interface Layout {
  readonly sideways: boolean;
  readonly area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/**
 * The numbered markers of the remarks: those on a date over the axis with a dotted line up the plot, those on a mark in it. Remarks whose
 * date is not shown have no marker.
 */
export function remarkShapes(
  model: ChartModel,
  places: readonly Place[],
  { sideways, area }: Layout,
): { readonly shapes: readonly Shape[]; readonly markers: Drawn['markers'] } {
  const taken = new Map<string, number>();
  const shapes: Shape[] = [];
  const markers: Drawn['markers'][number][] = [];
  model.annotations.forEach(({ at, series }, index) => {
    const place = places.find(
      ({ target }) => target.category?.key === at && (series === null || target.series.key === series),
    );
    if (place === undefined) return;
    const stacked = taken.get(at) ?? 0;
    taken.set(at, stacked + 1);
    const spot = spotOf(place, stacked, series !== null, sideways, area);
    // A point of a line is joined to its marker; a column stands on its own.
    if (!sideways && series === null && place.box.height <= POINT) {
      shapes.push({
        shape: 'path',
        spots: [{ x: spot.x, y: place.box.top + place.box.height }, spot],
        stroke: 'ink-3',
        width: 1,
        dash: [2, 3],
      });
    }
    shapes.push(
      { shape: 'dot', at: spot, radius: RADIUS, fill: 'surface', stroke: 'ink' },
      text(String(index + 1), spot.x, spot.y + 0.5, { size: 10, weight: 600, fill: 'ink', align: 'center' }),
    );
    const box = { left: spot.x - RADIUS, top: spot.y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
    markers.push({ index, box });
  });
  return { shapes, markers };
}

function spotOf({ box }: Place, stacked: number, onMark: boolean, sideways: boolean, area: Layout['area']): Spot {
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  if (sideways) return { x: area.left + RADIUS + 3 + stacked * STEP, y: middle.y };
  if (onMark) return { x: middle.x, y: Math.max(box.top, area.top) + RADIUS + 3 + stacked * STEP };
  return { x: middle.x, y: area.bottom - RADIUS - 4 - stacked * STEP };
}

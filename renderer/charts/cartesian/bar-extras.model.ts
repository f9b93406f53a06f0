import type { ChartModel } from '#shared/charts/model.ts';
import { hatch } from '../scene/hatch.ts';
import { path, type Shape, type Spot } from '../scene/scene.ts';
import { markOf, type DrawnMark, type Geometry } from './geometry.ts';
import type { Plan } from './plan.model.ts';

const OVERHANG = 3;

/** What bars have beyond themselves: the forecast's hatching and interval, and the target as a thin line across. */
export function barExtras(model: ChartModel, plan: Plan, geometry: Geometry): readonly Shape[] {
  const { sideways, stacked, lines } = plan.shape;
  if (lines) return [];
  const turn = (along: number, across: number): Spot => (sideways ? { x: across, y: along } : { x: along, y: across });
  return plan.families.flatMap(({ actual, previous, forecast, target, ink }) =>
    model.categories.flatMap((_, index): readonly Shape[] => {
      const ahead = forecast === null ? undefined : markOf(geometry, forecast.key, index);
      const own = markOf(geometry, actual.key, index);
      const slot = widest(
        [own, ahead, previous === null ? undefined : markOf(geometry, previous.key, index)].filter(
          (mark) => mark?.bar === true,
        ),
        sideways,
      );
      const forecasted = forecast?.points[index];
      const drawn = ahead !== undefined && actual.points[index]?.value == null && forecasted?.value != null;
      const middle = ahead === undefined ? 0 : sideways ? ahead.end.y : ahead.end.x;
      const { low = null, high = null } = forecasted ?? {};
      const wished = target?.points[index]?.value ?? null;
      return [
        ...(drawn ? hatch(ahead.box, ink) : []),
        ...(drawn && !stacked && low !== null && high !== null
          ? [path('ink', [turn(middle, geometry.at(low, false)), turn(middle, geometry.at(high, false))], 1.25)]
          : []),
        ...(wished !== null && slot !== null && !stacked
          ? [
              path(
                'ink',
                [
                  turn(slot.from - OVERHANG, geometry.at(wished, false)),
                  turn(slot.to + OVERHANG, geometry.at(wished, false)),
                ],
                1.75,
              ),
            ]
          : []),
      ];
    }),
  );
}

/** From the first to the last pixel of what stands at a place, along the axis. */
function widest(
  marks: readonly (DrawnMark | undefined)[],
  sideways: boolean,
): { readonly from: number; readonly to: number } | null {
  const ends = marks.flatMap((mark) => {
    if (mark === undefined) return [];
    const { left, top, width, height } = mark.box;
    return sideways ? [top, top + height] : [left, left + width];
  });
  const finite = ends.filter(Number.isFinite);
  return finite.length === 0 ? null : { from: Math.min(...finite), to: Math.max(...finite) };
}

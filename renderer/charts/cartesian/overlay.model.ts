import type { ChartModel, ChartTarget } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import type { Drawn, Place } from '../scene/place.ts';
import { path, type Box, type Shape } from '../scene/scene.ts';
import { cartesianLegend } from '../labels/legend.model.ts';
import { remarkShapes } from '../labels/remark-marker.model.ts';
import { barExtras } from './bar-extras.model.ts';
import type { Family } from './families.model.ts';
import { markOf, type DrawnMark, type Geometry } from './geometry.ts';
import { endNames, intervalBands, loneDots } from './line-extras.model.ts';
import { notesOf, noteShapes } from './notes.model.ts';
import type { Plan } from './plan.model.ts';
import { valueLabels, type LaidOut } from './value-labels.model.ts';

interface Needs extends LaidOut {
  readonly say: Say;
}

/** What is painted under and over chart.js' own marks, and where the marks are found. */
export interface Overlay extends Drawn {
  readonly under: readonly Shape[];
  readonly over: readonly Shape[];
}

/** Everything chart.js has no part for: hatching, intervals, targets, labels, names, changes, remarks and the broken axis. */
export function cartesianOverlay(needs: Needs): Overlay {
  const { model, plan, geometry, measure, say } = needs;
  const { area } = geometry;
  const places = placesOf(model, plan, geometry);
  const extras = barExtras(model, plan, geometry);
  const remarks = remarkShapes(model, places, { sideways: plan.shape.sideways, area });
  const names = endNames(plan, geometry, measure);
  const notes = notesOf(model, (area.right - area.left) / Math.max(1, model.categories.length), measure);
  return {
    under: intervalBands(plan, geometry),
    over: [
      ...zeroLine(plan, geometry),
      ...extras,
      ...loneDots(plan, geometry),
      // Under the labels, which are set off from what they cross.
      ...remarks.shapes.filter(({ shape }) => shape === 'path'),
      ...valueLabels(
        needs,
        remarks.markers.map(({ box }) => box),
      ),
      ...(names ?? []),
      ...(notes === null ? [] : noteShapes(notes, geometry)),
      ...(plan.axis.broken ? brokenAxis(area) : []),
      ...remarks.shapes.filter(({ shape }) => shape !== 'path'),
    ],
    places,
    markers: remarks.markers,
    legend: cartesianLegend(model, plan, { noted: notes !== null, named: names !== null }, say),
  };
}

/** The line that values below zero hang from. */
function zeroLine({ axis, shape }: Plan, { area, at }: Geometry): readonly Shape[] {
  if (axis.from >= 0) return [];
  const zero = Math.round(at(0, false)) + 0.5;
  return shape.sideways
    ? [
        path('line-strong', [
          { x: zero, y: area.top },
          { x: zero, y: area.bottom },
        ]),
      ]
    : [
        path('ink', [
          { x: area.left, y: zero },
          { x: area.right, y: zero },
        ]),
      ];
}

/** A zigzag through the foot of the value axis, or through the start of the one along the bottom. */
export function brokenAxis({ left, bottom }: Geometry['area'], along = false): readonly Shape[] {
  const zigzag = along
    ? [4, 8, 12, 16].map((x, index) => ({ x: left + x, y: bottom - 4 + (index % 2) * 8 }))
    : [0, 4, 8, 12].map((rise, index) => ({ x: left - 4 + (index % 2) * 8, y: bottom - 4 - rise }));
  return [path('surface', zigzag, 5), path('ink-2', zigzag, 1.25)];
}

/** Each family's mark at each category; where only a target or a comparison stands, that. */
function placesOf(model: ChartModel, plan: Plan, geometry: Geometry): readonly Place[] {
  const families = [...plan.families, ...plan.panel];
  return families.flatMap((family, across) =>
    model.categories.flatMap((category, along): readonly Place[] => {
      const found = drawnAt(family, along, geometry);
      if (found === null) return [];
      const target: ChartTarget = { series: found.series, category, point: found.point };
      const box = framed(found.mark, along, families.length === 1, model, plan, geometry);
      return [{ target, box, along, across }];
    }),
  );
}

function drawnAt(family: Family, index: number, geometry: Geometry) {
  for (const series of [family.actual, family.forecast, family.target, family.previous]) {
    const point = series?.points[index];
    if (series === null || point === undefined || point.value === null) continue;
    const mark = markOf(geometry, series.key, index) ?? markOf(geometry, family.actual.key, index);
    return mark === undefined ? null : { series, point, mark };
  }
  return null;
}

/** A chart of one series gives each mark its whole slot; of several, the mark itself. */
function framed(
  mark: DrawnMark,
  index: number,
  alone: boolean,
  model: ChartModel,
  plan: Plan,
  { area, width, height }: Geometry,
): Box {
  const count = Math.max(1, model.categories.length);
  if (mark.bar && alone) {
    const slot = (plan.shape.sideways ? area.bottom - area.top : area.right - area.left) / count;
    return plan.shape.sideways
      ? { left: 0, top: area.top + index * slot, width, height: slot }
      : { left: area.left + index * slot, top: 0, width: slot, height: area.bottom };
  }
  if (mark.bar) {
    const { left, top, width: wide, height: high } = mark.box;
    return { left: left - 2, top: top - 2, width: wide + 4, height: high + 4 };
  }
  const size = 18;
  const [x, y] = [Math.min(Math.max(mark.end.x, 0), width), Math.min(Math.max(mark.end.y, 0), height)];
  return { left: x - size / 2, top: y - size / 2, width: size, height: size };
}

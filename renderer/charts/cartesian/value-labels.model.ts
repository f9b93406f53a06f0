import { formatPercent } from '#shared/format.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { shortValue } from '#shared/charts/value-text.ts';
import { placeLabels, type LabelWish, type Stretch } from '../labels/place-labels.model.ts';
import type { Inks } from '../scene/inks.ts';
import { readableOn } from '../scene/readable-on.ts';
import { text, type Box, type Measure, type Shape } from '../scene/scene.ts';
import { drawnValue, wholeAt, type Family } from './families.model.ts';
import { markOf, type DrawnMark, type Geometry } from './geometry.ts';
import { BAR_LABEL, LABEL, type Plan } from './plan.model.ts';

const CLEAR = 3;
/** Of an interval's end, which would else point into its label like a letter of it. */
const CLEAR_OF_INTERVAL = 6;
/** How much further off a line its label may stand. */
const FURTHER = [0, 8];

/** A chart as it is laid out, with what it takes to write on it. */
export interface LaidOut {
  readonly model: ChartModel;
  readonly plan: Plan;
  readonly geometry: Geometry;
  readonly measure: Measure;
  readonly inks: Inks;
}

/** The values at their marks: beyond bars, over stacks and in their parts, at the telling points of lines. None touches another. */
export function valueLabels(needs: LaidOut, taken: readonly Box[]): readonly Shape[] {
  const { plan, geometry } = needs;
  const { shape } = plan;
  const parts = shape.stacked && !shape.lines ? partLabels(needs) : [];
  const wishes = shape.stacked
    ? shape.lines || shape.shares || plan.showAxis
      ? []
      : wholeWishes(needs)
    : [...plan.families, ...plan.panel].flatMap((family) => familyWishes(family, needs));
  // Under the plot, or to its left, stand the names of the axis.
  const bottom = shape.sideways ? geometry.height : geometry.area.bottom;
  const left = shape.sideways ? geometry.area.left : 0;
  const area = { left, top: 0, width: geometry.width - left, height: bottom };
  const { size, weight } = shape.sideways ? BAR_LABEL : LABEL;
  const placed = placeLabels(wishes, [...taken, ...barsBehind(needs)], area, drawnLines(needs));
  return [
    ...parts,
    ...placed.flatMap(({ index, spot }): readonly Shape[] => {
      const wish = wishes[index];
      if (wish === undefined) return [];
      return [
        ...(wish.dot === undefined
          ? []
          : [{ shape: 'dot' as const, at: wish.dot.at, radius: 2.6, fill: wish.dot.ink }]),
        {
          ...text(wish.text, spot.x, spot.y, { size, weight, fill: 'ink', align: spot.align }),
          ...(wish.dot === undefined ? {} : { halo: true }),
        },
      ];
    }),
  ];
}

/** A line's label is not read on a bar that it crosses. */
function barsBehind({ model, geometry }: LaidOut): readonly Box[] {
  if (model.kind !== 'combo') return [];
  return [...geometry.marks.values()].flatMap((marks) => marks.flatMap(({ bar, box }) => (bar ? [box] : [])));
}

/** Every line of the drawing: a label is read beside them, not on them. */
function drawnLines({ model, plan, geometry }: LaidOut): readonly Stretch[] {
  const { shape } = plan;
  const isLine = ({ actual }: Family): boolean =>
    (shape.lines && !shape.stacked) || (model.kind === 'combo' && actual.line);
  const families = [...plan.families.filter(isLine), ...plan.panel];
  return families
    .flatMap(({ actual, previous, target, forecast }) => [actual, previous, target, forecast])
    .flatMap((series) => {
      const ends = series === null ? [] : (geometry.marks.get(series.key) ?? []).map(({ end }) => end);
      return ends.flatMap((end, index): readonly Stretch[] => {
        const next = ends[index + 1];
        return next === undefined || !Number.isFinite(end.y) || !Number.isFinite(next.y) ? [] : [[end, next]];
      });
    });
}

interface Wish extends LabelWish {
  readonly dot?: { readonly at: { readonly x: number; readonly y: number }; readonly ink: Family['ink'] };
}

const drawnMark = (geometry: Geometry, { actual, forecast }: Family, index: number): DrawnMark | undefined =>
  actual.points[index]?.value == null && forecast !== null
    ? markOf(geometry, forecast.key, index)
    : markOf(geometry, actual.key, index);

function familyWishes(family: Family, { model, plan, geometry, measure }: LaidOut): readonly Wish[] {
  const values = model.categories.map((_, index) => drawnValue(family, index));
  const bar = !plan.shape.lines && !plan.panel.includes(family) && !(model.kind === 'combo' && family.actual.line);
  if (bar && plan.showAxis) return [];
  const ranks = bar ? values.map((_, index) => index) : tellingRanks(values);
  const onlyTelling = !bar && plan.families.length + plan.panel.length > 1 && !plan.panel.includes(family);
  if (onlyTelling) return [];
  const style = plan.shape.sideways ? BAR_LABEL : LABEL;
  return values.flatMap((value, index): readonly Wish[] => {
    const mark = drawnMark(geometry, family, index);
    const rank = ranks[index] ?? null;
    if (value === null || mark === undefined || rank === null) return [];
    const words = shortValue(value, family.actual.unit, model, plan.panel.includes(family) ? undefined : plan.decimals);
    const width = measure(words, style.size, style.weight);
    // A bar's label has one place, a line's has several.
    const size = { text: words, width, height: style.height, rank: bar ? rank - values.length : rank };
    const spots = bar ? barSpots(family, index, value, mark, plan, geometry) : lineSpots(values, index, mark);
    return [{ ...size, spots, ...(bar ? {} : { dot: { at: mark.end, ink: family.ink } }) }];
  });
}

/** Beyond the bar, and beyond the comparison, the target and the interval that stand there too. */
function barSpots(
  family: Family,
  index: number,
  value: number,
  mark: DrawnMark,
  plan: Plan,
  geometry: Geometry,
): LabelWish['spots'] {
  const ahead = family.actual.points[index]?.value == null ? family.forecast?.points[index] : undefined;
  const beside = [value, family.previous?.points[index]?.value, family.target?.points[index]?.value].filter(
    (each) => each != null,
  );
  const [lowest, highest] = [Math.min(...beside), Math.max(...beside)];
  const [low, high] = [Math.min(lowest, ahead?.low ?? lowest), Math.max(highest, ahead?.high ?? highest)];
  const { x, y } = mark.end;
  const clear = value < 0 ? (low < lowest ? CLEAR_OF_INTERVAL : CLEAR) : high > highest ? CLEAR_OF_INTERVAL : CLEAR;
  const [before, after] = [geometry.at(low, false), geometry.at(high, false)];
  if (plan.shape.sideways) {
    return value < 0 ? [{ x: before - clear - 2, y, align: 'right' }] : [{ x: after + clear + 2, y, align: 'left' }];
  }
  const half = LABEL.height / 2;
  return value < 0
    ? [{ x, y: before + clear + half, align: 'center' }]
    : [{ x, y: after - clear - half + 1, align: 'center' }];
}

/** Over a peak, under a valley, the other way where that is taken, and further off where lines run close by. */
function lineSpots(
  values: readonly (number | null)[],
  index: number,
  { end: { x, y } }: DrawnMark,
): LabelWish['spots'] {
  const valley = isValley(values, index) ? -1 : 1;
  return FURTHER.flatMap((more) =>
    [valley, -valley].map((side) => ({ x, y: y - side * (LABEL.height / 2 + 5 + more), align: 'center' as const })),
  );
}

/** Whether a point lies below both its neighbours. A missing neighbour is no obstacle. */
export function isValley(values: readonly (number | null)[], index: number): boolean {
  const value = values[index] ?? null;
  return value !== null && [values[index - 1], values[index + 1]].every((each) => each == null || each > value);
}

/** The last, the highest and the lowest first; the others after them where the points are few. Example: 1, 9, 4 rank 2, 1, 0. */
export function tellingRanks(values: readonly (number | null)[], few = 18): readonly (number | null)[] {
  const filled = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const sorted = filled.toSorted((a, b) => a.value - b.value);
  const telling = [filled.at(-1), sorted.at(-1), sorted[0]].map((each) => each?.index);
  return values.map((value, index) => {
    const rank = telling.indexOf(index);
    return value === null ? null : rank >= 0 ? rank : values.length <= few ? telling.length + index : null;
  });
}

function wholeWishes({ model, plan, geometry, measure }: LaidOut): readonly Wish[] {
  const { sideways } = plan.shape;
  const style = sideways ? BAR_LABEL : LABEL;
  const unit = plan.families[0]?.actual.unit ?? 'count';
  return model.categories.flatMap((_, index): readonly Wish[] => {
    const marks = plan.families.flatMap((family) => drawnMark(geometry, family, index) ?? []);
    const [first] = marks;
    if (first === undefined || plan.families.every((family) => drawnValue(family, index) === null)) return [];
    const whole = wholeAt(plan.families, index);
    const words = shortValue(whole, unit, model, plan.decimals);
    const ends = marks.map(({ end }) => (sideways ? end.x : end.y)).filter(Number.isFinite);
    const edge = sideways ? Math.max(...ends) : Math.min(...ends);
    const spot = sideways
      ? { x: edge + CLEAR + 2, y: first.end.y, align: 'left' as const }
      : { x: first.end.x, y: edge - CLEAR - LABEL.height / 2 + 1, align: 'center' as const };
    return [
      {
        text: words,
        width: measure(words, style.size, style.weight),
        height: style.height,
        rank: index,
        spots: [spot],
      },
    ];
  });
}

/** In the parts of stacks that have room for them, in the colour that reads on theirs. */
function partLabels({ model, plan, geometry, measure, inks }: LaidOut): readonly Shape[] {
  return plan.families.flatMap((family) =>
    model.categories.flatMap((_, index): readonly Shape[] => {
      const value = drawnValue(family, index);
      const mark = drawnMark(geometry, family, index);
      if (
        value === null ||
        mark === undefined ||
        (family.actual.points[index]?.value == null && family.forecast !== null)
      )
        return [];
      const whole = wholeAt(plan.families, index);
      const words = plan.shape.shares
        ? formatPercent(whole === 0 ? 0 : value / whole, model.format.locale, 0)
        : shortValue(value, family.actual.unit, model, plan.decimals);
      const { left, top, width, height } = mark.box;
      if (measure(words, LABEL.size, LABEL.weight) > width - 4 || height < LABEL.height) return [];
      const fill = readableOn(family.ink, inks, family.alpha);
      return [
        text(words, left + width / 2, top + height / 2, {
          size: LABEL.size,
          weight: LABEL.weight,
          fill,
          align: 'center',
        }),
      ];
    }),
  );
}

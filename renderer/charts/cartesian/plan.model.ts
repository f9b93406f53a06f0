import type { ChartModel } from '#shared/charts/model.ts';
import { shortValue } from '#shared/charts/value-text.ts';
import { valueAxis, type ValueAxis } from '#shared/charts/value-axis.ts';
import type { Measure } from '../scene/scene.ts';
import { drawnValue, familiesOf, shapeOf, wholeAt, type Family, type Shape } from './families.model.ts';

export const LABEL = { size: 10.5, weight: 500, height: 13 } as const;
/** A label that names a bar's value beyond its end. */
export const BAR_LABEL = { size: 11, weight: 600, height: 14 } as const;

/** How the marks of a chart with two axes are laid out, before anything is drawn. */
export interface Plan {
  readonly shape: Shape;
  readonly families: readonly Family[];
  /** Drawn as lines above the columns in a panel of their own, their unit being another. */
  readonly panel: readonly Family[];
  readonly axis: ValueAxis;
  readonly panelAxis: ValueAxis | null;
  /** Ticks and grid are drawn because not every mark has room for its label. */
  readonly showAxis: boolean;
  /** Decimals of the labels, undefined for the scale's own. */
  readonly decimals: number | undefined;
  /** Names stand at the right end of lines or of the last stack. */
  readonly endNames: boolean;
  /** Room there, CSS pixels. */
  readonly endRoom: number;
  /** Of a bar's label beyond its end, CSS pixels; 0 without. */
  readonly labelRoom: number;
}

/** A line with more points than this has labels at its ends and extremes only. */
const MOST_LABELLED = 18;
const END_ROOM = { most: 132, share: 0.26, gap: 10 } as const;
const BAR_PARTS = 0.7;
/** A vertical axis' names keep at most this part of the width. */
export const NAMES_SHARE = 0.38;

/** Lays out columns, bars, lines, areas and combinations for a plot of a size. Shares are ratios of each place's whole. */
export function planOf(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  measure: Measure,
): Plan {
  const all = familiesOf(model);
  const panel =
    model.kind === 'combo' ? all.filter(({ actual }) => actual.line && actual.unit !== all[0]?.actual.unit) : [];
  const families = all.filter((family) => !panel.includes(family));
  const shape = shapeOf(model.kind, families.length);
  const names = all.map(({ actual }) => measure(actual.name, LABEL.size, 600));
  const endsFit = all.length * LABEL.height <= size.height * 0.8;
  // A stack with a forecast changes its parts on the way: its last column does not name them all.
  const named = shape.lines || (shape.stacked && all.every(({ forecast }) => forecast === null));
  const endNames = !shape.sideways && all.length > 1 && named && endsFit;
  const widestName = Math.min(Math.max(0, ...names), END_ROOM.most, size.width * END_ROOM.share);
  const endRoom = endNames ? widestName + END_ROOM.gap : 0;
  const labels = labelDecimals(model, families, shape, { ...size, width: size.width - endRoom }, measure);
  const breakable = shape.lines && !shape.filled && !shape.stacked;
  const bare = axisOf(model, families, shape, { ...size, zero: !breakable, labelled: labels !== null });
  const labelRoom =
    shape.sideways && !shape.shares && labels !== null ? widestLabel(model, families, shape, measure) : 0;
  const below =
    labels === null || shape.shares || shape.lines ? bare : withRoomBelow(bare, model, shape, size, labelRoom);
  const axis = panel.length === 0 ? below : withRoomUnderPanel(below, size.height);
  return {
    shape,
    families,
    panel,
    axis,
    panelAxis:
      panel.length === 0
        ? null
        : axisOf({ ...model, range: null }, panel, shape, {
            ...size,
            height: size.height / 4,
            zero: false,
            labelled: true,
          }),
    showAxis:
      labels === null || axis.broken || (shape.lines && (all.length > 1 || model.categories.length > MOST_LABELLED)),
    decimals: labels?.decimals,
    endNames,
    endRoom,
    labelRoom,
  };
}

/** The decimals with which every mark's label has room, or null. Stacks print their wholes, and parts where those have room. */
function labelDecimals(
  model: ChartModel,
  families: readonly Family[],
  shape: Shape,
  { width, height }: { readonly width: number; readonly height: number },
  measure: Measure,
): { readonly decimals: number | undefined } | null {
  const places = Math.max(1, model.categories.length);
  const marks = shape.stacked ? 1 : Math.max(1, families.length);
  if (shape.shares) return { decimals: 0 };
  if (shape.sideways) return (height * 0.9) / places / marks >= 11 ? { decimals: undefined } : null;
  if (shape.lines) return families.length === 1 && places <= MOST_LABELLED ? { decimals: undefined } : null;
  const slot = ((width / places) * (marks === 1 ? 1 : BAR_PARTS + 0.1)) / marks;
  const values = model.categories.flatMap((_, index) =>
    shape.stacked ? [wholeAt(families, index)] : families.map((family) => drawnValue(family, index) ?? 0),
  );
  const unit = families[0]?.actual.unit ?? 'count';
  for (const decimals of [undefined, 0]) {
    const widths = values.map((value) => measure(shortValue(value, unit, model, decimals), LABEL.size, LABEL.weight));
    if (Math.max(0, ...widths) <= slot - 2) return { decimals };
  }
  return null;
}

function axisOf(
  model: ChartModel,
  families: readonly Family[],
  shape: Shape,
  {
    width,
    height,
    zero,
    labelled,
  }: { readonly width: number; readonly height: number; readonly zero: boolean; readonly labelled: boolean },
): ValueAxis {
  const count = Math.max(2, Math.min(5, Math.round(shape.sideways ? width / 110 : height / 55)));
  if (shape.shares) return valueAxis(0, 1, { zero: true, count: 4, tight: true });
  const values = model.categories.flatMap((_, index) =>
    shape.stacked ? stackEnds(families, index) : looseEnds(families, index),
  );
  const [low, high] = [
    Math.min(...values, model.range?.from ?? Infinity),
    Math.max(...values, model.range?.to ?? -Infinity),
  ];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return valueAxis(0, 1, { zero: true, count });
  return valueAxis(low, high, { zero: zero || model.range !== null, count, tight: labelled });
}

const BAR_GAP = 8;
/** Of a combination's height the columns have so much, its panel the rest. */
export const VALUES_PART = 0.72;
/** Above the plot and under it stand labels and the names of the axis. */
const AROUND = 40;

function widestLabel(model: ChartModel, families: readonly Family[], shape: Shape, measure: Measure): number {
  const unit = families[0]?.actual.unit ?? 'count';
  const values = model.categories.flatMap((_, index) =>
    shape.stacked ? [wholeAt(families, index)] : families.map((family) => drawnValue(family, index) ?? 0),
  );
  const widths = values.map((value) => measure(shortValue(value, unit, model), BAR_LABEL.size, BAR_LABEL.weight));
  return Math.max(0, ...widths) + BAR_GAP;
}

/** An axis that reaches below zero goes on for the labels that stand there, which would else lie on the axis' names. */
function withRoomBelow(
  axis: ValueAxis,
  model: ChartModel,
  { sideways }: Shape,
  { width, height }: { readonly width: number; readonly height: number },
  labelRoom: number,
): ValueAxis {
  if (axis.from >= 0 || model.range !== null) return axis;
  const [room, plot] = sideways
    ? [labelRoom, width * (1 - NAMES_SHARE) - labelRoom]
    : [LABEL.height + 3, height - AROUND];
  if (plot < 2 * room) return axis;
  return { ...axis, from: axis.from - ((axis.to - axis.from) * room) / (plot - room) };
}

/** Under the panel of a combination the columns keep room for their labels, and for those of its line. */
function withRoomUnderPanel(axis: ValueAxis, height: number): ValueAxis {
  const [room, plot] = [2 * LABEL.height, (height - AROUND) * VALUES_PART];
  return plot < 3 * room ? axis : { ...axis, to: axis.to + ((axis.to - axis.from) * room) / (plot - room) };
}

/** Of a stack: what its positive and its negative parts reach. */
function stackEnds(families: readonly Family[], index: number): readonly number[] {
  const values = families.map((family) => drawnValue(family, index) ?? 0);
  const sum = (sign: number): number => values.reduce((all, value) => (value * sign > 0 ? all + value : all), 0);
  return [sum(-1), sum(1)];
}

/** Everything drawn at a place: the values, the comparison, the target, the interval. */
function looseEnds(families: readonly Family[], index: number): readonly number[] {
  return families
    .flatMap((family) => {
      const ahead = family.forecast?.points[index];
      return [
        drawnValue(family, index),
        family.previous?.points[index]?.value ?? null,
        family.target?.points[index]?.value ?? null,
        ahead?.low ?? null,
        ahead?.high ?? null,
      ];
    })
    .filter((value) => value !== null);
}

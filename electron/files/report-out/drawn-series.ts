import type { ChartModel, ChartPoint, ChartSeries } from '#shared/charts/model.ts';
import { shortValue, signedValue } from '#shared/charts/value-text.ts';
import { waterfallFrom, waterfallSteps, type WaterfallStep } from '#shared/charts/waterfall-steps.ts';
import type { Unit } from '#shared/units.ts';
import { COLOURS, markColour, seriesColour } from './colours.ts';
import type { Say } from './shown-report.ts';

/** How a series is drawn on a slide. `none` holds others up without being seen. */
export type Stroke = 'bar' | 'hatched' | 'none' | 'line' | 'dashed' | 'tick' | 'area' | 'faint';

export interface DrawnSeries {
  readonly name: string;
  readonly unit: Unit;
  readonly values: readonly (number | null)[];
  readonly stroke: Stroke;
  readonly colour: string;
  /** Its values stand at its marks. */
  readonly labelled: boolean;
  /** How far a forecast may be off, upwards and downwards. */
  readonly spread: { readonly up: readonly (number | null)[]; readonly down: readonly (number | null)[] } | null;
  /** Categories in a colour of their own. */
  readonly apart: ReadonlyMap<number, string>;
}

export interface Drawn {
  readonly names: readonly string[];
  readonly series: readonly DrawnSeries[];
  /** Where the axis of values starts; null for zero, or where the kind says. */
  readonly from: number | null;
  /** Where it ends; null for wherever it has to. */
  readonly to: number | null;
}

const valuesOf = ({ points }: ChartSeries, { categories }: ChartModel): readonly (number | null)[] =>
  categories.map((_, at) => points[at]?.value ?? null);

function spreadOf({ points }: ChartSeries, { categories }: ChartModel): DrawnSeries['spread'] {
  const apart = (end: 'low' | 'high'): readonly (number | null)[] =>
    categories.map((_, at) => {
      const point: ChartPoint | undefined = points[at];
      const limit = point?.[end] ?? null;
      return limit === null || point?.value == null ? null : Math.abs(limit - point.value);
    });
  const [up, down] = [apart('high'), apart('low')];
  return [...up, ...down].every((value) => value === null) ? null : { up, down };
}

/** A target is a dark mark; where it is a bar of its own it stays behind what was reached. */
function roleColour(role: ChartSeries['role'], sideways: boolean): string | null {
  if (role === 'previous') return COLOURS.previous;
  if (role === 'target') return sideways ? COLOURS['line-strong'] : COLOURS.ink;
  return null;
}

/** Each actual series after the year before it, its forecast and target after it. */
export function drawnSeries(model: ChartModel): Drawn {
  const { kind, series, categories } = model;
  const isFilled = kind === 'area';
  const isLine = isFilled || kind === 'line';
  const stacked = kind.startsWith('stacked-') || kind.startsWith('share-');
  const sideways = kind.endsWith('bar') || kind === 'funnel';
  const actual = series.filter(({ role }) => role === 'actual');
  const fewMarks = categories.length <= (sideways ? 25 : 14);
  const drawn = actual.flatMap((one, nth): readonly DrawnSeries[] => {
    const colour = seriesColour(nth);
    const lined = isLine || (kind === 'combo' && one.line);
    const stroke = (role: ChartSeries['role']): Stroke => {
      if (role === 'target') return sideways ? 'bar' : lined ? 'line' : 'tick';
      if (role === 'forecast') return lined ? 'dashed' : 'hatched';
      if (!lined) return 'bar';
      if (!isFilled || role !== 'actual') return 'line';
      return actual.length > 1 ? 'area' : 'faint';
    };
    const of = (each: ChartSeries): DrawnSeries => ({
      name: each.name,
      unit: each.unit,
      values: valuesOf(each, model),
      stroke: stroke(each.role),
      colour: roleColour(each.role, sideways) ?? colour,
      labelled:
        !lined && !stacked && actual.length === 1 && fewMarks && (each.role === 'actual' || each.role === 'forecast'),
      spread: stacked ? null : spreadOf(each, model),
      apart:
        each.role === 'actual' && !lined && !stacked
          ? new Map(categories.flatMap(({ other }, at) => (other ? [[at, COLOURS['line-strong']] as const] : [])))
          : new Map<number, string>(),
    });
    const belonging = (role: ChartSeries['role']): readonly DrawnSeries[] =>
      series.filter((each) => each.role === role && each.of === one.key).map(of);
    const beside = stacked ? [] : belonging('previous');
    return [...beside, of(one), ...belonging('forecast'), ...(stacked ? [] : belonging('target'))];
  });
  return { names: categories.map(({ label }) => label), series: drawn, from: null, to: null };
}

const isLevel = ({ mark }: WaterfallStep): boolean => mark === 'level' || mark === 'previous-level';

/** The steps of a waterfall as a stack on something unseen. Their amounts stand beside their names: a stack has them elsewhere than at its ends. */
export function drawnWaterfall(model: ChartModel, say: Say): Drawn {
  const steps = waterfallSteps(model, (key, values) => say(`charts:${key}`, values));
  const unit = model.series[0]?.unit ?? 'count';
  const amount = (step: WaterfallStep): string => {
    if (isLevel(step)) return shortValue(step.to, unit, model);
    const change = step.to - step.from;
    return step.mark === 'neutral' && change >= 0 ? shortValue(change, unit, model) : signedValue(change, unit, model);
  };
  const span = (step: WaterfallStep): readonly [low: number, high: number] => [
    Math.min(step.from, step.to),
    Math.max(step.from, step.to),
  ];
  const made = (name: string, colour: string, stroke: Stroke, values: readonly (number | null)[]): DrawnSeries => ({
    name,
    unit,
    values,
    stroke,
    colour,
    labelled: false,
    spread: null,
    apart: new Map(),
  });
  const base = steps.map((step) => {
    const [low, high] = span(step);
    return isLevel(step) || (low < 0 && high > 0) ? null : low >= 0 ? low : high;
  });
  // A step across zero is in two parts, one on either side.
  const part = (step: WaterfallStep, above: boolean): number | null => {
    const [low, high] = span(step);
    const size = above ? Math.max(high, 0) - Math.max(low, 0) : Math.min(low, 0) - Math.min(high, 0);
    return size === 0 ? null : size;
  };
  const marks = [...new Set(steps.map(({ mark }) => mark))];
  const seen = marks.flatMap((mark) =>
    [true, false].map((above) =>
      made(
        say(`report:files.steps.${mark}`),
        markColour(mark),
        'bar',
        steps.map((step) => (step.mark === mark ? part(step, above) : null)),
      ),
    ),
  );
  const start = steps.length === 0 ? 0 : waterfallFrom(steps);
  return {
    names: steps.map((step) => `${step.category.label}  ${amount(step)}`),
    series: [
      made(say('report:files.steps.base'), COLOURS.surface, 'none', base),
      ...seen.filter(({ values }) => values.some((value) => value !== null)),
    ],
    from: start > 0 ? start : null,
    to: steps.some((step) => Math.min(step.from, step.to) < 0)
      ? null
      : Math.max(...steps.map((step) => Math.max(step.from, step.to))),
  };
}

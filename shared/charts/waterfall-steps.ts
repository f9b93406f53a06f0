import { toneOf } from '../format.ts';
import type { ChartCategory, ChartModel, ChartPoint, ChartSeries } from './model.ts';
import type { Say } from './point-facts.ts';

export interface WaterfallStep {
  readonly category: ChartCategory;
  readonly series: ChartSeries;
  readonly point: ChartPoint;
  /** Levels before and after, base units; a level starts at zero. */
  readonly from: number;
  readonly to: number;
  readonly mark: 'previous-level' | 'level' | 'good' | 'bad' | 'neutral';
}

const LESS_THAN_ROUNDING = 1e-6;
const bare = { low: null, high: null, x: null, reason: null, cell: null } as const;
const named = (key: string, name: string, other = false): ChartCategory => ({
  key,
  label: name,
  name,
  open: false,
  other,
  level: !other,
});

/**
 * The steps of a waterfall. With levels among the categories: those are totals and the others steps between them. With a previous year:
 * from its total to the actual one through each category's change. Else: from zero to the total through the values. What the steps leave
 * of a known total stands in a step of its own, so that the last level is always true.
 * Example: 100, +30, −20 with a known total of 115 ends through 'Övriga' +5 at 115.
 */
export function waterfallSteps(model: ChartModel, say: Say): readonly WaterfallStep[] {
  const [series] = model.series;
  if (series === undefined) return [];
  const previous = model.series.find(({ role, of }) => role === 'previous' && of === series.key);
  if (model.categories.some(({ level }) => level)) return leveled(model, series, say);
  return previous === undefined ? composed(model, series, say) : bridged(model, series, previous, say);
}

/** Steps from a level on; a tone where they are contributions. */
function running(
  model: ChartModel,
  series: ChartSeries,
  changes: readonly (number | null)[],
  start: number,
  order: readonly number[] = changes.map((_, index) => index),
): { readonly steps: readonly WaterfallStep[]; readonly end: number } {
  let level = start;
  const steps = order.flatMap((index): readonly WaterfallStep[] => {
    const change = changes[index] ?? null;
    const [category, point] = [model.categories[index], series.points[index]];
    if (change === null || category === undefined || point === undefined) return [];
    const from = level;
    level += change;
    return [
      { category, series, point: { ...point, value: change }, from, to: level, mark: toneOf(change, series.direction) },
    ];
  });
  return { steps, end: level };
}

function restStep(series: ChartSeries, from: number, to: number, say: Say): readonly WaterfallStep[] {
  const change = to - from;
  if (Math.abs(change) <= LESS_THAN_ROUNDING * Math.max(Math.abs(from), Math.abs(to), 1)) return [];
  const category = named('rest', say('others'), true);
  return [{ category, series, point: { ...bare, value: change }, from, to, mark: toneOf(change, series.direction) }];
}

function composed(model: ChartModel, series: ChartSeries, say: Say): readonly WaterfallStep[] {
  const { steps, end } = running(
    model,
    series,
    series.points.map(({ value }) => value),
    0,
  );
  const total = series.total?.value ?? end;
  const plain = steps.map((step): WaterfallStep => (step.to >= step.from ? { ...step, mark: 'neutral' } : step));
  return [
    ...plain,
    ...restStep(series, end, total, say),
    {
      category: named('level total', say('total')),
      series,
      point: series.total ?? { ...bare, value: total },
      from: 0,
      to: total,
      mark: 'level',
    },
  ];
}

function bridged(model: ChartModel, series: ChartSeries, previous: ChartSeries, say: Say): readonly WaterfallStep[] {
  const changes = series.points.map(({ value }, index) => {
    const before = previous.points[index]?.value ?? null;
    return value === null && before === null ? null : (value ?? 0) - (before ?? 0);
  });
  const sum = (one: ChartSeries): number => one.points.reduce((all, { value }) => all + (value ?? 0), 0);
  const [before, now] = [previous.total?.value ?? sum(previous), series.total?.value ?? sum(series)];
  // Structure has no order of its own: the largest gain first, the largest loss last.
  const order = model.categories.map((_, index) => index);
  if (!model.time) order.sort((a, b) => (changes[b] ?? 0) - (changes[a] ?? 0));
  const { steps, end } = running(model, series, changes, before, order);
  const level = (one: ChartSeries, value: number, mark: WaterfallStep['mark']): WaterfallStep => ({
    category: named(`level ${one.key}`, one.name),
    series: one,
    point: one.total ?? { ...bare, value },
    from: 0,
    to: value,
    mark,
  });
  return [
    level(previous, before, 'previous-level'),
    ...steps,
    ...restStep(series, end, now, say),
    level(series, now, 'level'),
  ];
}

function leveled(model: ChartModel, series: ChartSeries, say: Say): readonly WaterfallStep[] {
  const steps: WaterfallStep[] = [];
  let level = 0;
  const last = model.categories.findLastIndex((category) => category.level);
  model.categories.forEach((category, index) => {
    const point = series.points[index];
    if (point === undefined || point.value === null) return;
    if (!category.level) {
      const to = level + point.value;
      steps.push({ category, series, point, from: level, to, mark: toneOf(point.value, series.direction) });
      level = to;
      return;
    }
    if (steps.length > 0) steps.push(...restStep(series, level, point.value, say));
    level = point.value;
    steps.push({ category, series, point, from: 0, to: level, mark: index === last ? 'level' : 'previous-level' });
  });
  return steps;
}

const isLevel = ({ mark }: WaterfallStep): boolean => mark === 'level' || mark === 'previous-level';

/** Where the axis starts: zero, or above it where the steps would be too small to see beside the levels, which are then drawn broken. */
export function waterfallFrom(steps: readonly WaterfallStep[]): number {
  const levels = steps.flatMap((step) => (isLevel(step) ? [step.to] : [step.from, step.to]));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  if (low <= 0 || high - low > 0.45 * high || high === low) return Math.min(0, low);
  return Math.max(0, low - 0.5 * (high - low));
}

import type { Unit } from '../units.ts';
import type { ChartKind, ChartModel } from './model.ts';

/** Why a kind of chart would mislead or say nothing; each has a sentence in the catalogue `charts:problem`. */
export type ChartProblem =
  | 'no-values'
  | 'too-many-points'
  | 'not-parts'
  | 'negative-parts'
  | 'parts-overlap'
  | 'needs-other-axis'
  | 'needs-target';

/** More marks than this are no picture; lines and areas are thinned instead. */
export const MOST_POINTS = 2000;

const PARTS: ReadonlySet<ChartKind> = new Set(['pie', 'stacked-column', 'stacked-bar', 'share-column', 'share-bar']);
const WITHOUT_NEGATIVE: ReadonlySet<ChartKind> = new Set(['pie', 'share-column', 'share-bar', 'funnel']);
const THINNED: ReadonlySet<ChartKind> = new Set(['line', 'area']);
const UNLIMITED: ReadonlySet<ChartKind> = new Set(['table', 'scorecard']);
/** Numbers whose parts may make a whole. */
export const ADDITIVE: ReadonlySet<Unit> = new Set(['money', 'count', 'quantity']);
/** Parts may miss or pass their whole by what rounding leaves. */
const ROUNDING = 1.0001;

/**
 * Why this chart must not be drawn as it is, or null. Ratios and averages have no parts; a pie and shares have no place for negative
 * ones, and parts that overlap (a customer counted in two regions) make no whole.
 * Example: margins by region as a pie are 'not-parts'.
 */
export function chartProblem(model: ChartModel): ChartProblem | null {
  const { kind, categories, series } = model;
  const actual = series.filter(({ role }) => role === 'actual' || role === 'forecast');
  const values = actual.flatMap(({ points }) => points.map(({ value }) => value)).filter((value) => value !== null);
  const stacked = PARTS.has(kind) || (kind === 'area' && actual.length > 1);
  if (kind === 'scorecard') return null;
  if (values.length === 0) return 'no-values';
  if (!THINNED.has(kind) && !UNLIMITED.has(kind) && categories.length > MOST_POINTS) return 'too-many-points';
  if ((kind === 'heat-map' || kind === 'cohort') && categories.length * series.length > MOST_POINTS) {
    return 'too-many-points';
  }
  if (stacked && actual.some(({ unit }) => !ADDITIVE.has(unit))) return 'not-parts';
  const negative = values.some((value) => value < 0);
  if (negative && (WITHOUT_NEGATIVE.has(kind) || (kind === 'area' && stacked))) return 'negative-parts';
  if (kind === 'pie' && overlaps(model)) return 'parts-overlap';
  if (kind === 'scatter' && !actual.some(({ points }) => points.some(({ x }) => x !== null))) return 'needs-other-axis';
  if (kind === 'bullet' && !series.some(({ role }) => role === 'target')) return 'needs-target';
  return null;
}

/** Why no point of it has a value, where it is the same of all; null where they differ, or where nothing is said. */
export function sharedReason({ series }: ChartModel): string | null {
  const reasons = new Set(series.flatMap(({ points }) => points.map(({ reason }) => reason)));
  const [only = null] = reasons;
  return reasons.size === 1 ? only : null;
}

function overlaps({ series }: ChartModel): boolean {
  const [first] = series;
  const whole = first?.total?.value ?? null;
  if (first === undefined || whole === null) return false;
  const sum = first.points.reduce((all, { value }) => all + (value ?? 0), 0);
  return sum > whole * ROUNDING;
}

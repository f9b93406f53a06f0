/** The value axis as it is drawn: its ends, its ticks, and whether it leaves out the way from zero. */
export interface ValueAxis {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly ticks: readonly number[];
  /** It does not reach zero: drawn with a break. */
  readonly broken: boolean;
}

const STEPS = [1, 2, 2.5, 5, 10] as const;
/** Lines whose values keep within this part of their level are shown from near their lowest. */
const FLAT = 0.35;

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that is at least `rough`. Example: 0.7 gives 1, 230 gives 250. */
export function niceStep(rough: number): number {
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = STEPS.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/**
 * An axis for values between `low` and `high` with about `count` steps. With `zero` it always reaches zero, as bars and areas must;
 * without, it may start above (or end below) zero where the values lie close together, and is then marked as broken.
 * `tight` ends at the values themselves, for charts that print them at their marks and show no ticks.
 * Example: 1 650 to 2 675 from zero in 4 steps is 0, 1 000, 2 000, 3 000; without zero it starts at 1 500.
 */
export function valueAxis(
  low: number,
  high: number,
  { zero, count, tight = false }: { readonly zero: boolean; readonly count: number; readonly tight?: boolean },
): ValueAxis {
  const apart = high - low;
  const mayBreak =
    !zero && (low > 0 || high < 0) && apart > 0 && apart < FLAT * Math.max(Math.abs(low), Math.abs(high));
  const [from, reached] = mayBreak ? [low, high] : [Math.min(0, low), Math.max(0, high)];
  // Zeros alone still have an axis.
  const to = reached > from ? reached : from + 1;
  const step = niceStep((to - from) / Math.max(1, count));
  const [first, last] = [Math.floor(from / step + 1e-9), Math.ceil(to / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => exact((first + index) * step));
  const ends = tight && !mayBreak ? [from, to] : [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const [start = 0, end = 1] = ends;
  return { from: start, to: end, step, ticks, broken: start > 0 || end < 0 };
}

/** Without what binary fractions leave: 3 × 0.1 is 0.3. */
const exact = (value: number): number => Number(value.toPrecision(12));

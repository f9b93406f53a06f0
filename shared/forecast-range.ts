import type { CombinedForecast, PipelineTest, Shortage } from './forecast.ts';
import { OUTCOMES_FOR_INTERVAL } from './forecast-choices.ts';

type Made = Pick<CombinedForecast, 'asOf' | 'reach' | 'points'>;

export interface Ranged {
  /** By month: between which values eight outcomes of ten lie. */
  readonly ranges: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
  /** What the months that go by the open deals lack for theirs; null for nothing. */
  readonly shortage: Shortage | null;
}

/**
 * The intervals of a forecast's months: those of the history carried on, and for the months that go by the open deals what came of earlier
 * pipelines, as shares of them; never less than what is booked. Example: 300 booked and 700 weighted, where between 0.2 and 1.5 of it came, lie
 * between 300 and 1 500.
 */
export function rangesOf(made: Made, tested: Pick<PipelineTest, 'ahead'> | undefined): Ranged {
  const { points } = made;
  const ranges = points.flatMap(({ key, value, booked, intervals }, i) => {
    const shares = aheadOf(made, tested, i)?.shares ?? null;
    const range =
      shares === null
        ? intervals?.[0]
        : { low: Math.max(booked, value * shares.low), high: Math.max(booked, value * shares.high) };
    return range === undefined ? [] : [[key, range] as const];
  });
  const held = points.flatMap((_, i) => aheadOf(made, tested, i)?.outcomes ?? []);
  const have = Math.min(...held);
  return {
    ranges: new Map(ranges),
    shortage: have < OUTCOMES_FOR_INTERVAL ? { what: 'pipeline-intervals', have, need: OUTCOMES_FOR_INTERVAL } : null,
  };
}

/**
 * How far what came is from a forecast, as a share of it; null without an outcome, and against a forecast of nothing.
 * Example: 90 of a forecast of 100 is −0.1.
 */
export function offBy({
  forecast,
  actual,
}: {
  readonly forecast: number;
  readonly actual: number | null;
}): number | null {
  return actual === null || forecast <= 0 ? null : actual / forecast - 1;
}

/** What earlier imports tell of the i-th point; undefined for one that does not go by the open deals. Example: of the running month the first. */
export function aheadOf(
  { asOf, reach, points }: Made,
  tested: Pick<PipelineTest, 'ahead'> | undefined,
  i: number,
): PipelineTest['ahead'][number] | undefined {
  const first = points.findIndex(({ key }) => key === asOf.slice(0, 7));
  return first < 0 || i < first || i >= first + reach ? undefined : tested?.ahead[i - first];
}

import type { PipelineForecast, PipelineTest, ValueInPeriod } from '#shared/forecast.ts';
import type { Filter } from '#shared/question.ts';
import type { QuestionContext } from '../question/context.ts';
import { accuracyOf } from './accuracy.ts';
import { WON_VALUE } from './combined.ts';
import { periodsAfter } from './history-forecast.ts';
import { meanMiss, type Miss } from './mean-miss.ts';
import { lastAgain, seasonAgain } from './naive.ts';
import { ratioInterval } from './ratio-interval.ts';
import { seriesOf } from './series.ts';

const YEAR = 12;
/** Months that were forecast and are over. */
const LEAST_STEPS = 3;

/** The workspace as an import of deals left it, on the day it was made, with the open deals as they were weighed then. */
export interface PastPipeline {
  readonly context: QuestionContext;
  readonly pipeline: PipelineForecast;
}

/**
 * How far the weighted pipeline would have been off: at every past state, what was booked of the running month and the deals expected in
 * it and the months after, `reach` in all, each held against what was won in it. Beside it the same month of the year before, or the
 * last month where no year was known. `ahead` tells by months ahead what share of the forecast came. `won` are the closed months as they are known now. Yields after every state.
 * Example: 200 booked and 300 weighted in September as of the 10th, 600 won in it: an error of 100.
 */
export function* pipelineBackTest(
  states: Iterable<PastPipeline>,
  won: readonly ValueInPeriod[],
  { filters, reach }: { readonly filters: readonly Filter[]; readonly reach: number },
): Generator<void, PipelineTest> {
  const outcomes = new Map(won.map(({ key, value }) => [key, value]));
  const [own, naive]: [Miss[], Miss[]] = [[], []];
  const came = Array.from({ length: reach }, (): { readonly month: string; readonly share: number }[] => []);
  const held = new Set<string>();
  let isYearly = true;
  for (const { context, pipeline } of states) {
    const ask = { kpi: WON_VALUE, filters: [...filters], variants: {}, grain: 'month' as const };
    const { closed, running } = seriesOf(ask, context);
    const last = closed.at(-1);
    yield;
    if (last === undefined) continue;
    const known = closed.map(({ value }) => value);
    const months = periodsAfter(last, 'month', reach).filter(({ key }) => outcomes.has(key));
    if (months.length === 0) continue;
    for (const { key } of months) held.add(key);
    const weighed = new Map(pipeline.periods.map(({ key, weighted }) => [key, weighted]));
    const season = known.length > YEAR ? YEAR : 1;
    isYearly &&= season === YEAR;
    const happened = months.map(({ key }) => outcomes.get(key) ?? 0);
    const made = months.map(({ key }) => (running?.key === key ? running.value : 0) + (weighed.get(key) ?? 0));
    made.forEach((value, h) => {
      const { key } = months[h] ?? { key: '' };
      if (value > 0) came[h]?.push({ month: key, share: (happened[h] ?? 0) / value });
    });
    const missOf = (guess: readonly number[]): Miss => ({
      ...accuracyOf(happened, guess, known, season),
      steps: months.length,
    });
    own.push(missOf(made));
    naive.push(missOf(season === YEAR ? seasonAgain(known, YEAR, months.length) : lastAgain(known, months.length)));
  }
  const steps = own.reduce((sum, miss) => sum + miss.steps, 0);
  const ahead = came.map((each) => ({
    outcomes: each.length,
    months: each.map(({ month }) => month),
    shares: ratioInterval(each.map(({ share }) => share)),
  }));
  const bare = {
    origins: own.length,
    steps,
    horizon: reach,
    coverage: null,
    ranged: 0,
    held: won.filter(({ key }) => held.has(key)).map(periodOf),
    ahead,
  };
  if (steps < LEAST_STEPS)
    return { ...bare, ours: null, rivals: [], shortage: { what: 'pipeline-test', have: steps, need: LEAST_STEPS } };
  const rival = { method: isYearly ? ('season-again' as const) : ('last-again' as const), ...meanMiss(naive) };
  return { ...bare, ours: meanMiss(own), rivals: [rival], shortage: null };
}

const periodOf = ({ key, from, to }: ValueInPeriod): PipelineTest['held'][number] => ({ key, from, to });

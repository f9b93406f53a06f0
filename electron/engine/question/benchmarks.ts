import type { z } from 'zod';
import type { benchmarksInputSchema, Benchmarks } from '#shared/benchmarks.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { periodJson, resolvePeriod, unitHolding, type Period } from '#shared/period.ts';
import { DATE_DIMENSION, GRAINS, type AnswerCell, type Grain, type Question } from '#shared/question.ts';
import type { Settings } from '#shared/settings.ts';
import { answer } from './answer.ts';
import { dataRange, type QuestionContext } from './context.ts';
import { clockOf } from './plan.ts';

type PeriodValue = NonNullable<Benchmarks[number]['last']>;

/** What makes a value no mark to beat: nobody knows yet, or hardly anything stands behind it. */
const UNSURE: readonly AnswerCell['marks'][number][] = ['open-period', 'data-ends-early', 'biased-start', 'small-base'];

/**
 * Values to hold KPIs against: that of the last closed period before the question's and as long as it, the best closed one of the
 * history by the KPI's direction, and the reference of the settings. Periods whose data end early are neither; nor are the
 * first months of a history, and those with hardly any rows, the best. Null for a period that is no calendar or fiscal unit and for `all`.
 * Throws what `answer` throws.
 * Example: asked in September for revenue of 100, 120 and 90 in June, July and August, the last is 90 and the best 120.
 */
export function benchmarks(
  asked: z.infer<typeof benchmarksInputSchema>,
  context: QuestionContext,
  references: Settings['references'],
): Benchmarks {
  const clock = clockOf(context, dataRange(context.queries));
  const period = resolvePeriod(asked.period, clock);
  const grain = grainOf(period, clock.fiscalYearStart);
  const answered = grain === null ? null : answer(history(asked, grain), context);
  return asked.kpis.map((ref, i) => {
    const { kpi } = parseKpiReference(ref);
    const cells = (answered?.cells ?? []).filter((cell) => cell.kpi === ref && cell.row.length === 1);
    const past = cells.flatMap(({ row, value, marks }): readonly Past[] => {
      const [key] = row;
      if (key == null || value === null) return [];
      return [{ period: resolvePeriod(key, clock), value, marks }];
    });
    const direction = answered?.kpis[i]?.direction ?? 'neutral';
    return {
      kpi: ref,
      last: lastBefore(period, past),
      best: direction === 'neutral' ? null : best(past, direction === 'higher' ? 1 : -1),
      external: references[ref] ?? references[kpi] ?? null,
    };
  });
}

interface Past {
  readonly period: Period;
  readonly value: number;
  readonly marks: AnswerCell['marks'];
}

function history({ kpis, filters, variants }: z.infer<typeof benchmarksInputSchema>, grain: Grain): Question {
  return {
    kpis,
    filters,
    variants,
    rows: [{ dimension: DATE_DIMENSION, grain }],
    columns: [],
    period: 'all',
    compare: 'none',
  };
}

/** The unit that a period is one of; a fiscal one only where it is no calendar's. */
function grainOf({ from, to, unit }: Period, fiscalYearStart: number): Grain | null {
  if (unit === 'all') return null;
  const found = GRAINS.find((grain) => {
    const whole = unitHolding(from, grain, fiscalYearStart);
    return whole.from === from && whole.to === to;
  });
  return found ?? null;
}

function lastBefore({ from }: Period, past: readonly Past[]): PeriodValue | null {
  const closed = past.filter(
    ({ period, marks }) => period.to < from && !marks.includes('open-period') && !marks.includes('data-ends-early'),
  );
  return shown(closed.at(-1));
}

function best(past: readonly Past[], sign: 1 | -1): PeriodValue | null {
  const sure = past.filter(({ marks }) => !marks.some((mark) => UNSURE.includes(mark)));
  return shown(sure.toSorted((a, b) => sign * (b.value - a.value) || b.period.from - a.period.from)[0]);
}

function shown(past: Past | undefined): PeriodValue | null {
  return past === undefined ? null : { period: periodJson(past.period), value: past.value };
}

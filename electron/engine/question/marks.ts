import { addMonths, type Day } from '#shared/calendar.ts';
import { rowConditions } from '#shared/measures.ts';
import { COMPLETE_WITHIN_DAYS } from '#shared/period.ts';
import type { AnswerCell } from '#shared/question.ts';
import { divides } from '../formula/expression.ts';
import type { ColumnQueries, DayRange } from '../ports/column-queries.ts';
import { dataRange, type QuestionContext } from './context.ts';
import { historyOf } from './history.ts';
import type { PlannedKpi } from './planned-kpi.ts';
import type { Slot } from './slots.ts';

/** Rows behind a ratio below which it is shaky. */
const SMALL_BASE = 5;
/** Months at the start of a history in which every old customer looks new. */
const BIASED_MONTHS = 3;

export type MarkCell = (kpi: PlannedKpi, slot: Slot, value: number | null, largest: number) => AnswerCell['marks'];

/**
 * What to know beside a number: its period is still open, few rows stand behind its division (in the largest of its sources),
 * it rests on what was guessed from other data, it counts first purchases in the first three months of the history, its closed
 * period outlives the data by more than three days, or so few have reached their targets in a period that is over and known that
 * the targets may be too ambitious. Rows without a date have no period.
 */
export function marker(context: QuestionContext): MarkCell {
  const { queries, today } = context;
  const data = dataRange(queries);
  const known = new Map<string, { readonly inferred: boolean; readonly firsts: boolean; readonly reach: number }>();
  return (kpi, { span, undated }, value, largest) => {
    const facts = known.get(kpi.ref) ?? {
      inferred: isInferred(kpi, queries),
      firsts: countsFirsts(kpi),
      reach: reachOf(kpi, queries) ?? data?.to ?? Infinity,
    };
    known.set(kpi.ref, facts);
    const { inferred, firsts, reach } = facts;
    const open = today <= span.to && !undated;
    const endsEarly = !open && !undated && span.to - reach > COMPLETE_WITHIN_DAYS;
    return [
      ...(open ? (['open-period'] as const) : []),
      ...(value !== null && largest < SMALL_BASE && divides(kpi.expression) ? (['small-base'] as const) : []),
      ...(value !== null && inferred ? (['inferred'] as const) : []),
      ...(firsts && beginsEarly(span.from, data) ? (['biased-start'] as const) : []),
      ...(endsEarly ? (['data-ends-early'] as const) : []),
      ...(!open && !endsEarly && isAmbitious(kpi, value) ? (['targets-ambitious'] as const) : []),
    ];
  };
}

/** The last day that something is known of; targets are set for times ahead. Null without any data. */
function reachOf({ inputs }: PlannedKpi, queries: ColumnQueries): Day | null {
  const ends = inputs.flatMap(({ measure }) =>
    measure.kind === 'target' ? [] : (historyOf(measure, queries)?.to ?? []),
  );
  return ends.length === 0 ? null : Math.max(...ends);
}

function countsFirsts({ inputs }: PlannedKpi): boolean {
  return inputs.some(({ measure: { kind, where } }) =>
    where.some(({ field }) => field === 'first_purchase' || (kind === 'customer_span' && field === 'first')),
  );
}

function isAmbitious({ definition: { ambitiousBelow } }: PlannedKpi, value: number | null): boolean {
  return ambitiousBelow !== undefined && value !== null && value < ambitiousBelow;
}

function isInferred({ inputs }: PlannedKpi, queries: ColumnQueries): boolean {
  return inputs.some(({ measure }) =>
    rowConditions(measure).some(({ field }) => queries.inferred(measure.kind, field)),
  );
}

function beginsEarly(from: number, data: DayRange | null): boolean {
  return data !== null && from < addMonths(data.from, BIASED_MONTHS);
}

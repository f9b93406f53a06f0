import { addMonths, type Day } from '#shared/calendar.ts';
import { rowConditions } from '#shared/measures.ts';
import { COMPLETE_WITHIN_DAYS, fillsFrom } from '#shared/period.ts';
import type { AnswerCell } from '#shared/question.ts';
import { divides, type TimeShift } from '../formula/expression.ts';
import type { ColumnQueries, DayRange } from '../ports/column-queries.ts';
import { dataRange, type QuestionContext } from './context.ts';
import { countedDays, historyOf } from './history.ts';
import type { CellAt } from './levels.ts';
import type { Plan } from './plan.ts';
import type { PlannedKpi } from './planned-kpi.ts';
import { shiftedSpan } from './shift-span.ts';
import type { Slot } from './slots.ts';

/** Rows behind a ratio below which it is shaky. */
const SMALL_BASE = 5;
/** Months at the start of a history in which every old customer looks new. */
const BIASED_MONTHS = 3;

/** What marks are read from, in a cell. */
interface BesideValue {
  /** How many rows its largest source uses. */
  readonly largest: (cell: CellAt) => number;
  /** Whether its comparison has a value. */
  readonly isCompared: (cell: CellAt) => boolean;
}

export type MarkCells = (
  kpi: PlannedKpi,
  slot: Slot,
  beside: BesideValue,
) => (value: number | null, cell: CellAt) => AnswerCell['marks'];

/**
 * What to know beside a number: its period is still open, few rows stand behind its division (in the largest of its sources),
 * it rests on what was guessed from other data, it counts first purchases in the first three months of the history, its closed
 * period outlives the data by more than three days, the data cover only the end of what it or its formula is compared with, or so few
 * have reached their targets in a period that is over and known that the targets may be too ambitious. Rows without a date have no period.
 */
export function marker({ time }: Pick<Plan, 'time'>, context: QuestionContext): MarkCells {
  const { queries, today } = context;
  const data = dataRange(queries);
  const known = new Map<string, { readonly inferred: boolean; readonly firsts: boolean; readonly reach: number }>();
  return (kpi, slot, { largest, isCompared }) => {
    const { span, undated } = slot;
    const facts = known.get(kpi.ref) ?? {
      inferred: isInferred(kpi, queries),
      firsts: countsFirsts(kpi),
      reach: reachOf(kpi, queries) ?? data?.to ?? Infinity,
    };
    known.set(kpi.ref, facts);
    const { inferred, firsts, reach } = facts;
    const open = today <= span.to && !undated;
    const endsEarly = !open && !undated && span.to - reach > COMPLETE_WITHIN_DAYS;
    const biased = firsts && beginsEarly(span.from, data);
    const isPart = (base: Parameters<typeof isPartOf>[0]): boolean => isPartOf(base, kpi, slot, time, queries);
    const [partOfFormula, partOfComparison] = [isPart('looked-back-to'), isPart('compared')];
    const divided = divides(kpi.expression);
    // Most cells of a slot have the same marks.
    const lists: AnswerCell['marks'][] = [];
    return (value, cell) => {
      const isSmall = value !== null && divided && largest(cell) < SMALL_BASE;
      const isGuess = value !== null && inferred;
      const isPartly = partOfFormula || (partOfComparison && isCompared(cell));
      const ambitious = !open && !endsEarly && isAmbitious(kpi, value);
      return (lists[Number(isSmall) + 2 * Number(isGuess) + 4 * Number(ambitious) + 8 * Number(isPartly)] ??= [
        ...(open ? (['open-period'] as const) : []),
        ...(isSmall ? (['small-base'] as const) : []),
        ...(isGuess ? (['inferred'] as const) : []),
        ...(biased ? (['biased-start'] as const) : []),
        ...(endsEarly ? (['data-ends-early'] as const) : []),
        ...(isPartly ? (['base-starts-late'] as const) : []),
        ...(ambitious ? (['targets-ambitious'] as const) : []),
      ]);
    };
  };
}

/** The last day that something is known of; targets are set for times ahead. Null without any data. */
function reachOf({ inputs }: PlannedKpi, queries: ColumnQueries): Day | null {
  const ends = inputs.flatMap(({ measure }) =>
    measure.kind === 'target' ? [] : (historyOf(measure, queries)?.to ?? []),
  );
  return ends.length === 0 ? null : Math.max(...ends);
}

/** The times that the flows of a cell are compared with, by the question or by a formula that looks back. */
function isPartOf(
  base: 'compared' | 'looked-back-to',
  { inputs }: PlannedKpi,
  slot: Slot,
  time: Plan['time'],
  queries: ColumnQueries,
): boolean {
  return inputs.some(({ measure, shifts }) => {
    if (measure.nature !== 'flow' || measure.kind === 'target') return false;
    if (base === 'looked-back-to' && !shifts.some(looksBack)) return false;
    const steps: readonly TimeShift[] = base === 'compared' ? [{ by: 'compare' }, ...shifts] : shifts;
    const days = countedDays(shiftedSpan(slot, steps, time));
    const first = historyOf(measure, queries)?.from ?? -Infinity;
    // Before all data there is nothing to compare with.
    return days !== null && first <= days.to && !fillsFrom(days, first);
  });
}

const looksBack = ({ by }: TimeShift): boolean => by === 'prev' || by === 'same_period_last_year' || by === 'lag';

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

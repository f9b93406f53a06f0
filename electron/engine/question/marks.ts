import { addMonths, type Day } from '#shared/calendar.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import { COMPLETE_WITHIN_DAYS, fillsFrom, type Span } from '#shared/period.ts';
import type { AnswerCell } from '#shared/question.ts';
import { divides, type TimeShift } from '../formula/expression.ts';
import type { ColumnQueries, DayRange } from '../ports/column-queries.ts';
import { dataRange, type QuestionContext } from './context.ts';
import { historyOf } from './history.ts';
import type { CellAt } from './levels.ts';
import type { Plan } from './plan.ts';
import type { PlannedKpi } from './planned-kpi.ts';
import { shiftedSpan } from './shift-span.ts';
import type { Slot } from './slots.ts';

/** Rows behind a ratio below which it is shaky. */
const SMALL_BASE = 5;
/** Months at the start of a history in which every old customer looks new. */
const BIASED_MONTHS = 3;

/** `largest` is how many rows of a cell its largest source uses. */
export type MarkCells = (
  kpi: PlannedKpi,
  slot: Slot,
  largest: (cell: CellAt) => number,
) => (value: number | null, cell: CellAt) => AnswerCell['marks'];

/**
 * What to know beside a number: its period is still open, few rows stand behind its division (in the largest of its sources),
 * it rests on what was guessed from other data, it counts first purchases in the first three months of the history, its closed
 * period outlives the data by more than three days, the data cover only the end of what it is compared with, or so few have reached their targets in a period that is over and known that
 * the targets may be too ambitious. Rows without a date have no period.
 */
export function marker({ time }: Pick<Plan, 'time'>, context: QuestionContext): MarkCells {
  const { queries, today } = context;
  const data = dataRange(queries);
  const known = new Map<string, { readonly inferred: boolean; readonly firsts: boolean; readonly reach: number }>();
  return (kpi, slot, largest) => {
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
    const partBase = basesOf(kpi, slot, time).some((base) => isPart(base, queries));
    const divided = divides(kpi.expression);
    // Most cells of a slot have the same marks.
    const lists: AnswerCell['marks'][] = [];
    return (value, cell) => {
      const isSmall = value !== null && divided && largest(cell) < SMALL_BASE;
      const isGuess = value !== null && inferred;
      const ambitious = !open && !endsEarly && isAmbitious(kpi, value);
      return (lists[Number(isSmall) + 2 * Number(isGuess) + 4 * Number(ambitious)] ??= [
        ...(open ? (['open-period'] as const) : []),
        ...(isSmall ? (['small-base'] as const) : []),
        ...(isGuess ? (['inferred'] as const) : []),
        ...(biased ? (['biased-start'] as const) : []),
        ...(endsEarly ? (['data-ends-early'] as const) : []),
        ...(partBase ? (['base-starts-late'] as const) : []),
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

interface Base {
  readonly span: Span;
  readonly measure: MeasureDefinition;
}

/** The times that flows of a cell are compared with: by the question, and by a formula that looks back. */
function basesOf({ inputs }: PlannedKpi, slot: Slot, time: Plan['time']): readonly Base[] {
  const compared: readonly TimeShift[] = [{ by: 'compare' }];
  return inputs.flatMap(({ measure, shifts }) =>
    measure.nature !== 'flow' || measure.kind === 'target'
      ? []
      : [compared, ...(shifts.some(looksBack) ? [shifts] : [])].flatMap((steps) => {
          const span = shiftedSpan(slot, steps, time);
          return span === null ? [] : [{ span, measure }];
        }),
  );
}

const looksBack = ({ by }: TimeShift): boolean => by === 'prev' || by === 'same_period_last_year' || by === 'lag';

/** Whether data begin so long into a span that what they tell of it is a part. Before them all there is nothing to compare with. */
function isPart({ span, measure }: Base, queries: ColumnQueries): boolean {
  const first = historyOf(measure, queries)?.from ?? -Infinity;
  return span.from < first && first <= Math.min(span.to, span.through) && !fillsFrom(span, first);
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

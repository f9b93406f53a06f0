import type { Question } from '#shared/question.ts';
import type { Cell } from './cell.ts';
import { bucketsOf, lastYear, previous, shared, type Span } from './time.ts';
import type { World } from './world.ts';

/** A stretch of time that cells lie in, with the one beside it. */
export interface Slot {
  readonly keys: readonly (string | null)[];
  readonly span: Span | null;
  readonly beside: Span | null;
  readonly undated: Cell['undated'];
}

function stepBack(span: Span, compare: Question['compare'], { clock }: World): Span | null {
  return compare === 'previous' ? previous(span, clock) : compare === 'last-year' ? lastYear(span, clock) : null;
}

/** What the question's period is compared with. By working days there is none where none has elapsed that it could be met on. */
export function besideOf(period: Span, compare: Question['compare'], world: World): Span | null {
  const other = stepBack(period, compare, world);
  return world.clock.working !== null && other !== null && other.through < other.from ? null : other;
}

/** Buckets of a period, each with the one it is compared to: its own a year back, or the one with the same number. */
export function axisOf(
  period: Span,
  grain: string,
  compare: Question['compare'],
  world: World,
  hasUndated: boolean,
): readonly Slot[] {
  const { clock } = world;
  const other = besideOf(period, compare, world);
  const yearBack = compare === 'last-year' || (period.step === 'month' && period.count === 12);
  const numbered = other === null || yearBack ? [] : bucketsOf(other, grain, clock);
  const dated = bucketsOf(period, grain, clock).map(({ key, whole, span }, i): Slot => {
    const uncut = whole.step === 'week' ? whole : { ...whole, through: whole.to };
    const meets =
      period.step === 'all'
        ? stepBack(span, compare, world)
        : yearBack
          ? lastYear(uncut, clock)
          : (numbered[i]?.span ?? null);
    const cut = period.step === 'all' || meets === null || other === null ? meets : shared(meets, other);
    return { keys: [key], span, beside: period.step !== 'all' && other === null ? null : cut, undated: 'no' };
  });
  return hasUndated ? [...dated, { keys: [null], span: null, beside: null, undated: 'alone' }] : dated;
}

/** Every combination of buckets that share a day; a step back is one of the shorter. */
export function slotsOf(whole: Slot, axes: readonly (readonly Slot[])[]): readonly Slot[] {
  const finer = (a: Span, b: Span): Span =>
    a.to - a.from <= b.to - b.from ? a : { ...a, step: b.step, count: b.count };
  const both = (a: Span | null, b: Span | null): Span | null =>
    a === null || b === null ? null : shared(finer(a, b), b);
  return axes.reduce<readonly Slot[]>(
    (slots, axis, depth) =>
      depth === 0
        ? axis
        : slots.flatMap((slot) =>
            axis.flatMap((bucket) => {
              if ((bucket.undated === 'alone') !== (slot.undated === 'alone')) return [];
              const span = both(bucket.span, slot.span);
              if (span === null && slot.undated !== 'alone') return [];
              return [
                { ...slot, keys: [...slot.keys, ...bucket.keys], span, beside: both(bucket.beside, slot.beside) },
              ];
            }),
          ),
    axes.length === 0 ? [whole] : [],
  );
}

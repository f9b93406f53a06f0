import type { Num } from '../numbers.ts';
import { countDays } from '../time.ts';
import type { Cell } from '../cell.ts';

export type Kpi = (cell: Cell) => Num;
/** By `id:variant`. */
export type Kpis = Readonly<Record<string, Kpi>>;

/** Working days of the span as far as it has come; unknown without a calendar. */
export function workingDays({ span, world }: Cell): Num {
  if (span === null) return 'no-comparison';
  const { working } = world.clock;
  return working === null ? 'needs-data' : countDays(span.from, Math.min(span.to, span.through), working);
}

/** A KPI named by another, in the first of these variants that the data at hand can answer, else in the first. */
export const inForce =
  (first: Kpi, ...others: readonly Kpi[]): Kpi =>
  (cell) => {
    const isAnswered = (kpi: Kpi): boolean => {
      const trial: Cell = { ...cell, members: [], filters: [], reads: [] };
      kpi(trial);
      return trial.reads.every(({ isLacking }) => !isLacking);
    };
    return ([first, ...others].find(isAnswered) ?? first)(cell);
  };

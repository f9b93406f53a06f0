import type { Told, ToldInput, ToldPart } from '#shared/told.ts';
import type { HistoryForecast } from '#shared/forecast.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { Unit } from '#shared/units.ts';
import type { WorkspaceColumns } from '../ports/workspace-columns.ts';
import { mayStop } from '../stoppable.ts';

/** Rows of one sort behind a number. */
export interface PartRows {
  readonly part: ToldPart['part'];
  readonly kind: AnyKind;
  /** Ascending, in the kind's table. */
  readonly positions: Int32Array;
  /** They stand as this import left them; null for today's. */
  readonly asOf: number | null;
  /** Where rows of a derived kind are worked out by other rules than today's. */
  readonly columns?: WorkspaceColumns;
}

/** What a number's passport says, with the rows themselves. */
export interface ToldAnswer extends Omit<Told, 'parts' | 'sources'> {
  readonly rows: readonly PartRows[];
}

/** What most of them have none of. */
export const BARE = {
  upTo: null,
  form: null,
  inputs: [],
  period: null,
  ahead: null,
  against: null,
  filters: [],
  formula: null,
  leftOut: [],
  rows: [],
};

/** An input of a number. Example: `input('repeats', 4, 'count')`. */
export const input = (id: string, value: ToldInput['value'], unit: ToldInput['unit']): ToldInput => ({
  id,
  value,
  unit,
});

/** Rows of today's tables. */
export const rowsOf = (part: PartRows['part'], kind: AnyKind, positions: Int32Array): PartRows => ({
  part,
  kind,
  positions,
  asOf: null,
});

/** The reasons that some row is left out for. */
export function leftOutOf(counts: Readonly<Record<string, number>>): Told['leftOut'] {
  return Object.entries(counts).flatMap(([reason, count]) => (count > 0 ? [{ reason, count }] : []));
}

/** Each reason once. Example: 2 without a value and 1 without a value are 3. */
export function allLeftOut(leftOut: Told['leftOut']): Told['leftOut'] {
  const counts: Record<string, number> = {};
  for (const { reason, count } of leftOut) counts[reason] = (counts[reason] ?? 0) + count;
  return leftOutOf(counts);
}

/** From the first day of the first period to the last of the last; null without any. */
export function span(periods: readonly NonNullable<Told['period']>[]): Told['period'] {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

/** The ends of the ranges of 80 and 95 %. */
export function intervalInputs(
  intervals: HistoryForecast['points'][number]['intervals'],
  unit: Unit,
): readonly ToldInput[] {
  if (intervals === null) return [];
  return intervals.flatMap(({ low, high }, level) => {
    const share = level === 0 ? '80' : '95';
    return [input(`low${share}`, low, unit), input(`high${share}`, high, unit)];
  });
}

/** Those of a part that are in none of the others of its kind. Example: 1, 2 and 3 without 2 are 1 and 3. */
export function without(rows: PartRows, others: readonly PartRows[]): PartRows {
  mayStop();
  const less = others.find(({ kind }) => kind === rows.kind)?.positions ?? new Int32Array(0);
  let at = 0;
  const positions = rows.positions.filter((row) => {
    while (at < less.length && (less[at] ?? 0) < row) at++;
    return less[at] !== row;
  });
  return { ...rows, positions };
}

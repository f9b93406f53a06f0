import type { Told, ToldInput, ToldPart } from '#shared/told.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { WorkspaceColumns } from '../ports/workspace-columns.ts';

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

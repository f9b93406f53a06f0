import type { TFunction } from 'i18next';
import type { Inspection, RejectReason, RejectedRow } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { fieldName } from './words.ts';

/** Why a row is left out: "Datum saknas". */
export function rejectReason(t: TFunction, kind: RecordKind, field: string, reason: RejectReason): string {
  return t(`import:rejected.reasons.${reason}`, { field: fieldName(t, kind, field) });
}

export interface RejectedReason {
  readonly field: string;
  readonly reason: RejectReason;
  readonly count: number;
  /** One value that was refused, where it says something. */
  readonly example: string | null;
}

/** Reasons with their counts, the most frequent first, each with a value as example. */
export function rejectedReasons({
  receipt,
  rejected,
}: Pick<Inspection, 'receipt' | 'rejected'>): readonly RejectedReason[] {
  const exampleOf = (field: string, reason: RejectReason): string | null => {
    const fits = (row: RejectedRow): boolean => row.field === field && row.reason === reason && row.value.trim() !== '';
    return rejected.find(fits)?.value.trim() ?? null;
  };
  return receipt.rejectedByReason
    .map((entry) => ({ ...entry, example: exampleOf(entry.field, entry.reason) }))
    .toSorted((a, b) => b.count - a.count);
}

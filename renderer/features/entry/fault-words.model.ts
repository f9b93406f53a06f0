import type { TFunction } from 'i18next';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import type { EntryFault } from '#shared/entry.ts';
import { rejectReason } from '../import/rejected.model.ts';
import { fieldName } from '../import/words.ts';

/** Why a cell is wrong, and what to do: "Belopp är inte ett tal". */
export function faultWords(t: TFunction, kind: EntryKind, { field, reason }: EntryFault, currency: string): string {
  switch (reason) {
    case 'total-row':
    case 'already-there':
    case 'other-currency':
    case 'unknown-word':
      return t(`entry:faults.${reason}`, { field: fieldName(t, kind, field), currency });
    case 'missing':
    case 'not-a-date':
    case 'not-a-number':
    case 'date-out-of-range':
    case 'error-cell':
    case 'no-cached-value':
    case 'too-large':
      return rejectReason(t, kind, field, reason);
  }
}

/** Faults by row and place of the field, both 0-based. */
export function faultsByPlace(
  t: TFunction,
  kind: EntryKind,
  faults: readonly EntryFault[],
  currency: string,
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const byRow = new Map<number, Map<number, string>>();
  for (const fault of faults) {
    const row = byRow.get(fault.row - 1) ?? new Map<number, string>();
    byRow.set(fault.row - 1, row.set(placeOf(kind, fault), faultWords(t, kind, fault, currency)));
  }
  return byRow;
}

/** Place of a fault's field among the columns. */
export function placeOf(kind: EntryKind, { field }: EntryFault): number {
  return Math.max(
    0,
    entryFields(kind).findIndex(({ key }) => key === field),
  );
}

import { REJECT_REASONS, type RejectReason } from '#shared/importing.ts';
import { ERROR, NO_CACHED_VALUE } from './raw-table.ts';
import { isPlaceholder } from './number-readings.ts';
import type { PlannedColumn } from './import-plan.ts';

/** What is wrong with the rows of one block: the first fault of each row, and counts that go on the receipt. */
export class RowFaults {
  /** 0, or 1 + place in REJECT_REASONS. */
  readonly reasons: Uint8Array;
  /** Place of the column at fault in the plan. */
  readonly columns: Uint16Array;
  /** Values of the file's own columns that cannot be read: row, column, place in REJECT_REASONS, over and over. */
  readonly blanked: number[] = [];
  any = false;
  private readonly own: readonly boolean[];

  /** `own`: by place in the plan, true for a column of the file's own, whose values reject no row. */
  constructor(rows: number, own: readonly boolean[]) {
    this.own = own;
    this.reasons = new Uint8Array(rows);
    this.columns = new Uint16Array(rows);
  }

  add(row: number, column: number, reason: RejectReason): void {
    if (this.own[column] === true) {
      this.blanked.push(row, column, REJECT_REASONS.indexOf(reason));
      return;
    }
    if (this.reasons[row] !== 0) return;
    this.reasons[row] = REJECT_REASONS.indexOf(reason) + 1;
    this.columns[row] = column;
    this.any = true;
  }

  reasonAt(row: number): RejectReason | null {
    return REJECT_REASONS[(this.reasons[row] ?? 0) - 1] ?? null;
  }
}

/**
 * The fault of a cell that holds no value, or null where it may be blank. `#N/A` says "not there"; in a column of the
 * file's own (custom) any error is blank, since no sum or date depends on it.
 */
export function emptyFault(column: PlannedColumn, tag: number, text: string): RejectReason | null {
  if (tag === NO_CACHED_VALUE) return column.custom ? null : 'no-cached-value';
  if (tag === ERROR) return column.custom || (!column.needed && isPlaceholder(text)) ? null : 'error-cell';
  return column.needed ? 'missing' : null;
}

import { AppError } from '#shared/errors.ts';
import { REJECT_REASONS, type Receipt, type RejectedRow } from '#shared/importing.ts';
import { fromScaled } from '#shared/units.ts';
import { DERIVATIONS, type Derivation } from './derivations.ts';
import { DATA_ROW, LEFT_OUT_ROW, type ImportPlan } from './import-plan.ts';
import type { RowFaults } from './row-faults.ts';

/** What became of a row, beside the marks of `import-plan.ts`. */
export const REJECTED_ROW = 3;
export const DUPLICATE_ROW = 4;
/** Imported in place of what was stored under its business key. */
export const UPDATED_ROW = 5;
/** Stored under its business key with other content, which is kept. */
export const KEPT_ROW = 6;
const FATES = LEFT_OUT_ROW + 1;

/** True for a row that can be read, whatever becomes of it. */
export function isReadable(fate: number | undefined): boolean {
  return fate === DATA_ROW || fate === DUPLICATE_ROW || fate === UPDATED_ROW || fate === KEPT_ROW;
}

export const isImported = (fate: number | undefined): boolean => fate === DATA_ROW || fate === UPDATED_ROW;

/** Counts and exact sums (ten-thousandths) over all blocks, closed into the receipt. */
export class ReceiptTally {
  private readonly plan: ImportPlan;
  private readonly read: number;
  /** Rows below the header by fate. */
  private readonly rows = new Float64Array(FATES);
  private readonly sums = new Map<string, Float64Array>();
  private readonly rejections = new Map<number, number>();
  private readonly blanked = new Map<number, RejectedRow & { count: number }>();
  rounded = 0;

  constructor(plan: ImportPlan, rowsInFile: number) {
    this.plan = plan;
    this.read = rowsInFile;
  }

  /** Counts the block's rows; `fates` of the rows from `first` on. */
  countRows(fates: Uint8Array, first: number, faults: RowFaults): void {
    for (let i = first; i < fates.length; i++) {
      const fate = fates[i] ?? 0;
      this.rows[fate] = (this.rows[fate] ?? 0) + 1;
      if (fate !== REJECTED_ROW) continue;
      const kind = (faults.columns[i] ?? 0) * 16 + (faults.reasons[i] ?? 0);
      this.rejections.set(kind, (this.rejections.get(kind) ?? 0) + 1);
    }
  }

  /** Counts values of custom fields left blank in imported rows; `valueAt` tells of the first of each column and reason. */
  countBlanked(
    fates: Uint8Array,
    first: number,
    { blanked }: RowFaults,
    valueAt: (row: number, column: number) => Omit<RejectedRow, 'reason'>,
  ): void {
    for (let at = 0; at < blanked.length; at += 3) {
      const [row = 0, column = 0, reason = 0] = [blanked[at], blanked[at + 1], blanked[at + 2]];
      if (row < first || !isImported(fates[row])) continue;
      const kind = column * 16 + reason;
      const known = this.blanked.get(kind);
      if (known !== undefined) known.count++;
      else this.blanked.set(kind, { ...valueAt(row, column), reason: REJECT_REASONS[reason] ?? 'missing', count: 1 });
    }
  }

  /** Adds a field's values by fate of their row; fails with E_OVERFLOW beyond exact integers. */
  addSum(field: string, values: Float64Array, fates: Uint8Array, first: number): void {
    const sums = this.sums.get(field) ?? new Float64Array(FATES);
    this.sums.set(field, sums);
    for (let i = first; i < fates.length; i++) {
      const value = values[i] ?? NaN;
      if (value !== value) continue;
      const fate = fates[i] ?? 0;
      const sum = (sums[fate] ?? 0) + value;
      if (sum > Number.MAX_SAFE_INTEGER || sum < -Number.MAX_SAFE_INTEGER) throw overflow(field);
      sums[fate] = sum;
    }
  }

  /** `replaced`: stored rows that give way to the file's. */
  receipt(replaced: number): Receipt {
    const { header, marks, derivations, rules, columns } = this.plan;
    const [fresh = 0, skipped = 0, totals = 0, rejected = 0, same = 0] = this.rows;
    const [updated = 0, kept = 0] = [this.rows[UPDATED_ROW], this.rows[KEPT_ROW]];
    const headerRows = header.bottom - header.top + 1;
    const { rows: outside } = this.plan.layout;
    const ruled = (late: boolean): readonly Derivation[] =>
      rules.flatMap(({ field, from, isLate }) =>
        from === null || (isLate === true) !== late ? [] : [{ field, from }],
      );
    const derived: Derivation[] = [...ruled(false), ...derivations.map((id) => DERIVATIONS[id]), ...ruled(true)];
    if (this.plan.currency !== null) derived.push({ field: 'currency', from: this.plan.currency });
    return {
      rows: {
        read: this.read + outside.header + outside.skipped + outside.totals,
        header: headerRows + outside.header,
        skipped: skipped + (this.rows[LEFT_OUT_ROW] ?? 0) + header.top + outside.skipped,
        totals: totals + outside.totals,
        duplicates: same + kept,
        rejected,
        imported: fresh + updated,
      },
      changes: { updated, kept, replaced },
      sums: Object.fromEntries([...this.sums].map(([field, sums]) => [field, receiptSum(field, sums, marks.control)])),
      rounded: this.rounded,
      derived,
      rejectedByReason: [...this.rejections]
        .map(([kind, count]) => ({
          field: columns[Math.floor(kind / 16)]?.key ?? '',
          reason: REJECT_REASONS[(kind % 16) - 1] ?? 'missing',
          count,
        }))
        .toSorted((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1)),
      ...(this.blanked.size === 0 ? {} : { unread: [...this.blanked.values()] }),
    };
  }
}

function receiptSum(field: string, sums: Float64Array, control: ReadonlyMap<string, number>): Receipt['sums'][string] {
  const sum = (...fates: readonly number[]): number => fates.reduce((total, fate) => total + (sums[fate] ?? 0), 0);
  const imported = sum(DATA_ROW, UPDATED_ROW);
  const [rejected, duplicates] = [sum(REJECTED_ROW), sum(DUPLICATE_ROW, KEPT_ROW)];
  const file = imported + rejected + duplicates;
  if (!Number.isSafeInteger(file)) throw overflow(field);
  const total = control.get(field);
  const leftOut = sums[LEFT_OUT_ROW] ?? 0;
  return {
    file: fromScaled(file),
    imported: fromScaled(imported),
    duplicates: fromScaled(duplicates),
    rejected: fromScaled(rejected),
    control: total === undefined ? null : fromScaled(total),
    ...(leftOut === 0 ? {} : { leftOut: fromScaled(leftOut) }),
  };
}

function overflow(field: string): AppError {
  return new AppError('E_OVERFLOW', `The sum of ${field} is too large to be exact.`, { field });
}

import type { Receipt } from '#shared/importing.ts';

export interface ReceiptRows {
  /** Rows under the header and the titles: what has to be accounted for. */
  readonly inFile: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly totals: number;
  /** Rows that no line accounts for; anything but 0 is a fault. */
  readonly missing: number;
}

/** Example: 49 512 read with 1 header and 3 skipped is 49 508 in the file. */
export function receiptRows({ rows }: Receipt): ReceiptRows {
  const inFile = rows.read - rows.header - rows.skipped;
  const { imported, duplicates, rejected, totals } = rows;
  return {
    inFile,
    imported,
    duplicates,
    rejected,
    totals,
    missing: inFile - imported - duplicates - rejected - totals,
  };
}

export interface ReceiptBar {
  readonly imported: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** Shares 0 to 1 of the bar. A part that exists is at least `least` wide, so that one bad row in a million is seen. */
export function receiptBar({ imported, duplicates, rejected }: ReceiptRows, least = 0.006): ReceiptBar {
  const sum = imported + duplicates + rejected;
  if (sum === 0) return { imported: 0, duplicates: 0, rejected: 0 };
  const share = (count: number): number => (count === 0 ? 0 : Math.max(count / sum, least));
  const raw = [share(imported), share(duplicates), share(rejected)] as const;
  const total = raw[0] + raw[1] + raw[2];
  return { imported: raw[0] / total, duplicates: raw[1] / total, rejected: raw[2] / total };
}

export interface ReceiptSum {
  readonly field: string;
  readonly file: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly control: number | null;
  /** Of rows that the preset's rules leave out; absent where it is nothing. */
  readonly leftOut?: number | undefined;
  /** What the file has and the lines do not, 0 when they agree. */
  readonly unaccounted: number;
  /** The file's own total row minus the sum of its rows; null without such a row, 0 when they agree. */
  readonly controlDifference: number | null;
}

/** Sums are exact decimals of four places carried as doubles: closer than half a ten-thousandth, or the double's own grain, is equal. */
function difference(a: number, b: number): number {
  const apart = a - b;
  const grain = Math.max(Math.abs(a), Math.abs(b)) * 2e-14;
  return Math.abs(apart) < Math.max(0.00005, grain) ? 0 : Math.round(apart * 10_000) / 10_000;
}

const LEADING = ['amount', 'value', 'price', 'quantity'];

/** The sums by field, the one that matters most first: amount, value, price, quantity, then as in the file. */
export function receiptSums({ sums }: Receipt): readonly ReceiptSum[] {
  const rank = (field: string): number => (LEADING.includes(field) ? LEADING.indexOf(field) : LEADING.length);
  return Object.entries(sums)
    .map(([field, sum]) => ({
      field,
      ...sum,
      unaccounted: difference(sum.file, sum.imported + sum.duplicates + sum.rejected),
      controlDifference: sum.control === null ? null : difference(sum.control, sum.file),
    }))
    .toSorted((a, b) => rank(a.field) - rank(b.field));
}

export type ReceiptVerdict =
  | { readonly is: 'control-agrees' }
  | { readonly is: 'sums-agree' }
  | { readonly is: 'rows-agree' }
  | { readonly is: 'rows-missing'; readonly count: number }
  | { readonly is: 'sum-missing'; readonly field: string; readonly difference: number }
  | { readonly is: 'control-differs'; readonly field: string; readonly difference: number };

/** One sentence's worth: the worst thing found, or the best proof there is. */
export function receiptVerdict(receipt: Receipt): ReceiptVerdict {
  const rows = receiptRows(receipt);
  const sums = receiptSums(receipt);
  if (rows.missing !== 0) return { is: 'rows-missing', count: rows.missing };
  const missing = sums.find((sum) => sum.unaccounted !== 0);
  if (missing !== undefined) return { is: 'sum-missing', field: missing.field, difference: missing.unaccounted };
  const differs = sums.find((sum) => sum.controlDifference !== null && sum.controlDifference !== 0);
  if (differs !== undefined) {
    return { is: 'control-differs', field: differs.field, difference: differs.controlDifference ?? 0 };
  }
  if (sums.some((sum) => sum.control !== null)) return { is: 'control-agrees' };
  return { is: sums.length > 0 ? 'sums-agree' : 'rows-agree' };
}

/** Every row of the file is in the workspace already, as it stands: nothing is wrong and there is nothing to do. */
export function isAllThere(receipt: Receipt): boolean {
  const { imported, duplicates, rejected } = receiptRows(receipt);
  return imported === 0 && rejected === 0 && duplicates > 0 && receipt.changes.kept === 0;
}

import type { Receipt } from '#shared/importing.ts';

type Rows = Partial<Receipt['rows']>;
type Sum = Partial<Receipt['sums'][string]>;

/** A receipt with what a test is about; the rest is nothing. */
export function receiptOf(rows: Rows, sums: Readonly<Record<string, Sum>> = {}): Receipt {
  const none = { file: 0, imported: 0, duplicates: 0, rejected: 0, control: null };
  return {
    rows: { read: 0, header: 0, skipped: 0, totals: 0, duplicates: 0, rejected: 0, imported: 0, ...rows },
    changes: { updated: 0, kept: 0, replaced: 0 },
    sums: Object.fromEntries(Object.entries(sums).map(([field, sum]) => [field, { ...none, ...sum }])),
    rounded: 0,
    derived: [],
    rejectedByReason: [],
  };
}

/** A SIE file's content, as far as vouchers and their accounts go. Amounts are ten-thousandths; debit is positive. */
export interface SieBook {
  /** 1 to 4; null when the file does not say. */
  readonly type: number | null;
  /** Fiscal years by number, 0 the current one: first and last day, `YYYY-MM-DD`. */
  readonly years: ReadonlyMap<number, { readonly from: string; readonly to: string }>;
  readonly accountNames: ReadonlyMap<string, string>;
  readonly dimensionNames: ReadonlyMap<string, string>;
  /** By dimension and code, separated by a blank. */
  readonly objectNames: ReadonlyMap<string, string>;
  readonly vouchers: readonly SieVoucher[];
  /** `#RES 0` by account: what the file itself says the year's sum is. */
  readonly results: ReadonlyMap<string, number>;
}

export interface SieVoucher {
  readonly series: string;
  readonly number: string;
  readonly transactions: readonly SieTransaction[];
}

export interface SieTransaction {
  /** Line of the file, 1-based. */
  readonly line: number;
  readonly account: string;
  /** Dimension and code. */
  readonly objects: readonly (readonly [string, string])[];
  readonly amount: number;
  /** The transaction's date, else its voucher's, as written: `YYYYMMDD`. */
  readonly date: string;
  /** The transaction's text, else its voucher's. */
  readonly text: string;
}

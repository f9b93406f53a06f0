import type { TableLayout } from '#engine/import/raw-table.ts';
import { fromScaled } from '#shared/units.ts';
import { isoOf } from './parse-sie.ts';
import type { SieBook } from './sie-book.ts';

type Notices = TableLayout['notices'];

const MOST_NOTICES = 5;

/** `#TRANS` of the current fiscal year by account, ten-thousandths. */
export function sumsByAccount({ years, vouchers }: SieBook): ReadonlyMap<string, number> {
  const year = years.get(0);
  const sums = new Map<string, number>();
  for (const { transactions } of vouchers) {
    for (const { account, amount, date } of transactions) {
      const day = isoOf(date);
      if (year !== undefined && year.from !== '' && (day < year.from || day > year.to)) continue;
      sums.set(account, (sums.get(account) ?? 0) + amount);
    }
  }
  return sums;
}

/** Vouchers whose debit and credit differ: `sie-voucher-unbalanced` {voucher, difference}. */
export function unbalancedVouchers({ vouchers }: SieBook): Notices {
  return vouchers
    .flatMap(({ series, number, transactions }) => {
      const difference = transactions.reduce((sum, { amount }) => sum + amount, 0);
      const voucher = `${series} ${number}`.trim();
      return difference === 0
        ? []
        : [{ code: 'sie-voucher-unbalanced', details: { voucher, difference: fromScaled(difference) } }];
    })
    .slice(0, MOST_NOTICES);
}

/** Accounts of a table whose vouchers do not sum to the file's own result: `sie-account-differs` {account, sum, total}. */
export function differingAccounts(book: SieBook, isTaken: (account: string) => boolean): Notices {
  if (book.results.size === 0) return [];
  const sums = sumsByAccount(book);
  const accounts = [...new Set([...sums.keys(), ...book.results.keys()])].filter((account) => isTaken(account)).sort();
  return accounts
    .flatMap((account) => {
      const [sum, total] = [sums.get(account) ?? 0, book.results.get(account) ?? 0];
      const details = { account, sum: fromScaled(sum), total: fromScaled(total) };
      return sum === total ? [] : [{ code: 'sie-account-differs', details }];
    })
    .slice(0, MOST_NOTICES);
}

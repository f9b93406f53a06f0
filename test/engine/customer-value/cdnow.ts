import { readFileSync } from 'node:fs';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { dataFile } from '../../support/data.ts';

/** The log of CDNOW's 2 357 customers as rows of sales. */
export function cdnowSales(): readonly (PlainRow & { readonly customer: string; readonly date: string })[] {
  return readFileSync(dataFile('cdnow_lifetimes/CDNOW_sample.txt'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => {
      const [, customer = '', date = '', , dollars] = line.trim().split(/\s+/);
      const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
      return { customer, date: iso, amount: Number(dollars) };
    });
}

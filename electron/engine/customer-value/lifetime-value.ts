import { expectedPurchases, type BgNbd } from './bg-nbd.ts';
import { expectedSpend, type GammaGamma } from './gamma-gamma.ts';
import type { SpendingHistory } from './purchase-history.ts';

/** Weeks in a month of 30.4 days, as the published examples have it. */
export const WEEKS_A_MONTH = 4.345;

/**
 * What a customer's coming purchases are worth today: those expected in each month, at the mean to expect of him, discounted by
 * the month's end. `discount` a month, 0.01 for 1 %. Base units of money, before costs. Null where no mean can be expected.
 * Source: Fader, Hardie and Lee 2005, "RFM and CLV". Example: CDNOW's first customer (2 repeats in 38.86 weeks) over 12 months at 1 % is worth 36.28.
 */
export function lifetimeValue(
  purchases: BgNbd,
  spending: GammaGamma,
  history: SpendingHistory,
  months: number,
  discount: number,
): number | null {
  const spend = expectedSpend(spending, history);
  if (spend === null) return null;
  let [value, before] = [0, 0];
  for (let month = 1; month <= months; month++) {
    const through = expectedPurchases(purchases, history, month * WEEKS_A_MONTH);
    value += ((through - before) * spend) / (1 + discount) ** month;
    before = through;
  }
  return value;
}

import type { Day } from '#shared/calendar.ts';

/** What the models know of a customer. Times in one unit, counted from the first purchase. */
export interface PurchaseHistory {
  /** Days of purchase after the first. */
  readonly repeats: number;
  /** Time of the last purchase; 0 without repeats. */
  readonly recency: number;
  /** Time that the customer has been watched. */
  readonly age: number;
}

export interface SpendingHistory extends PurchaseHistory {
  /** Mean value of the repeated purchases, in base units; null without any. */
  readonly meanSpent: number | null;
}

/** One day's purchases of a customer, all of them one purchase. */
export interface PurchaseDay {
  readonly day: Day;
  readonly amount: number;
}

const DAYS_A_WEEK = 7;

/**
 * A customer's purchases through a day, in weeks. Purchases of one day are one; what a return leaves below zero is no
 * purchase. Null where nothing is left. The first purchase makes a customer and tells nothing of how often he comes back, so its
 * value stays out of the mean.
 * Source: Fader and Hardie, "RFM and CLV", 2005. Example: 100 on day 0, 40 on day 14 and 60 on day 21, through day 70: 2 repeats,
 * recency 3 weeks, age 10 weeks, mean 50.
 */
export function purchaseHistory(purchases: readonly PurchaseDay[], through: Day): SpendingHistory | null {
  const days = new Map<Day, number>();
  for (const { day, amount } of purchases) if (day <= through) days.set(day, (days.get(day) ?? 0) + amount);
  const [first, ...later] = [...days].filter(([, amount]) => amount >= 0).toSorted(([a], [b]) => a - b);
  if (first === undefined) return null;
  const last = later.at(-1) ?? first;
  return {
    repeats: later.length,
    recency: (last[0] - first[0]) / DAYS_A_WEEK,
    age: (through - first[0]) / DAYS_A_WEEK,
    meanSpent: later.length === 0 ? null : later.reduce((sum, [, amount]) => sum + amount, 0) / later.length,
  };
}

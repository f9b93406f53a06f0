import { isoDate, type Day } from '#shared/calendar.ts';
import type { HoldOut } from '#shared/customer-value.ts';
import { expectedPurchases, fitBgNbd } from './bg-nbd.ts';
import { expectedSpend, fitGammaGamma } from './gamma-gamma.ts';
import { fitted } from './fitted.ts';
import { purchaseHistory, type PurchaseDay } from './purchase-history.ts';

const MOST_WEEKS = 52;
/** Of the whole history. */
export const LEAST_WEEKS = 26;
/** Those who came back this often or more are one group. */
export const MOST_REPEATS = 7;

/**
 * How well the models would have foretold the last part of the history, half of it and at most a year: they are fitted to what came
 * before, then what they expect of the customers known by then is held against what these bought. Null where the history is
 * shorter than 26 weeks or nobody had come back. Purchases are days.
 * Source: Fader, Hardie and Lee 2005. Example: of CDNOW's 78 weeks 39 are kept back; 1 653 purchases expected, 1 882 made.
 */
export function holdOut(customers: readonly (readonly PurchaseDay[])[], from: Day, through: Day): HoldOut | null {
  const span = (through - from) / 7;
  if (span < LEAST_WEEKS) return null;
  const weeks = Math.min(MOST_WEEKS, Math.round(span / 2));
  const cut = through - weeks * 7;
  const known = customers.flatMap((purchases) => {
    const history = purchaseHistory(purchases, cut);
    if (history === null) return [];
    const later = purchases.filter(({ day, amount }) => day > cut && amount >= 0);
    return [{ history, later }];
  });
  const histories = known.map(({ history }) => history);
  if (!histories.some(({ repeats }) => repeats > 0)) return null;
  const purchases = fitBgNbd(fitted(histories));
  const spending = fitGammaGamma(fitted(histories));
  const groups = Array.from({ length: MOST_REPEATS + 1 }, () => ({ customers: 0, expected: 0, happened: 0 }));
  let [expected, happened, expectedValue, happenedValue] = [0, 0, 0, 0];
  let isValued = spending !== null;
  for (const { history, later } of known) {
    const times = expectedPurchases(purchases, history, weeks);
    const spend = spending === null ? null : expectedSpend(spending, history);
    expected += times;
    happened += later.length;
    if (spend === null) isValued = false;
    else expectedValue += times * spend;
    happenedValue += later.reduce((sum, { amount }) => sum + amount, 0);
    const group = groups[Math.min(history.repeats, MOST_REPEATS)];
    if (group === undefined) continue;
    group.customers += 1;
    group.expected += times;
    group.happened += later.length;
  }
  return {
    period: { from: isoDate(cut + 1), to: isoDate(through) },
    weeks,
    customers: known.length,
    expected,
    happened,
    expectedValue: isValued ? expectedValue : null,
    happenedValue,
    byRepeats: groups.flatMap((group, repeats) =>
      group.customers === 0
        ? []
        : [
            {
              repeats,
              customers: group.customers,
              expected: group.expected / group.customers,
              happened: group.happened / group.customers,
            },
          ],
    ),
  };
}

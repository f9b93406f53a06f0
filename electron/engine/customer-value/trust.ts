import type { HoldOut, TrustNote } from '#shared/customer-value.ts';
import type { BgNbdFit } from './bg-nbd.ts';
import type { PurchaseDay, SpendingHistory } from './purchase-history.ts';

/** Below this many customers who came back the four numbers of the model are guesses. */
const FEW_REPEATERS = 100;
/** Without so many there is no model. */
export const LEAST_REPEATERS = 10;
const SHORT_WEEKS = 52;
const STRONG_CORRELATION = 0.3;
const HOLD_OUT_OFF = 0.2;
/** Gaps that vary less than half of what chance would make of them. */
const REGULAR = 0.5;
const LEAST_GAPS = 4;
/** From here on Gamma-Gamma takes a customer's mean as it stands, however few purchases it is of. */
const NO_SPREAD = 1000;
/** Of leaving after a purchase. */
const NOBODY = 0.001;

/**
 * How the size of purchases and their number go together over customers who came back: Pearson's r; null with fewer than three, or
 * where one of them does not vary. The models take them for independent. Example: of CDNOW's 946 it is 0.114.
 */
export function spendCorrelation(histories: readonly SpendingHistory[]): number | null {
  const pairs = histories.flatMap(({ repeats, meanSpent }) =>
    repeats > 0 && meanSpent !== null ? [[repeats, meanSpent] as const] : [],
  );
  if (pairs.length < 3) return null;
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  let [both, ofX, ofY] = [0, 0, 0];
  for (const [a, b] of pairs) {
    both += (a - x) * (b - y);
    ofX += (a - x) ** 2;
    ofY += (b - y) ** 2;
  }
  return ofX === 0 || ofY === 0 ? null : both / Math.sqrt(ofX * ofY);
}

/**
 * How evenly purchases come: the middle one of the customers' coefficients of variation of their gaps, of those with at least four
 * gaps; null without any. Purchases at random, as BG/NBD has them, give about 1, monthly ones 0.
 * Example: gaps of 30, 30, 30 and 30 days give 0; 10, 50, 10 and 50 give 2/3.
 */
export function gapVariation(customers: readonly (readonly PurchaseDay[])[]): number | null {
  const variations = customers.flatMap((purchases) => {
    const days = purchases.filter(({ amount }) => amount >= 0).map(({ day }) => day);
    if (days.length <= LEAST_GAPS) return [];
    const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    return [Math.sqrt(variance) / mean];
  });
  const sorted = variations.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

interface Evidence {
  readonly weeks: number;
  readonly histories: readonly SpendingHistory[];
  readonly customers: readonly (readonly PurchaseDay[])[];
  readonly fit: BgNbdFit | null;
  /** Gamma-Gamma's p: how evenly a customer spends. */
  readonly p: number;
  readonly settled: boolean;
  readonly holdOut: HoldOut | null;
  readonly unrated: number;
}

/** What to know before the predictions are believed, in the order of TRUST_CODES; empty where nothing speaks against them. */
export function trustNotes(evidence: Evidence): TrustNote[] {
  const { weeks, histories, customers, fit, p, settled, holdOut, unrated } = evidence;
  const repeaters = histories.filter(({ repeats }) => repeats > 0).length;
  const correlation = spendCorrelation(histories);
  const variation = gapVariation(customers);
  const off = holdOut === null || holdOut.happened === 0 ? null : holdOut.expected / holdOut.happened - 1;
  const leaving = fit === null ? null : fit.a / (fit.a + fit.b);
  const note = (code: TrustNote['code'], value: number, holds: boolean): TrustNote[] =>
    holds ? [{ code, value }] : [];
  return [
    ...note('short-history', Math.floor(weeks), weeks < SHORT_WEEKS),
    ...note('few-repeats', repeaters, repeaters < FEW_REPEATERS),
    ...note('regular-buyers', variation ?? 0, fit !== null && variation !== null && variation < REGULAR),
    ...note(
      'spend-follows-frequency',
      correlation ?? 0,
      fit !== null && correlation !== null && Math.abs(correlation) >= STRONG_CORRELATION,
    ),
    ...note('own-mean', p, p > NO_SPREAD),
    ...note('hold-out-off', off ?? 0, off !== null && Math.abs(off) > HOLD_OUT_OFF),
    ...note('hold-out-missing', 0, fit !== null && off === null),
    ...note('nobody-leaves', leaving ?? 0, leaving !== null && leaving < NOBODY),
    ...note('not-settled', 0, fit !== null && !settled),
    ...note('unrated', unrated, unrated > 0),
  ];
}

import { gauss2f1 } from '../math/gauss-2f1.ts';
import { lbfgs, type Slope } from '../math/lbfgs.ts';
import { lnGamma } from '../math/ln-gamma.ts';
import type { PurchaseHistory } from './purchase-history.ts';

/** Purchases come at random while a customer is active (gamma: r, alpha); after any purchase he may leave for good (beta: a, b). */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface BgNbdFit extends BgNbd {
  readonly logLikelihood: number;
  /** False where the search did not come to rest: the numbers are not to be trusted. */
  readonly settled: boolean;
}

/**
 * The BG/NBD model that makes these histories likeliest. Time in any one unit (weeks here), alpha in the same.
 * Source: Fader, Hardie and Lee 2005, "Counting Your Customers" the Easy Way, equation 6.
 * Example: the 2 357 customers of CDNOW give r 0.243, alpha 4.414, a 0.793, b 2.426 and a log-likelihood of −9 582.4.
 */
export function fitBgNbd(histories: readonly PurchaseHistory[]): BgNbdFit {
  const kinds = distinct(histories);
  const longest = Math.max(1, ...kinds.map(({ age }) => age));
  const minimum = lbfgs((logs) => downhill(kinds, modelOf(logs, longest)), Float64Array.of(0, -2, 0, 0), {
    tolerance: 1e-13,
  });
  return { ...modelOf(minimum.at, longest), logLikelihood: -minimum.value, settled: minimum.settled };
}

/** Logarithms keep all four positive; alpha is searched in shares of the longest age, so that the unit of time plays no part. */
function modelOf([r = 0, alpha = 0, a = 0, b = 0]: ArrayLike<number> & Iterable<number>, longest: number): BgNbd {
  return { r: Math.exp(r), alpha: Math.exp(alpha) * longest, a: Math.exp(a), b: Math.exp(b) };
}

interface Kind extends PurchaseHistory {
  customers: number;
}

/** Customers with the same history are as likely as one another. */
function distinct(histories: readonly PurchaseHistory[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { repeats, recency, age } of histories) {
    const key = `${repeats} ${recency} ${age}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { repeats, recency, age, customers: 1 });
    else known.customers += 1;
  }
  return [...kinds.values()];
}

/** Minus the log-likelihood, and its slopes in the logarithms of r, alpha, a and b. */
function downhill(kinds: readonly Kind[], { r, alpha, a, b }: BgNbd): Slope {
  const [lnA, lnAlpha] = [Math.log(a), Math.log(alpha)];
  const [ofR, ofB, ofAb] = [risingLogs(r), risingLogs(b), risingLogs(a + b)];
  let [sum, toR, toAlpha, toA, toB] = [0, 0, 0, 0, 0];
  for (const { repeats: x, recency, age, customers } of kinds) {
    const [stays, goes] = [Math.log(alpha + age), Math.log(alpha + recency)];
    const staying = -(r + x) * stays;
    const leaving = x === 0 ? -Infinity : lnA - Math.log(b + x - 1) - (r + x) * goes;
    const larger = Math.max(staying, leaving);
    const either = larger + Math.log(Math.exp(staying - larger) + Math.exp(leaving - larger));
    const left = Math.exp(leaving - either);
    sum += customers * (ofR.logs(x) + r * lnAlpha + ofB.logs(x) - ofAb.logs(x) + either);
    toR += customers * (ofR.slopes(x) + lnAlpha - (1 - left) * stays - left * goes);
    toAlpha += customers * (r / alpha - (r + x) * ((1 - left) / (alpha + age) + left / (alpha + recency)));
    toA += customers * (left / a - ofAb.slopes(x));
    toB += customers * (ofB.slopes(x) - ofAb.slopes(x) - (x === 0 ? 0 : left / (b + x - 1)));
  }
  return { value: -sum, gradient: Float64Array.of(-toR * r, -toAlpha * alpha, -toA * a, -toB * b) };
}

/** ln Γ(z + x) − ln Γ(z) for whole x, and its slope in z as far as logs were asked for: sums over z, z + 1, … */
function risingLogs(z: number): { logs(x: number): number; slopes(x: number): number } {
  const [logs, slopes] = [[0], [0]];
  const reach = (x: number): void => {
    for (let k = logs.length; k <= x; k++) {
      logs.push((logs[k - 1] ?? 0) + Math.log(z + k - 1));
      slopes.push((slopes[k - 1] ?? 0) + 1 / (z + k - 1));
    }
  };
  return {
    logs: (x) => {
      reach(x);
      return logs[x] ?? 0;
    },
    slopes: (x) => slopes[x] ?? 0,
  };
}

/**
 * The chance that a customer is still active at the end of his history; 1 for one who never came back.
 * Source: Fader, Hardie and Lee 2008, "Computing P(alive) Using the BG/NBD Model". Example: 2 repeats, the last in week 30.43 of 38.86, gives 0.7266.
 */
export function chanceActive(model: BgNbd, history: PurchaseHistory): number {
  return 1 / (1 + leftOdds(model, history));
}

/** Odds of having left after the last purchase. */
function leftOdds({ r, alpha, a, b }: BgNbd, { repeats: x, recency, age }: PurchaseHistory): number {
  return x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x);
}

/**
 * Purchases to expect of a new customer in `time` after his first one.
 * Source: Fader, Hardie and Lee 2005, equation 9. Example: with CDNOW's model, 1.8576 in 78 weeks.
 */
export function expectedOfNew(model: BgNbd, time: number): number {
  const { r, alpha, b } = model;
  const a = awayFromOne(model.a);
  const z = time / (alpha + time);
  return ((a + b - 1) / (a - 1)) * (1 - (1 - z) ** r * gauss2f1(r, b, a + b - 1, z));
}

/**
 * Purchases to expect of a customer in `time` after the end of his history.
 * Source: Fader, Hardie and Lee 2005, equation 10. Example: 2 repeats, the last in week 30.43 of 38.86, gives 1.226 in 39 weeks.
 */
export function expectedPurchases(model: BgNbd, history: PurchaseHistory, time: number): number {
  const { r, alpha, b } = model;
  const { repeats: x, age } = history;
  const a = awayFromOne(model.a);
  const z = time / (alpha + age + time);
  const whileActive = ((a + b + x - 1) / (a - 1)) * (1 - (1 - z) ** (r + x) * gauss2f1(r + x, b + x, a + b + x - 1, z));
  return whileActive * chanceActive(model, history);
}

/** At a = 1 the formulas are 0 ÷ 0; beside it they are smooth. */
function awayFromOne(a: number): number {
  return Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a;
}

/**
 * The chance of exactly `count` purchases of a new customer in `time` after his first one.
 * Source: Fader, Hardie and Lee 2005, equation 8. Example: with CDNOW's model, none in 39 weeks has the chance 0.5738.
 */
export function chanceOfPurchases({ r, alpha, a, b }: BgNbd, count: number, time: number): number {
  const lnBeta = (p: number, q: number): number => lnGamma(p) + lnGamma(q) - lnGamma(p + q);
  const [stay, gone] = [Math.log(alpha / (alpha + time)), Math.log(time / (alpha + time))];
  const term = (j: number): number => Math.exp(lnGamma(r + j) - lnGamma(r) - lnGamma(j + 1) + r * stay + j * gone);
  const active = Math.exp(lnBeta(a, b + count) - lnBeta(a, b)) * term(count);
  if (count === 0) return active;
  let before = 0;
  for (let j = 0; j < count; j++) before += term(j);
  return active + Math.exp(lnBeta(a + 1, b + count - 1) - lnBeta(a, b)) * (1 - before);
}

import { digamma } from '../math/digamma.ts';
import { lbfgs, type Slope } from '../math/lbfgs.ts';
import { lnGamma, lnGammaRatio } from '../math/ln-gamma.ts';
import type { SpendingHistory } from './purchase-history.ts';

/** A customer's purchases vary around his own mean (gamma: p), the means of customers around theirs (gamma: q, v). */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  /** In units of money. */
  readonly v: number;
}

export interface GammaGammaFit extends GammaGamma {
  readonly logLikelihood: number;
  readonly settled: boolean;
  /** Customers with repeats, which the model is fitted to. */
  readonly customers: number;
}

type Spender = Pick<SpendingHistory, 'repeats' | 'meanSpent'>;

/**
 * The Gamma-Gamma model of spending that makes these means likeliest; customers without repeats are left out. Null with fewer than two.
 * Source: Fader and Hardie 2013, "The Gamma-Gamma Model of Monetary Value", note 025, equation 1a.
 * Example: the 946 repeat customers of CDNOW give p 6.25, q 3.74, v 15.45.
 */
export function fitGammaGamma(spenders: readonly Spender[]): GammaGammaFit | null {
  const repeated = spenders.flatMap(({ repeats, meanSpent }) =>
    repeats > 0 && meanSpent !== null && meanSpent > 0 ? [{ x: repeats, mean: meanSpent }] : [],
  );
  if (repeated.length < 2) return null;
  const scale = repeated.reduce((sum, { mean }) => sum + mean, 0) / repeated.length;
  const modelOf = ([p = 0, q = 0, v = 0]: ArrayLike<number> & Iterable<number>): GammaGamma => ({
    p: Math.exp(p),
    q: Math.exp(q),
    v: Math.exp(v) * scale,
  });
  const minimum = lbfgs((logs) => downhill(repeated, modelOf(logs)), Float64Array.of(1, 1, 0), { tolerance: 1e-13 });
  return {
    ...modelOf(minimum.at),
    logLikelihood: -minimum.value,
    settled: minimum.settled,
    customers: repeated.length,
  };
}

/**
 * Minus the log-likelihood, and its slopes in the logarithms of p, q and v. In equation 1a what cancels for large p is taken out: as it
 * stands there, it is noise from p of a million on.
 */
function downhill(repeated: readonly { readonly x: number; readonly mean: number }[], { p, q, v }: GammaGamma): Slope {
  const [lnV, known, toKnown] = [Math.log(v), q * Math.log(v) - lnGamma(q), digamma(q)];
  let [sum, toP, toQ, toV] = [0, 0, 0, 0];
  for (const { x, mean } of repeated) {
    const spent = x * mean;
    const [all, share] = [Math.log(v + spent), Math.log1p(v / spent)];
    const rise = digamma(p * x + q);
    sum += known + lnGammaRatio(p * x, q) - q * all - p * x * share - Math.log(mean);
    toP += x * (rise - digamma(p * x) - share);
    toQ += rise - toKnown + lnV - all;
    toV += q / v - (q + p * x) / (v + spent);
  }
  return { value: -sum, gradient: Float64Array.of(-toP * p, -toQ * q, -toV * v) };
}

/**
 * The mean value to expect of a customer's coming purchases: his own mean drawn towards that of all. Null where the model
 * has no mean (q ≤ 1 and no repeats).
 * Source: note 025, equation 5. Example: with p 6.25, q 3.74, v 15.44, two repeats of 22.35 on average give 24.65; no repeats 35.17.
 */
export function expectedSpend({ p, q, v }: GammaGamma, { repeats: x, meanSpent }: Spender): number | null {
  const weight = p * x + q - 1;
  return weight > 0 ? (p * (v + x * (meanSpent ?? 0))) / weight : null;
}

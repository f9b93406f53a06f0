/** Days without a purchase that never count a customer as lost, however often he comes. */
export const LEAST_LAPSE = 30;

/**
 * The days without a purchase after which a customer is lost, by the data alone: twice the median gap between two days with a purchase of
 * one customer, at least 30. Null, for no gap at all, gives the 30. Never throws.
 * Example: a median of 129 days gives 258, one of 3 days gives 30.
 */
export function derivedLapse(medianGap: number | null): number {
  return Math.max(LEAST_LAPSE, Math.ceil(2 * (medianGap ?? 0)));
}

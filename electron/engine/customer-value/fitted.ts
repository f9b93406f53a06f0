/** Customers that a model is fitted to at most: more of them change nothing that can be seen, and take seconds. */
const MOST = 10_000;

/** Evenly chosen ones of more than 10 000, by their places; all of fewer. Example: of 20 000 every second. */
export function fitted<T>(customers: readonly T[]): readonly T[] {
  if (customers.length <= MOST) return customers;
  const step = customers.length / MOST;
  return Array.from({ length: MOST }, (_, i) => customers[Math.floor(i * step)]).filter((each) => each !== undefined);
}

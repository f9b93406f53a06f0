/** Stored decimals (money, quantities, shares) are integers of ten-thousandths: 12.5 is 125 000. */
export const DECIMAL_SCALE = 10_000;

/** What a number counts. `money` in currency units, `ratio` 0 to 1, `days` and `hours` as such, `periods` of the question's length. */
export const UNITS = ['money', 'ratio', 'count', 'quantity', 'days', 'hours', 'years', 'periods', 'index'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * Ten-thousandths to base units for JSON and display. Exact to the double nearest the decimal: 2326534.3543.
 * Example: `fromScaled(125_000)` is 12.5.
 */
export function fromScaled(scaled: number): number {
  return scaled / DECIMAL_SCALE;
}

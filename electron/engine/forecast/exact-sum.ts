import { DECIMAL_SCALE } from '#shared/units.ts';

/**
 * A sum of amounts in base units without what doubles lose: they are whole ten-thousandths. Example: 0.1 + 0.2 is 0.3.
 */
export function exactSum(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * DECIMAL_SCALE), 0) / DECIMAL_SCALE;
}

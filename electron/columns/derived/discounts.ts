import { DECIMAL_SCALE } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';
import { roundedAway } from '../rounded-away.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** Discount in money: as the row has it, else amount × share ÷ (1 − share), unknown at a share of 1. */
export function discountGiven(fields: Fields): DerivedColumn | null {
  return eachRow(fields, (amount, discount, share) => {
    if (!Number.isNaN(discount)) return discount;
    return share === DECIMAL_SCALE ? NaN : (amount * share) / (DECIMAL_SCALE - share);
  });
}

/** Discount as a share of the price before it: as the row has it, else discount ÷ (amount + discount), unknown at a price of zero. */
export function discountRate(fields: Fields): DerivedColumn | null {
  return eachRow(fields, (amount, discount, share) => {
    if (!Number.isNaN(share)) return share;
    const price = amount + discount;
    return price === 0 ? NaN : (discount * DECIMAL_SCALE) / price;
  });
}

/** Ten-thousandths in and out, rounded half away from zero; NaN is missing. */
function eachRow(
  fields: Fields,
  compute: (amount: number, discount: number, share: number) => number,
): DerivedColumn | null {
  const amounts = fields.decimals('sale', 'amount');
  const discounts = fields.columns.table('sale')?.decimals('discount') ?? null;
  const shares = fields.columns.table('sale')?.decimals('discount_share') ?? null;
  if (amounts === null || (discounts === null && shares === null)) return null;
  const decimals = new Float64Array(amounts.length);
  for (let row = 0; row < decimals.length; row++) {
    const value = compute(decimalAt(amounts, row), decimalAt(discounts, row), decimalAt(shares, row));
    decimals[row] = roundedAway(value);
  }
  return { type: 'decimals', decimals };
}

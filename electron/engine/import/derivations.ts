import { DECIMAL_SCALE } from '#shared/units.ts';
import { divideRounded, multiplyDivide } from './scale.ts';

/** A field computed because no column gives it, as the receipt says it: `field` from `from`. */
export interface Derivation {
  readonly field: string;
  readonly from: string;
}

export const DERIVATIONS = {
  amountLessShare: { field: 'amount', from: 'quantity * unit_price * (1 - discount_share)' },
  amountLessDiscount: { field: 'amount', from: 'quantity * unit_price - discount' },
  amountPlain: { field: 'amount', from: 'quantity * unit_price' },
  costFromProfit: { field: 'cost', from: 'amount - profit' },
  costFromUnitCost: { field: 'cost', from: 'quantity * unit_cost' },
  discountFromShare: { field: 'discount', from: 'amount * discount_share / (1 - discount_share)' },
  shareFromDiscount: { field: 'discount_share', from: 'discount / (amount + discount)' },
} as const satisfies Readonly<Record<string, Derivation>>;

export type DerivationId = keyof typeof DERIVATIONS;

/**
 * The fields of a sale to compute, in order, given the fields the file has. Cost follows from profit (which is then not
 * stored, since it is amount less cost), else from quantity and unit cost. Example: amount, profit and discount_share give cost and discount.
 */
export function saleDerivations(fields: ReadonlySet<string>): readonly DerivationId[] {
  const ids: DerivationId[] = [];
  if (!fields.has('amount')) {
    if (!fields.has('quantity') || !fields.has('unit_price')) return [];
    if (fields.has('discount_share')) ids.push('amountLessShare');
    else ids.push(fields.has('discount') ? 'amountLessDiscount' : 'amountPlain');
  }
  if (!fields.has('cost')) {
    if (fields.has('profit')) ids.push('costFromProfit');
    else if (fields.has('quantity') && fields.has('unit_cost')) ids.push('costFromUnitCost');
  }
  if (!fields.has('discount') && fields.has('discount_share')) ids.push('discountFromShare');
  if (fields.has('discount') && !fields.has('discount_share')) ids.push('shareFromDiscount');
  return ids;
}

/** Ten-thousandths of a row by field; NaN is missing. */
export type DecimalOf = (field: string) => Float64Array;

/**
 * Computes a derived field for the first `rows` rows, exactly, half away from zero in the fourth decimal. Missing in,
 * missing out; a missing discount counts as none; a share of 1 or a sum of 0 gives missing.
 * Example: quantity 3, unit price 10.50, share 0.2 give amount 25.2.
 */
export function derive(id: DerivationId, of: DecimalOf, rows: number): Float64Array {
  const out = new Float64Array(rows);
  switch (id) {
    case 'amountPlain':
    case 'amountLessShare':
    case 'amountLessDiscount': {
      const [quantity, price] = [of('quantity'), of('unit_price')];
      const share = id === 'amountLessShare' ? of('discount_share') : null;
      const discount = id === 'amountLessDiscount' ? of('discount') : null;
      for (let i = 0; i < rows; i++) {
        const left = DECIMAL_SCALE - (share?.[i] || 0);
        out[i] = product(quantity[i] ?? NaN, price[i] ?? NaN, left) - (discount?.[i] || 0);
      }
      return out;
    }
    case 'costFromProfit': {
      const [amount, profit] = [of('amount'), of('profit')];
      for (let i = 0; i < rows; i++) out[i] = (amount[i] ?? NaN) - (profit[i] ?? NaN);
      return out;
    }
    case 'costFromUnitCost': {
      const [quantity, cost] = [of('quantity'), of('unit_cost')];
      for (let i = 0; i < rows; i++) out[i] = product(quantity[i] ?? NaN, cost[i] ?? NaN, DECIMAL_SCALE);
      return out;
    }
    case 'discountFromShare': {
      const [amount, share] = [of('amount'), of('discount_share')];
      for (let i = 0; i < rows; i++) {
        const part = share[i] ?? NaN;
        out[i] = ratio(amount[i] ?? NaN, part, DECIMAL_SCALE - part);
      }
      return out;
    }
    case 'shareFromDiscount': {
      const [amount, discount] = [of('amount'), of('discount')];
      for (let i = 0; i < rows; i++) {
        const part = discount[i] ?? NaN;
        out[i] = ratio(part, DECIMAL_SCALE, (amount[i] ?? NaN) + part);
      }
      return out;
    }
  }
}

/** `a × b ÷ c`, NaN when something is missing, c is not above 0 or the result is beyond exact integers. */
function ratio(a: number, b: number, c: number): number {
  if (a !== a || b !== b || c !== c || c === 0) return NaN;
  return multiplyDivide(a, b, c) ?? NaN;
}

/** `quantity × price × left`, all in ten-thousandths, rounded once. */
function product(quantity: number, price: number, left: number): number {
  if (quantity !== quantity || price !== price) return NaN;
  const plain = quantity * price;
  const exact = Math.max(Math.abs(plain), Math.abs(plain * left)) <= Number.MAX_SAFE_INTEGER;
  if (exact) return divideRounded(plain * left, DECIMAL_SCALE * DECIMAL_SCALE);
  const whole = BigInt(quantity) * BigInt(price) * BigInt(left);
  const unit = BigInt(DECIMAL_SCALE * DECIMAL_SCALE);
  const rest = whole % unit;
  const up = (rest < 0n ? -rest : rest) * 2n >= unit ? (rest < 0n ? -1n : 1n) : 0n;
  const result = Number(whole / unit + up);
  return Number.isSafeInteger(result) ? result : NaN;
}

import { UNITS, type Unit } from '#shared/units.ts';

/** What a formula comes to: a unit, a bare `number` that takes on any, or `any` where the data does not say. */
export type Inferred = Unit | 'number' | 'any';

/** Units that multiply without a dimension of their own, the one that stays last: 3 × 20 % × 5 customers are customers. */
const MULTIPLIERS: readonly Inferred[] = ['number', 'ratio', 'index', 'count', 'quantity', 'periods', 'years'];

/** The unit of what is added, compared or chosen between; null where two do not go together. Example: count and quantity give quantity. */
export function sharedUnit(a: Inferred, b: Inferred): Inferred | null {
  if (a === b) return a;
  if (a === 'number') return b;
  if (b === 'number') return a;
  if (a === 'any') return b;
  if (b === 'any') return a;
  const counted = [a, b].every((unit) => unit === 'count' || unit === 'quantity');
  return counted ? 'quantity' : null;
}

/** The unit of a product; null for money × money or days × money. Example: money × quantity is money. */
export function productUnit(a: Inferred, b: Inferred): Inferred | null {
  if (a === 'any' || b === 'any') return 'any';
  const [first, second] = [MULTIPLIERS.indexOf(a), MULTIPLIERS.indexOf(b)];
  if (first < 0) return second < 0 ? null : a;
  if (second < 0) return b;
  return MULTIPLIERS[Math.max(first, second)] ?? null;
}

/** The unit of a quotient; null for what is divided by money and is none. Example: money ÷ days is money, count ÷ count a ratio. */
export function quotientUnit(a: Inferred, b: Inferred): Inferred | null {
  if (a === 'any' || b === 'any') return 'any';
  if (b === 'number') return a;
  if (a === 'number')
    return b === 'money' ? null : b === 'ratio' || b === 'index' || b === 'periods' ? 'index' : 'quantity';
  if (sharedUnit(a, b) !== null) return 'ratio';
  return b === 'money' ? null : a;
}

const SHOWN_AS: Readonly<Record<Unit, readonly Unit[]>> = {
  money: ['money'],
  ratio: ['ratio', 'quantity', 'index'],
  count: ['count', 'quantity'],
  quantity: ['quantity', 'count'],
  days: ['days'],
  hours: ['hours'],
  years: ['years', 'periods', 'quantity'],
  periods: ['periods', 'years', 'quantity'],
  index: ['index', 'periods', 'years', 'quantity', 'ratio'],
};

/** The units a result may be shown in, the inferred one first. Example: calls per rep, a ratio by its units, may be a quantity. */
export function unitsShown(unit: Inferred): readonly [Unit, ...Unit[]] {
  if (unit === 'number' || unit === 'any') return ['quantity', ...UNITS.filter((one) => one !== 'quantity')];
  return [unit, ...SHOWN_AS[unit].slice(1)];
}

/** A number, or why there is none. */
export type NoValue =
  | 'zero-denominator'
  | 'missing-denominator'
  | 'base-not-positive'
  | 'no-data'
  | 'needs-data'
  | 'filter-not-answerable'
  | 'no-comparison';
export type Num = number | NoValue;

export const isNumber = (one: Num): one is number => typeof one === 'number';

/** Sums of ten-thousandths without a double's dust; what is no such number stays. */
const tidy = (value: number): number => {
  const scaled = value * 10_000;
  return Math.abs(scaled - Math.round(scaled)) < 1e-5 ? Math.round(scaled) / 10_000 + 0 : value;
};

const both = (a: Num, b: Num, of: (a: number, b: number) => Num): Num =>
  isNumber(a) ? (isNumber(b) ? of(a, b) : b) : a;

export const add = (a: Num, b: Num): Num => both(a, b, (x, y) => tidy(x + y));
export const sub = (a: Num, b: Num): Num => both(a, b, (x, y) => tidy(x - y));
export const mul = (a: Num, b: Num): Num => both(a, b, (x, y) => x * y);

/** Nothing is divided by zero, nor by what is not there. */
export function div(a: Num, b: Num): Num {
  if (!isNumber(a)) return a;
  if (b === 'no-data') return 'missing-denominator';
  return both(a, b, (x, y) => (y === 0 ? 'zero-denominator' : x / y));
}

/** From zero or less nothing grows by a share. */
export function growth(now: Num, before: Num): Num {
  if (!isNumber(now)) return now;
  if (before === 'no-data') return 'no-comparison';
  return both(now, before, (x, y) => (y > 0 ? (x - y) / y : 'base-not-positive'));
}

/** Ten-thousandths, however many, as a number with four decimals; halves go away from zero. */
export const rounded = (scaled: number): number => (Math.sign(scaled) * Math.round(Math.abs(scaled))) / 10_000;

export const total = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + Math.round(value * 10_000), 0) / 10_000;

/** Between two values in proportion, as spreadsheets have it. */
export function quantile(values: readonly number[], q: number): Num {
  const sorted = values.toSorted((a, b) => a - b);
  const place = q * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? 'no-data' : low + (place - Math.floor(place)) * (high - low);
}

export const mean = (values: readonly number[]): Num =>
  values.length === 0 ? 'no-data' : values.reduce((a, b) => a + b, 0) / values.length;

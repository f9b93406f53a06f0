import type { Working } from './time.ts';

export type Value = string | number | boolean | null | undefined;
/** As a person writes it: ISO dates, numbers in base units; a key that is absent or null is missing. */
export type Row = Readonly<Record<string, Value>>;
export type Tables = Readonly<Partial<Record<string, readonly Row[]>>>;

export interface Settings {
  readonly today: string;
  readonly fiscalYearStart: number;
  readonly working: Working | null;
  readonly lapseDays: number | null;
  readonly stageWeights: Readonly<Record<string, number>>;
  readonly acquisitionCategories: readonly string[] | null;
  /** Minutes from midnight. */
  readonly officeHours: { readonly from: number; readonly to: number };
  readonly base: string;
  readonly rates: readonly { readonly currency: string; readonly from: string; readonly rate: number }[];
}

/** When a kind's rows happened. */
export const MAIN_DATES: Readonly<Record<string, readonly string[]>> = {
  sale: ['date'],
  deal: ['created', 'closed'],
  lead: ['created'],
  activity: ['date'],
  subscription: ['start', 'end'],
  cost: ['date'],
  target: ['start', 'until_day'],
  competitor_price: ['date'],
  customer: ['first_purchase', 'last_purchase'],
  customer_span: ['start', 'end'],
};

export const text = (row: Row, field: string): string | null => {
  const value = row[field];
  return typeof value === 'string' && value !== '' ? value : null;
};
export const num = (row: Row, field: string): number | null => {
  const value = row[field];
  return typeof value === 'number' ? value : null;
};
export const present = (row: Row, field: string): boolean => (row[field] ?? '') !== '';

const asked = new WeakMap<readonly Row[], Map<string, boolean>>();
/** Whether some row has a value in a field. */
export function hasValues(rows: readonly Row[] | undefined, field: string): boolean {
  if (rows === undefined) return false;
  const known = asked.get(rows) ?? new Map<string, boolean>();
  asked.set(rows, known);
  const has = known.get(field) ?? rows.some((row) => present(row, field));
  known.set(field, has);
  return has;
}

/** First and last day in some date fields. */
export function rangeOf(
  rows: readonly Row[] | undefined,
  fields: readonly string[],
): { readonly from: number; readonly to: number } | null {
  const days = (rows ?? []).flatMap((row) => fields.flatMap((field) => num(row, field) ?? []));
  return days.length === 0 ? null : { from: Math.min(...days), to: Math.max(...days) };
}

/** The product of a decimal of four places and a rate of eight, rounded once, half away from zero. */
export function times(value: number, rate: number): number {
  const product = BigInt(Math.round(value * 1e4)) * BigInt(Math.round(rate * 1e8));
  const [sign, size] = product < 0n ? [-1, -product] : [1, product];
  return (sign * Number((size + 50_000_000n) / 100_000_000n)) / 1e4;
}

import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { mayStop, STEPS } from '#engine/stoppable.ts';
import { civilOf, firstDayOfMonth, monthIndex } from '#shared/calendar.ts';
import type { CohortGrain } from '#shared/derived-fields.ts';
import { unitHolding } from '#shared/period.ts';
import { arrayFor } from '../breakdown.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';
import { customerDays } from './purchases.ts';

const MONTHS: Readonly<Record<CohortGrain, number>> = { month: 1, quarter: 3, year: 12 };

/** Units since year 0 that customers begin in. */
interface Units {
  /** NO_DAY of a customer without a sale. */
  readonly ofCustomer: Int32Array;
  readonly unitOf: (day: number) => number;
  readonly from: number;
  readonly to: number;
  /** Most units between the first and the last date of one. */
  readonly oldest: number;
}

const UNITS: Readonly<Record<CohortGrain, (fields: Fields) => Units | null>> = {
  month: (fields) => unitsIn(fields, 'month'),
  quarter: (fields) => unitsIn(fields, 'quarter'),
  year: (fields) => unitsIn(fields, 'year'),
};

function unitsIn(fields: Fields, grain: CohortGrain): Units | null {
  const days = fields.once(customerDays);
  if (days === null) return null;
  const unitOf = unitOfDays(MONTHS[grain]);
  const ofCustomer = days.first.map((day) => (day === NO_DAY ? NO_DAY : unitOf(day)));
  let [from, to, oldest] = [Infinity, -Infinity, 0];
  for (const [customer, unit] of ofCustomer.entries()) {
    if (unit === NO_DAY) continue;
    from = Math.min(from, unit);
    to = Math.max(to, unit);
    oldest = Math.max(oldest, unitOf(days.last[customer] ?? 0) - unit);
  }
  return from > to ? null : { ofCustomer, unitOf, from, to, oldest };
}

/** The month, quarter or year of the customer's first date, `2026-09`. Its names are those of every unit from the first to the last. */
export function cohort(fields: Fields, grain: CohortGrain): DerivedColumn | null {
  const keys = fields.codes('sale', 'customer_key')?.codes ?? null;
  const units = fields.once(UNITS[grain]);
  if (units === null || keys === null) return null;
  const { ofCustomer, from, to } = units;
  const members = to - from + 2;
  const codeOfKey = ofCustomer.map((unit) => codeOf(unit, from));
  const codes = arrayFor(members, keys.length);
  for (let row = 0; row < codes.length; row++) {
    if ((row & STEPS) === 0) mayStop();
    codes[row] = codeOfKey[keys[row] ?? 0] ?? 0;
  }
  return { type: 'codes', codes, members };
}

export function cohortNames(fields: Fields, grain: CohortGrain): readonly string[] {
  const units = fields.once(UNITS[grain]);
  if (units === null) return [''];
  const { from, to } = units;
  return ['', ...Array.from({ length: to - from + 1 }, (_, i) => nameOf(from + i, grain))];
}

/** Units from the one of the customer's first date to the row's: 0 in the first. */
export function cohortAge(fields: Fields, grain: CohortGrain): DerivedColumn | null {
  const keys = fields.codes('sale', 'customer_key')?.codes ?? null;
  const days = fields.days('sale', 'date');
  const units = fields.once(UNITS[grain]);
  if (units === null || keys === null || days === null) return null;
  const { ofCustomer, unitOf, oldest } = units;
  const members = oldest + 2;
  const codes = arrayFor(members, keys.length);
  for (let row = 0; row < codes.length; row++) {
    if ((row & STEPS) === 0) mayStop();
    const first = ofCustomer[keys[row] ?? 0] ?? NO_DAY;
    const day = days[row] ?? NO_DAY;
    if (first !== NO_DAY && day !== NO_DAY) codes[row] = unitOf(day) - first + 1;
  }
  return { type: 'codes', codes, members };
}

export function ageNames(fields: Fields, grain: CohortGrain): readonly string[] {
  const units = fields.once(UNITS[grain]);
  return units === null ? [''] : ['', ...Array.from({ length: units.oldest + 1 }, (_, age) => String(age))];
}

/** Units since year 0; those of a day are looked up once. */
function unitOfDays(months: number): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const unit = known.get(day);
    if (unit !== undefined) return unit;
    const { year, month } = civilOf(day);
    const fresh = Math.floor(monthIndex(year, month) / months);
    known.set(day, fresh);
    return fresh;
  };
}

const nameOf = (unit: number, grain: CohortGrain): string =>
  unitHolding(firstDayOfMonth(unit * MONTHS[grain]), grain).spec;

const codeOf = (unit: number, from: number): number => (unit === NO_DAY ? 0 : unit - from + 1);

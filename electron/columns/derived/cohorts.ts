import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { mayStop, STEPS } from '#engine/stoppable.ts';
import { civilOf, firstDayOfMonth, monthIndex } from '#shared/calendar.ts';
import type { CohortGrain } from '#shared/derived-fields.ts';
import { unitHolding } from '#shared/period.ts';
import { arrayFor } from '../breakdown.ts';
import { daysOf } from '../day-blocks.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';
import { firstDays } from './purchases.ts';

const MONTHS: Readonly<Record<CohortGrain, number>> = { month: 1, quarter: 3, year: 12 };

/** The month, quarter or year of the customer's first date, `2026-09`. Its names are those of every unit from the first to the last. */
export function cohort(fields: Fields, grain: CohortGrain): DerivedColumn | null {
  const units = unitsOf(fields, grain);
  if (units === null) return null;
  const { keys, unitOfKey, from, to } = units;
  const names = ['', ...Array.from({ length: to - from + 1 }, (_, i) => nameOf(from + i, grain))];
  const codeOfKey = unitOfKey.map((unit) => codeOf(unit, from));
  const codes = arrayFor(names.length, keys.length);
  for (let row = 0; row < codes.length; row++) {
    if ((row & STEPS) === 0) mayStop();
    codes[row] = codeOfKey[keys[row] ?? 0] ?? 0;
  }
  return { type: 'codes', codes, members: names.length, names };
}

/** Units from the one of the customer's first date to the row's: 0 in the first. */
export function cohortAge(fields: Fields, grain: CohortGrain): DerivedColumn | null {
  const units = unitsOf(fields, grain);
  const days = fields.days('sale', 'date');
  if (units === null || days === null) return null;
  const { keys, unitOfKey, unitOf, from } = units;
  const last = daysOf(days)?.to;
  let oldest = 0;
  const codes = arrayFor(last === undefined ? 1 : unitOf(last) - from + 2, keys.length);
  for (let row = 0; row < codes.length; row++) {
    if ((row & STEPS) === 0) mayStop();
    const first = unitOfKey[keys[row] ?? 0] ?? NO_DAY;
    const day = days[row] ?? NO_DAY;
    if (first === NO_DAY || day === NO_DAY) continue;
    const age = unitOf(day) - first;
    oldest = Math.max(oldest, age);
    codes[row] = age + 1;
  }
  const names = ['', ...Array.from({ length: oldest + 1 }, (_, age) => String(age))];
  return { type: 'codes', codes, members: names.length, names };
}

function unitsOf(fields: Fields, grain: CohortGrain) {
  const keys = fields.codes('sale', 'customer_key')?.codes ?? null;
  const first = fields.once(firstDays);
  if (keys === null || first === null) return null;
  const unitOf = unitOfDays(MONTHS[grain]);
  const unitOfKey = first.map((day) => (day === NO_DAY ? NO_DAY : unitOf(day)));
  let [from, to] = [Infinity, -Infinity];
  for (const unit of unitOfKey) {
    if (unit === NO_DAY) continue;
    from = Math.min(from, unit);
    to = Math.max(to, unit);
  }
  return from > to ? null : { keys, unitOfKey, unitOf, from, to };
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

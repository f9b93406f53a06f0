import { NO_DAY, type DerivationRules } from '#engine/ports/workspace-columns.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

const MINUTES_A_DAY = 1440;

/** Hours from a lead's creation to its first answer, not rounded; missing where either is, or the answer came first. */
export function answerHours(fields: Fields): DerivedColumn | null {
  return hoursBetween(fields, (minute) => minute);
}

/** Those of them within office hours on working days. Example: Friday 16:30 to Monday 09:00 is 1.5 hours at 08 to 17. */
export function answerOfficeHours(fields: Fields): DerivedColumn | null {
  return hoursBetween(fields, officeMinutesBefore(fields.columns.rules()));
}

/** `passed`: minutes that count from a start of its own until the given one. */
function hoursBetween(fields: Fields, passed: (minute: number) => number): DerivedColumn | null {
  const leads = fields.columns.table('lead');
  const [created, answered] = [leads?.days('created') ?? null, leads?.days('answered') ?? null];
  if (created === null || answered === null) return null;
  const decimals = new Float64Array(created.length);
  for (let row = 0; row < decimals.length; row++) {
    const [from, to] = [created[row] ?? NO_DAY, answered[row] ?? NO_DAY];
    const isKnown = from !== NO_DAY && to !== NO_DAY && to >= from;
    decimals[row] = isKnown ? ((passed(to) - passed(from)) * DECIMAL_SCALE) / 60 : NaN;
  }
  return { type: 'decimals', decimals };
}

function officeMinutesBefore({ officeHours: { from, to }, calendar }: DerivationRules): (minute: number) => number {
  return (minute) => {
    const day = Math.floor(minute / MINUTES_A_DAY);
    const works = calendar === null || calendar.isWorkingDay(day);
    const today = works ? Math.min(Math.max(minute - day * MINUTES_A_DAY, from), to) - from : 0;
    return (calendar === null ? day : calendar.before(day)) * (to - from) + today;
  };
}

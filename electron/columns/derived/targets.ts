import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { addMonths, civilOf, daysInMonth, type Day } from '#shared/calendar.ts';
import { TARGET_STRETCHES } from '#shared/derived-fields.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** What a target is for where it does not say. */
const REVENUE = 'revenue';

/** The KPI a target is set for. */
export function targetKpi(fields: Fields): DerivedColumn {
  const own = fields.codes('target', 'kpi')?.codes ?? null;
  const known = own === null ? [''] : fields.names('target', 'kpi');
  const names = known.includes(REVENUE) ? known : [...known, REVENUE];
  const revenue = names.indexOf(REVENUE);
  const codes = Int32Array.from({ length: fields.rows('target') }, (_, row) => own?.[row] || revenue);
  return { type: 'codes', codes, members: names.length, names };
}

/** Last day, included: `end`, else what the grain says of the start, else the end of its month. Missing where it would lie before the start. */
export function untilDay(fields: Fields): DerivedColumn | null {
  const starts = fields.days('target', 'start');
  if (starts === null) return null;
  const ends = fields.days('target', 'end');
  const grains = fields.codes('target', 'grain')?.codes ?? null;
  const names = fields.names('target', 'grain');
  const days = starts.map((start, row) => {
    if (start === NO_DAY) return NO_DAY;
    const end = ends?.[row] ?? NO_DAY;
    const until = end === NO_DAY ? lastDay(start, names[grains?.[row] ?? 0] ?? '') : end;
    return until < start ? NO_DAY : until;
  });
  return { type: 'days', days };
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** Example: a quarter from 2026-05-01 ends on 2026-07-31, whatever quarter of the year that is. */
function lastDay(start: Day, grain: string): Day {
  const months = MONTHS[grain] ?? Number(/^(\d{1,3}) months?$/.exec(grain)?.[1] ?? 0);
  if (months > 0) return addMonths(start, months) - 1;
  if (grain === 'day') return start;
  if (grain === 'week') return start + 6;
  const { year, month, day } = civilOf(start);
  return start + daysInMonth(year, month) - day;
}

const LEVELS = ['rep', 'team', 'region', 'product', 'category'] as const;

/** Which of the levels a row names itself, whatever lists would add: '0' for a target of all, '3' for one of a rep in a team. */
export function targetLevel(fields: Fields): DerivedColumn {
  const codes = new Int32Array(fields.rows('target')).fill(1);
  LEVELS.forEach((level, place) => {
    const own = fields.stored.table('target')?.codes(level) ?? null;
    if (own === null) return;
    for (let row = 0; row < codes.length; row++) if (own[row] !== 0) codes[row] = (codes[row] ?? 0) + 2 ** place;
  });
  const names = ['', ...Array.from({ length: 2 ** LEVELS.length }, (_, level) => String(level))];
  return { type: 'codes', codes, members: names.length, names };
}

/** How long a row's days are; one whose end is not known is for a day. */
export function targetStretch(fields: Fields): DerivedColumn | null {
  const starts = fields.days('target', 'start');
  const ends = fields.days('target', 'until_day');
  if (starts === null) return null;
  const codes = starts.map((start, row) => {
    if (start === NO_DAY) return 0;
    const days = Math.max(start, ends?.[row] ?? NO_DAY) - start + 1;
    return 1 + TARGET_STRETCHES.findIndex((stretch) => days <= stretch.days);
  });
  const names = ['', ...TARGET_STRETCHES.map(({ name }) => name)];
  return { type: 'codes', codes, members: names.length, names };
}

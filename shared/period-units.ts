import {
  civilOf,
  dayOf,
  firstDayOfMonth,
  isCivilDate,
  isoDate,
  isoWeek,
  mondayOf,
  monthIndex,
  parseIsoDate,
  weekday,
  type Day,
} from './calendar.ts';

/** A stretch of days, both ends included, and the step that leads to the one before it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  /** Last day that counts: `to`, or for an open period as far as data reach; before `from` when nothing has elapsed. */
  readonly through: Day;
  /** Step to the previous span: `count` units. `all` has none. */
  readonly unit: 'day' | 'week' | 'month' | 'all';
  readonly count: number;
}

/** A calendar unit, and its text. */
export type Stretch = Pick<Span, 'from' | 'to' | 'unit' | 'count'> & { readonly spec: string };
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscal-quarter' | 'fiscal-year';

/** The calendar unit that holds a day. Example: 2026-08-20 in quarters is 2026-Q3. */
export function unitHolding(day: Day, unit: PeriodUnit, fiscalYearStart = 1): Stretch {
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'day':
      return { spec: isoDate(day), from: day, to: day, unit: 'day', count: 1 };
    case 'week': {
      const week = isoWeek(day);
      const monday = day - weekday(day);
      const spec = `${fourDigits(week.year)}-W${twoDigits(week.week)}`;
      return { spec, from: monday, to: monday + 6, unit: 'week', count: 1 };
    }
    case 'month':
      return months(`${fourDigits(year)}-${twoDigits(month)}`, monthIndex(year, month), 1);
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return months(`${fourDigits(year)}-Q${String(quarter)}`, monthIndex(year, quarter * 3 - 2), 3);
    }
    case 'year':
      return months(fourDigits(year), monthIndex(year, 1), 12);
    case 'fiscal-quarter': {
      const inYear = (month - fiscalYearStart + 12) % 12;
      return fiscalQuarter(fiscalYearOf(year, month, fiscalYearStart), Math.floor(inYear / 3) + 1, fiscalYearStart);
    }
    case 'fiscal-year':
      return fiscalYear(fiscalYearOf(year, month, fiscalYearStart), fiscalYearStart);
  }
}

/**
 * The days of a unit's own text, null for any other text and for dates that do not exist.
 * Example: '2026-Q3' is 1 July to 30 September, 'FY2026' with a fiscal year from May is 1 May 2025 to 30 April 2026.
 */
export function unitNamed(text: string, fiscalYearStart: number): Stretch | null {
  const day = parseIsoDate(text);
  if (day !== null) return unitHolding(day, 'day');
  const fiscal = /^FY(\d{4})(?:-Q([1-4]))?$/i.exec(text);
  if (fiscal !== null) {
    const [year, start] = [Number(fiscal[1]), fiscalYearStart];
    return fiscal[2] === undefined ? fiscalYear(year, start) : fiscalQuarter(year, Number(fiscal[2]), start);
  }
  const match = /^(\d{4})(?:-(?:Q([1-4])|W(\d{1,2})|(\d{2})))?$/i.exec(text);
  if (match === null) return null;
  const [year, quarter, week, month] = [Number(match[1]), match[2], match[3], match[4]];
  if (quarter !== undefined) return unitHolding(dayOf(year, Number(quarter) * 3, 1), 'quarter');
  if (week !== undefined) {
    const found = unitHolding(mondayOf(year, Number(week)), 'week');
    return found.spec === `${fourDigits(year)}-W${twoDigits(Number(week))}` ? found : null;
  }
  if (month === undefined) return unitHolding(dayOf(year, 1, 1), 'year');
  return isCivilDate(year, Number(month), 1) ? unitHolding(dayOf(year, Number(month), 1), 'month') : null;
}

function months(spec: string, index: number, count: number): Stretch {
  return { spec, from: firstDayOfMonth(index), to: firstDayOfMonth(index + count) - 1, unit: 'month', count };
}

function fiscalYearOf(year: number, month: number, start: number): number {
  return start > 1 && month >= start ? year + 1 : year;
}

function fiscalYear(endsIn: number, start: number): Stretch {
  return months(`FY${fourDigits(endsIn)}`, monthIndex(start > 1 ? endsIn - 1 : endsIn, start), 12);
}

function fiscalQuarter(endsIn: number, quarter: number, start: number): Stretch {
  const year = fiscalYear(endsIn, start);
  const { year: y, month } = civilOf(year.from);
  return months(`${year.spec}-Q${String(quarter)}`, monthIndex(y, month) + 3 * (quarter - 1), 3);
}

const fourDigits = (n: number): string => String(n).padStart(4, '0');
const twoDigits = (n: number): string => String(n).padStart(2, '0');

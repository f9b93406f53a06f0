import { isoDate } from '#shared/calendar.ts';
import type { DateFormat, DecimalMark } from '#shared/importing.ts';
import { fromScaled } from '#shared/units.ts';
import { cleanText } from '../cells.ts';
import { dateShape, dayOfShape } from '../date-readings.ts';
import { numberShape, readNumber } from '../number-readings.ts';
import { periodLabel, type PeriodLabel } from '../tables/period-labels.ts';

/** A number as it is read, or null: `currency` is what stands beside it, `isShare` says it was written in per cent. */
export interface EntryNumber {
  readonly text: string;
  readonly currency: string | null;
  readonly isShare: boolean;
}

const other = (mark: DecimalMark): DecimalMark => (mark === '.' ? ',' : '.');

/**
 * A number written alone: under the reader's mark, else under the other one, as plain digits with the mark `out`.
 * Null when it is no number or too large. Example: '1 234,50 kr' is '1234,5' with ',' and '1234.5' with out '.'.
 */
export function entryNumber(text: string, mark: DecimalMark, out = mark): EntryNumber | null {
  const shape = numberShape(cleanText(text));
  const reading = shape === null ? null : (readNumber(shape, mark) ?? readNumber(shape, other(mark)));
  if (shape === null || reading === null || !Number.isFinite(reading.scaled)) return null;
  const digits = String(fromScaled(reading.scaled)).replace('.', out);
  return { text: digits, currency: shape.currency, isShare: shape.percent };
}

/** Orders a date written alone is tried in: a short one with dashes begins with the year, as in Sweden; else the day comes first. */
const ORDERS: readonly DateFormat[] = ['dmy', 'mdy', 'yymmdd'];
const SHORT_WITH_DASHES: readonly DateFormat[] = ['yymmdd', 'dmy', 'mdy'];

/**
 * A date as ISO: a day, or the first one of a month or quarter. `format` is the order of its column, null where it stands alone.
 * Null when it is no date. Example: '31/12/2026' is '2026-12-31', 'jan 2026' and '2026-01' are '2026-01-01'.
 */
export function entryDate(text: string, format: DateFormat | null = null): string | null {
  const cleaned = cleanText(text);
  const label = entryPeriod(cleaned);
  if (label !== null) return `${String(label.year)}-${String(label.month).padStart(2, '0')}-01`;
  const shape = dateShape(cleaned);
  if (shape === null) return null;
  const isDashed = shape.kind === 'year-last' && shape.short && shape.mark === '-';
  const orders = format === null ? (isDashed ? SHORT_WITH_DASHES : ORDERS) : [format];
  const days = orders.flatMap((order) => dayOfShape(shape, order) ?? []);
  return days[0] === undefined ? null : isoDate(days[0]);
}

/** The month or quarter that a text names with its year; a whole date is none. */
export function entryPeriod(text: string): (PeriodLabel & { readonly year: number }) | null {
  const label = /^\d{4}-\d{2}-\d{2}$/.test(text) ? null : periodLabel(text);
  return label === null || label.year === null ? null : { ...label, year: label.year };
}

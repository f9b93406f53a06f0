import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import type { Locale } from '#shared/format.ts';
import { resolvePeriod, unitHolding } from '#shared/period.ts';

/** Fiscal years as calendar ones where nothing else is known: only the day itself is wanted of a saved period. */
const clockAt = (today: number, fiscalYearStart: number) => ({ today, dataFrom: null, dataTo: null, fiscalYearStart });

/** The deadline of a period text, ISO; the text itself where it is none. */
export function periodEnd(spec: string, fiscalYearStart = 1): string {
  return daysOf(spec, fiscalYearStart)?.to ?? spec;
}

/** First and last day of a period text, ISO; null for none. */
export function daysOf(spec: string, fiscalYearStart: number): { readonly from: string; readonly to: string } | null {
  try {
    const { from, to } = resolvePeriod(spec, clockAt(0, fiscalYearStart));
    return { from: isoDate(from), to: isoDate(to) };
  } catch {
    return null;
  }
}

/** Months of a period text; 0 for none. */
export function monthsOf(spec: string, fiscalYearStart: number): readonly string[] {
  const days = daysOf(spec, fiscalYearStart);
  if (days === null) return [];
  const months: string[] = [];
  const end = parseIsoDate(days.to) ?? 0;
  for (let day = parseIsoDate(days.from) ?? 0; day <= end && months.length < 120;) {
    const month = unitHolding(day, 'month');
    months.push(month.spec);
    day = month.to + 1;
  }
  return months;
}

export interface PeriodOption {
  readonly value: string;
  readonly label: string;
}

/** What a goal may be set for: this month, quarter and year, and the next ones; fiscal ones where they are others. */
export function periodOptions(today: string, fiscalYearStart: number, locale: Locale): readonly PeriodOption[] {
  const day = parseIsoDate(today) ?? 0;
  const grains = ['year', ...(fiscalYearStart === 1 ? [] : (['fiscal-year'] as const)), 'quarter', 'month'] as const;
  return grains.flatMap((grain) => {
    const now = unitHolding(day, grain, fiscalYearStart);
    const next = unitHolding(now.to + 1, grain, fiscalYearStart);
    return [now, next].map(({ spec }) => ({ value: spec, label: formatPeriodText(spec, locale) }));
  });
}

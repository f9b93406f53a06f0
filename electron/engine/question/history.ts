import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Span } from '#shared/period.ts';
import { MAIN_DATES, type AnyKind } from '#shared/record-kinds.ts';
import type { ColumnQueries, DayRange } from '../ports/column-queries.ts';

/** The days of a span that count; null for none. */
export function countedDays(span: Span | null): DayRange | null {
  if (span === null || span.through < span.from) return null;
  return { from: span.from, to: Math.min(span.to, span.through) };
}

/**
 * First and last day that something is known of what a measure counts: by its own dates, those its kind happens at, and for
 * customers those of the sales they come from. Null without any.
 * Example: deals created since October and first closed in March have no won deal in January, and that is 0.
 */
export function historyOf(measure: MeasureDefinition, queries: ColumnQueries): DayRange | null {
  const { kind, date, until, nature } = measure;
  const ends = nature === 'spread' && until !== undefined ? [until] : [];
  const fields: readonly (readonly [AnyKind, string])[] = [
    ...[date, ...ends, ...MAIN_DATES[kind]].map((field) => [kind, field] as const),
    ...(kind === 'customer_span' ? [['sale', MAIN_DATES.sale[0]] as const] : []),
  ];
  const ranges = fields.flatMap(([of, field]) => queries.dateRange(of, field) ?? []);
  if (ranges.length === 0) return null;
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}

/** Whether the history reaches the span: before it begins and after it ends nothing is known, inside it no row means zero. */
export function holdsData({ nature }: MeasureDefinition, span: Span, history: DayRange | null): boolean {
  const days = countedDays(span);
  if (days === null || history === null) return false;
  return days.to >= history.from && (nature === 'balance' || days.from <= history.to);
}

import { addMonths, civilOf, dayOf, isoDate, parseIsoDate, type Day } from '#shared/calendar.ts';
import type { Moment } from '#shared/forecast.ts';
import type { ImportRecord } from '#shared/importing.ts';

export interface MomentChoice {
  /** `import 3`, `day 2026-08-31`. */
  readonly value: string;
  readonly moment: Moment;
  /** ISO. */
  readonly day: string;
  /** Of the file, for an import. */
  readonly file: string | null;
}

/** Days that are offered. */
const DAYS = 12;

/**
 * Moments that the pipeline can be held between, the latest first: when its files were imported, and the ends of months up to the one that the
 * data reach into, today for one that is not over. Files written in the app count as any other.
 * Example: today 2 October with data to 29 September gives 30 September, 31 August and so on.
 */
export function momentChoices(
  imports: readonly Pick<ImportRecord, 'id' | 'kind' | 'file' | 'importedAt'>[],
  dataTo: string | null,
  today: string,
): { readonly imports: readonly MomentChoice[]; readonly days: readonly MomentChoice[] } {
  const last = dataTo === null ? null : parseIsoDate(dataTo);
  const { year, month } = civilOf(last ?? 0);
  const monthEnd = (back: number): Day => addMonths(dayOf(year, month, 1), 1 - back) - 1;
  const latest = Math.min(monthEnd(0), parseIsoDate(today) ?? monthEnd(0));
  const days = last === null ? [] : Array.from({ length: DAYS }, (_, i) => (i === 0 ? latest : monthEnd(i)));
  return {
    imports: imports
      .filter(({ kind }) => kind === 'deal')
      .map(({ id, file, importedAt }) => ({
        value: `import ${String(id)}`,
        moment: { importId: id },
        day: importedAt.slice(0, 10),
        file: file.name,
      }))
      .toReversed(),
    days: days.map((day) => ({
      value: `day ${isoDate(day)}`,
      moment: { day: isoDate(day) },
      day: isoDate(day),
      file: null,
    })),
  };
}

/** The periods of expected close that a movement may be narrowed to: the month, quarter and year of a day. Example: '2026-09', '2026-Q3', '2026'. */
export function periodsOf(day: string): readonly string[] {
  const month = Number(day.slice(5, 7));
  return [day.slice(0, 7), `${day.slice(0, 4)}-Q${String(Math.ceil(month / 3))}`, day.slice(0, 4)];
}

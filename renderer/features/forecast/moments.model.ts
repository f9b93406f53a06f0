import { addMonths, civilOf, dayOf, isoDate, parseIsoDate } from '#shared/calendar.ts';
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

/** Ends of months that are offered. */
const MONTHS = 12;

/**
 * Moments that the pipeline can be held between, the latest first: when its files were imported, and the last day known with the ends of
 * the twelve months before it. Files written in the app count as any other.
 */
export function momentChoices(
  imports: readonly Pick<ImportRecord, 'id' | 'kind' | 'file' | 'importedAt'>[],
  dataTo: string | null,
): { readonly imports: readonly MomentChoice[]; readonly days: readonly MomentChoice[] } {
  const last = dataTo === null ? null : parseIsoDate(dataTo);
  const ends =
    last === null
      ? []
      : Array.from({ length: MONTHS }, (_, i) => {
          const { year, month } = civilOf(last + 1);
          return addMonths(dayOf(year, month, 1), -i) - 1;
        });
  const days = last === null ? [] : [...new Set([last, ...ends])].filter((day) => day <= last);
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

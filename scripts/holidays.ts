import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { HOLIDAY_COUNTRIES } from '#shared/holidays/countries.ts';

/**
 * Writes shared/holidays/holidays.json: per country and year the days on which offices are closed, as MM-DD.
 * A house test runs it again and compares.
 */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2060];

interface HolidayLibrary {
  new (country: string, region?: string): { getHolidays(year: number): unknown };
}

const holidaysSchema = z.array(z.object({ date: z.string(), type: z.string(), rule: z.string() }));
type Holiday = z.infer<typeof holidaysSchema>[number];

const require = createRequire(import.meta.url);

/** The library, or null where it is not installed. */
export function holidayLibrary(): HolidayLibrary | null {
  try {
    return require('date-holidays') as HolidayLibrary;
  } catch {
    return null;
  }
}

/** Bank holidays close offices as public ones do (Swedish Christmas Eve); a day that closes at two is a day at work. */
function closes({ date, type }: Holiday): boolean {
  return (type === 'public' || type === 'bank') && date.includes(' 00:00:00');
}

/** Whit Monday was a public holiday in Sweden until 2004; the library does not say so. */
function closedOnce(country: string, year: number, { rule }: Holiday): boolean {
  return country === 'SE' && year <= 2004 && rule === 'easter 50';
}

export function holidaysJson(Library: HolidayLibrary): string {
  const countries = HOLIDAY_COUNTRIES.map((country) => {
    const [land = '', region] = country.split('-');
    const library = region === undefined ? new Library(land) : new Library(land, region);
    const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i): readonly [string, string] => {
      const year = FIRST_YEAR + i;
      const days = holidaysSchema
        .parse(library.getHolidays(year))
        .filter((day) => closes(day) || closedOnce(country, year, day))
        .map(({ date }) => date.slice(5, 10));
      return [String(year), [...new Set(days)].toSorted().join(' ')];
    });
    return [country, Object.fromEntries(years)] as const;
  });
  return `${JSON.stringify(Object.fromEntries(countries), null, 2)}\n`;
}

if (import.meta.main) {
  const library = holidayLibrary();
  if (library === null) throw new Error('date-holidays is not installed: npm ci.');
  writeFileSync('shared/holidays/holidays.json', holidaysJson(library));
}

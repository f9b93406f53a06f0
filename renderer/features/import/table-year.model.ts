import type { ReadingOptions } from '#shared/importing.ts';

const [FIRST, LAST] = [1900, 2100];

/** A year typed by somebody; null for anything else. Example: ' 2026 ' is 2026, '26' is none. */
export function typedYear(text: string): number | null {
  const year = Number(text.trim());
  return /^\d{4}$/.test(text.trim()) && year >= FIRST && year <= LAST ? year : null;
}

/** Says the year of months that are columns, or that they stay columns, which makes the columns others; null takes back what was said. */
export function withYear(options: ReadingOptions, year: number | 'none' | null): ReadingOptions {
  const { year: before, ...rest } = options;
  const said = year === null ? {} : { year };
  if ((year === 'none') === (before === 'none')) return { ...rest, ...said };
  const { columns: _, columnDecimal: _decimal, columnDateFormat: _dateFormat, ...whole } = rest;
  return { ...whole, ...said };
}

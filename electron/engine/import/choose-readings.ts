import { DATE_FORMATS, type DateFormat, type DecimalMark, type ReadingOptions } from '#shared/importing.ts';
import { isoDate } from '#shared/calendar.ts';
import { fromScaled } from '#shared/units.ts';
import { compactDay, dateShape, dayOfShape, formatBit } from './date-readings.ts';
import { numberShape, readNumber } from './number-readings.ts';
import { serialDay } from './serial-dates.ts';
import type { ColumnProfile } from './profile-column.ts';

/** A reading for a column: null where the column has nothing it applies to. Several: the user must choose. */
export interface ColumnReadings {
  readonly decimals: readonly DecimalMark[];
  readonly dates: readonly DateFormat[];
}

/** Serials below 10 000 (1927) in a column of plain integers are more likely years or counts than dates. */
const FIRST_LIKELY_SERIAL = 10_000;
const LAST_LIKELY_SERIAL = 73_415; // 2100-12-31

const MARKS = ['.', ','] as const;

/**
 * Decides the reading of every column from all its values. Where two fit, another column of the same file that settles the
 * matter (its decimal mark; its order of day and month, when written alike) counts as evidence, unless such columns
 * disagree. The user's word comes first. What stays open keeps all its readings.
 */
export function chooseReadings(
  profiles: readonly ColumnProfile[],
  options: ReadingOptions,
  dateSystem: 1900 | 1904,
): readonly ColumnReadings[] {
  const decimals = profiles.map((profile) => decimalCandidates(profile));
  const dates = profiles.map((profile) => dateCandidates(profile, dateSystem));
  const fileMark = agreed(decimals.map((candidates, i) => (settlesDecimal(profiles[i]) ? candidates : [])));
  return profiles.map((profile, i) => {
    const key = String(profile.index);
    const mark = options.columnDecimal?.[key] ?? options.decimal;
    const format = options.columnDateFormat?.[key] ?? formatFor(profile, options.dateFormat);
    const [ownDecimals = [], ownDates = []] = [decimals[i], dates[i]];
    const style = profile.dates.style;
    const alike = agreed(dates.filter((_, j) => style !== null && profiles[j]?.dates.style === style));
    return {
      decimals: mark !== undefined ? [mark] : ownDecimals.length > 1 && fileMark !== null ? [fileMark] : ownDecimals,
      dates: format !== undefined ? [format] : ownDates.length > 1 && alike !== null ? [alike] : ownDates,
    };
  });
}

/** The user's format for the whole file, where a column is written in a way it can apply to. */
function formatFor({ dates, integers }: ColumnProfile, format: DateFormat | undefined): DateFormat | undefined {
  const asDigits = format === 'yyyymmdd' || format === 'yymmdd' || format?.startsWith('serial') === true;
  const asText = !asDigits || format === 'yymmdd';
  return (asDigits && integers > 0) || (asText && dates.yearLast + dates.yearFirst > 0) ? format : undefined;
}

/** The one reading all settled columns share, or null. */
function agreed<T>(candidates: readonly (readonly T[])[]): T | null {
  const settled = new Set(candidates.filter((list) => list.length === 1).map((list) => list[0]));
  const [only] = settled;
  return settled.size === 1 && only !== undefined ? only : null;
}

/** A mostly numeric column in which exactly one mark fits every number. */
function settlesDecimal(profile: ColumnProfile | undefined): boolean {
  if (profile === undefined) return false;
  const { all, fitsDot, fitsComma } = profile.numbers;
  return all * 2 >= profile.filled && (fitsDot === all) !== (fitsComma === all);
}

/** The mark that fits every number; both when both do and mean different values, or when neither does. */
function decimalCandidates({ numbers: { all, fitsDot, fitsComma, differing } }: ColumnProfile): readonly DecimalMark[] {
  if (all === 0) return [];
  if (fitsDot === all && fitsComma === all) return differing > 0 ? MARKS : ['.'];
  if (fitsDot === all) return ['.'];
  return fitsComma === all ? [','] : MARKS;
}

function dateCandidates(profile: ColumnProfile, dateSystem: 1900 | 1904): readonly DateFormat[] {
  const { dates, integers, workbookDates } = profile;
  const serial: DateFormat = dateSystem === 1904 ? 'serial-1904' : 'serial-1900';
  if (dates.yearLast > 0) return yearLastCandidates(profile);
  if (dates.yearFirst > 0) return [dates.yearFirstAsYdm > 0 && dates.yearFirstNotYdm === 0 ? 'ydm' : 'ymd'];
  const [settled] = [...dates.settled].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (settled !== undefined) return DATE_FORMATS.filter((format) => format === settled);
  if (workbookDates > 0) return [serial];
  if (integers > 0 && integers === profile.numbers.all) return integerFormats(profile, serial);
  if (profile.numbers.all > integers && likelySerials(profile)) return [serial];
  return [];
}

/** The order that fits every cell; several when more do and some cell means different days, or when none does. */
function yearLastCandidates({ dates }: ColumnProfile): readonly DateFormat[] {
  const fits = (format: DateFormat): number =>
    [...dates.orders].reduce((sum, [orders, count]) => sum + ((orders & formatBit(format)) === 0 ? 0 : count), 0);
  const ranked = (['dmy', 'mdy', 'yymmdd'] as const).map((format) => ({ format, count: fits(format) }));
  const fitting = ranked.filter(({ count }) => count === dates.yearLast).map(({ format }) => format);
  if (fitting.length === 0) return ranked.filter(({ count }) => count > 0).map(({ format }) => format);
  return dates.example === null ? fitting.slice(0, 1) : fitting;
}

function likelySerials({ minInteger, maxInteger, numbers }: ColumnProfile): boolean {
  const top = Math.max(maxInteger, numbers.max);
  return (
    (minInteger === 0 || minInteger >= FIRST_LIKELY_SERIAL) &&
    top >= FIRST_LIKELY_SERIAL &&
    top < LAST_LIKELY_SERIAL + 1
  );
}

/** What a column of plain integers is as dates, judged by its ends; each cell is still checked when it is read. */
function integerFormats(profile: ColumnProfile, serial: DateFormat): readonly DateFormat[] {
  const ends = [profile.minInteger, profile.maxInteger];
  for (const format of ['yyyymmdd', 'yymmdd'] as const) {
    if (ends.every((end) => end >= 100_000 && compactDay(end, format) !== null)) return [format];
  }
  return likelySerials(profile) ? [serial] : [];
}

/** What a cell means under a decimal mark, for the user's choice. Example: '1,234' under ',' is '1.234'. */
export function decimalExample(text: string, mark: DecimalMark): string {
  const shape = numberShape(text);
  const reading = shape === null ? null : readNumber(shape, mark);
  return reading === null ? text : String(fromScaled(reading.scaled));
}

/** What a cell means under a date format, for the user's choice. Example: '03/04/2019' under dmy is '2019-04-03'. */
export function dateExample(text: string, format: DateFormat): string {
  const shape = dateShape(text);
  const day = shape === null ? null : dayOfShape(shape, format);
  return day === null ? text : isoDate(day);
}

/** Day of a plain integer in a column of integers; null when it is no date in that format. */
export function dayOfInteger(value: number, format: DateFormat): number | null {
  switch (format) {
    case 'serial-1900':
      return serialDay(value, 1900);
    case 'serial-1904':
      return serialDay(value, 1904);
    case 'yyyymmdd':
    case 'yymmdd':
      return compactDay(value, format);
    case 'ymd':
    case 'dmy':
    case 'mdy':
    case 'ydm':
    case 'month-name':
      return null;
  }
}

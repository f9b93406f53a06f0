import { customKey, type FieldType } from '#shared/record-kinds.ts';
import type { CustomType, DateFormat } from '#shared/reading-formats.ts';
import { DECIMAL_SCALE, type Unit } from '#shared/units.ts';
import { formatBit } from './date-readings.ts';
import type { ColumnReadings } from './choose-readings.ts';
import { headerWords } from './header-words.ts';
import { plainDates, type ColumnProfile } from './profile-column.ts';
import { BLOCK_ROWS, TEXT, type RawTable } from './raw-table.ts';

export interface CustomField {
  readonly key: string;
  readonly type: FieldType;
  readonly unit: Unit | null;
  readonly identifier: boolean;
}

/** Headers whose numbers are names, not amounts. */
const CODE_WORDS =
  /(?:^| )(?:id|nr|no|num|number|nummer|code|kod|key|konto|zip|postal|postcode|postnummer|postnr|phone|telephone|telefon|tel|mobil|ean|gtin|sku|orgnr|year|år|month|månad|week|vecka|quarter|kvartal)(?: |$)|(?:nr|nummer|kod|id)$/;
const DATE_WORDS = /dat(?:e|um)|(?:^| )(?:tid|time)(?: |$)/;

/** True for a header whose numbers are names: 'Postal Code', 'Fakturanr', 'Year'. */
export function namesCodes(header: string): boolean {
  return CODE_WORDS.test(headerWords(header));
}

const LONG_IDENTIFIER = 100_000;
/** What a decimal can hold exactly: 900 000 million and more is a code, such as an EAN. */
const LARGEST_DECIMAL = Number.MAX_SAFE_INTEGER / DECIMAL_SCALE;
const FEWEST_FOR_IDENTIFIER = 20;

/**
 * What a column of the file's own is kept as: a decimal or a date when all its values are and only one reading fits, else
 * text just as it stands. Codes (leading zeros, more digits than a decimal holds, postal codes, years, long numbers that never repeat)
 * stay text. A field the workspace has keeps its type; a column that cannot follow gets a key of its own. `said` is the
 * user's word for the type: values that do not fit it are left blank and counted.
 */
export function customField(
  table: RawTable,
  header: string,
  profile: ColumnProfile,
  readings: ColumnReadings,
  from: number,
  storedTypes: ReadonlyMap<string, FieldType>,
  said?: CustomType,
): CustomField {
  const key = customKey(header);
  const type = said ?? ownType(table, header, profile, readings, from);
  const identifier = type === 'text' && isIdentifier(profile);
  const { all, percent } = profile.numbers;
  const unit = type === 'decimal' && all > 0 && percent === all ? 'ratio' : null;
  const stored = storedTypes.get(key);
  if (stored === undefined || stored === type) return { key, type, unit, identifier };
  if (stored === 'text' && said === undefined) return { key, type: 'text', unit: null, identifier };
  return { key: `${key} (${type})`, type, unit, identifier };
}

function ownType(
  table: RawTable,
  header: string,
  profile: ColumnProfile,
  { decimals, dates }: ColumnReadings,
  from: number,
): FieldType {
  const values = profile.filled - profile.errors - profile.noCachedValues - profile.placeholders;
  if (values <= 0) return 'text';
  const [format] = dates.length === 1 ? dates : [];
  if (format !== undefined && datesFitting(header, profile, format) === values) return 'date';
  const [mark] = decimals.length === 1 ? decimals : [];
  const { all, fitsDot, fitsComma } = profile.numbers;
  const numeric =
    all === values && (mark === '.' ? fitsDot : mark === ',' ? fitsComma : 0) === values && profile.codes === 0;
  if (!numeric || namesCodes(header) || profile.numbers.max > LARGEST_DECIMAL) return 'text';
  if (profile.numbers.percent > 0 && profile.numbers.percent < profile.numbers.all) return 'text';
  const whole = profile.integers === values && profile.minInteger >= LONG_IDENTIFIER && values >= FEWEST_FOR_IDENTIFIER;
  return whole && neverRepeats(table, profile.index, from) ? 'text' : 'decimal';
}

/** Cells that are dates in a format. Digits in a row are dates only under a header that says so. */
function datesFitting(header: string, profile: ColumnProfile, format: DateFormat): number {
  const { dates, integers } = profile;
  const wrongOrder = [...dates.orders].reduce(
    (sum, [orders, n]) => sum + ((orders & formatBit(format)) === 0 ? n : 0),
    0,
  );
  const wrongYearFirst = format === 'ydm' ? dates.yearFirstNotYdm : dates.yearFirstAsYdm;
  const digits = DATE_WORDS.test(headerWords(header))
    ? dates.all + profile.workbookDates - plainDates(profile) + integers
    : 0;
  return plainDates(profile) + digits - wrongOrder - wrongYearFirst;
}

function isIdentifier(profile: ColumnProfile): boolean {
  const { texts, distinctTexts, integers } = profile;
  return texts + integers >= FEWEST_FOR_IDENTIFIER && integers === 0 && distinctTexts * 20 >= texts * 19;
}

function neverRepeats(table: RawTable, column: number, from: number): boolean {
  const seen = new Set<number>();
  for (const [at, block] of table.columns[column]?.blocks.entries() ?? []) {
    if (block === null) continue;
    for (let i = Math.max(0, from - at * BLOCK_ROWS); i < block.tags.length; i++) {
      if ((block.tags[i] ?? 0) <= TEXT) continue;
      const value = block.values[i] ?? 0;
      if (seen.has(value)) return false;
      seen.add(value);
    }
  }
  return true;
}

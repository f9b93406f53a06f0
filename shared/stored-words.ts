import { formatPeriodText } from './format-period.ts';
import { LOCALES, MINUS, type Locale } from './format.ts';
import { groupedField, groupedMember } from './grouped-fields.ts';
import { COHORT_DIMENSION } from './members.ts';

/**
 * Words that the import rules write in place of what a file has (`vunnen` is stored as `won`), by field. They are the same in
 * every workspace and language; who shows them shows `fields:words.<field>.<word>` of the catalogue. A target's KPI is an id.
 */
const STORED_WORDS: Readonly<Record<string, readonly string[]>> = {
  status: ['open', 'won', 'lost', 'active', 'ended'],
  type: [
    'call',
    'email',
    'meeting',
    'demo',
    'quote',
    'other',
    'new',
    'repeat',
    'upsell',
    'cross-sell',
    'recurring',
    'refund',
    'upgrade',
    'downgrade',
  ],
  interval: ['day', 'week', 'month', 'quarter', 'year'],
  grain: ['day', 'week', 'month', 'quarter', 'year'],
  kpi: ['revenue', 'bookings', 'gross-profit', 'new-customers'],
};
const MONTHS = /^(\d{1,3}) months$/;

/** True for a field whose values may be such words. */
export function hasStoredWords(field: string): boolean {
  return Object.hasOwn(STORED_WORDS, field);
}

/** True for a field whose few members are searched as they are shown: words, units of time. */
export function isShownInWords(field: string): boolean {
  const by = groupedField(field)?.by ?? 'value';
  return hasStoredWords(field) || by !== 'value' || isCohort(field);
}

/** What is searched for as it is stored. Example: '−12,5' of 'value:custom:Vikt' is '-12.5'. */
export function storedSearch(field: string, text: string): string {
  return groupedField(field)?.by === 'value' ? text.replace(MINUS, '-').replace(',', '.') : text;
}

const isCohort = (field: string): boolean => field.split(':')[0] === COHORT_DIMENSION;

export interface StoredWord {
  /** In the catalogue. */
  readonly key: string;
  readonly months?: number;
}

/** The catalogue's entry for a stored value; null for a value of the file's own. Example: `storedWord('status', 'won')`. */
export function storedWord(field: string, value: string): StoredWord | null {
  if (hasStoredWords(field) && STORED_WORDS[field]?.includes(value) === true)
    return { key: `fields:words.${field}.${value}` };
  const months = field === 'interval' || field === 'grain' ? MONTHS.exec(value)?.[1] : undefined;
  return months === undefined ? null : { key: 'fields:words.months', months: Number(months) };
}

/** A sentence by `namespace:key.of.it`; '' or the value's own `defaultValue` where there is none. */
export interface Say {
  (key: string): string;
  (key: string, values: Readonly<Record<string, string | number>>): string;
}

/**
 * A stored text as it is shown: words that the import rules write are said in the language in force, cohorts and members of grouped
 * fields as its dates and numbers are, all else stands as it is.
 */
export function storedValue(say: Say, field: string, value: string): string {
  const grouped = groupedField(field);
  if (grouped !== null) return groupedMember(grouped, value, localeOf(say));
  if (isCohort(field)) return formatPeriodText(value, localeOf(say));
  const word = storedWord(field, value);
  if (word === null) return value;
  return say(word.key, { ...(word.months === undefined ? {} : { n: word.months }), defaultValue: value }) || value;
}

/** How the language that is spoken writes its numbers and dates. */
function localeOf(say: Say): Locale {
  const named = say('fields:locale');
  return LOCALES.find((locale) => locale === named) ?? 'sv-SE';
}

import { formatPeriodText } from './format-period.ts';
import { formatPercent, MINUS, type Locale } from './format.ts';
import { AGE_DIMENSION, COHORT_DIMENSION, DATE_DIMENSION, GRAINS, type Grain } from './members.ts';
import { fieldOf, RECORD_KINDS } from './record-kinds.ts';

/** How a date or a number of the rows is made into members: a date by its units, a number by itself. */
export type GroupedBy = Grain | 'value';

export interface GroupedField {
  readonly by: GroupedBy;
  readonly field: string;
}

/** Key of a date or number of the rows as a dimension. Example: `groupedKey('month', 'custom:Leveransdag')` is 'month:custom:Leveransdag'. */
export function groupedKey(by: GroupedBy, field: string): string {
  return `${by}:${field}`;
}

/**
 * What a dimension's key groups, null for any other key. Example: 'value:quantity' is { by: 'value', field: 'quantity' };
 * 'custom:month' and 'cohort:month' are null.
 */
export function groupedField(key: string): GroupedField | null {
  const at = key.indexOf(':');
  if (at < 1) return null;
  const head = key.slice(0, at);
  const by = head === 'value' ? head : GRAINS.find((grain) => grain === head);
  return by === undefined ? null : { by, field: key.slice(at + 1) };
}

/** The field itself, of a key that groups one; any other key is its own. Example: 'month:created' is 'created'. */
export const ungroupedKey = (key: string): string => groupedField(key)?.field ?? key;

/**
 * A member of a grouped field as it is shown: a period in words, a number as a name, without thousands apart.
 * Example: in Swedish '2026-Q3' of 'quarter:created' is 'kv 3 2026', '12.5' of 'value:quantity' is '12,5', '0.2' of a share '20 %'.
 */
export function groupedMember({ by, field }: GroupedField, name: string, locale: Locale): string {
  if (name === '') return name;
  if (by !== 'value') return formatPeriodText(name, locale);
  const isShare = RECORD_KINDS.some((kind) => fieldOf(kind, field)?.unit === 'ratio');
  if (isShare) return formatPercent(Number(name), locale, 2, 0);
  return name.replace('-', MINUS).replace('.', locale === 'sv-SE' ? ',' : '.');
}

/** What a grouped field is called, by the name of its field. Example: 'month:custom:Leveransdag' is 'Leveransdag (månad)', 'value:quantity' is 'Antal'. */
export function groupedName(
  { by, field }: GroupedField,
  nameOf: (field: string) => string,
  say: (key: string) => string,
): string {
  return by === 'value' ? nameOf(field) : `${nameOf(field)} (${say(`fields:grains.${by}`)})`;
}

/** The keys that a question may name: on rows and columns, and in filters. */
export interface KeysAtHand {
  readonly axes: ReadonlySet<string>;
  readonly filters: ReadonlySet<string>;
}

/** Dimensions that need no field of their own. */
const BY_DATES: ReadonlySet<string> = new Set([DATE_DIMENSION, COHORT_DIMENSION, AGE_DIMENSION]);

/**
 * Texts, and numbers and dates by themselves in filters and grouped anywhere. Example: of the date `created` 'week:created' may stand
 * anywhere, 'created' in filters alone, 'value:created' nowhere.
 */
export function keysAtHand(
  texts: readonly { readonly key: string }[],
  others: readonly { readonly key: string; readonly is: 'number' | 'day' }[],
): KeysAtHand {
  const grouped = others.flatMap(({ key, is }) =>
    (is === 'day' ? GRAINS : (['value'] as const)).map((by) => groupedKey(by, key)),
  );
  const axes = new Set([...texts.map(({ key }) => key), ...grouped]);
  return { axes, filters: new Set([...axes, ...others.map(({ key }) => key)]) };
}

/** Whether a question may name a dimension; dates and cohorts it always may. */
export function isAtHand(dimension: string, keys: ReadonlySet<string>): boolean {
  return BY_DATES.has(dimension.split(':')[0] ?? '') || keys.has(dimension);
}

import type { Filter } from '#shared/question.ts';
import type { DimensionHere } from '#shared/tiles/overview-plan.ts';

/** The unknown member among the values of a list, which knows only texts. */
export const UNKNOWN_VALUE = '\u0000';

export const valueOfMember = (member: string | null): string => member ?? UNKNOWN_VALUE;
export const memberOfValue = (value: string): string | null => (value === UNKNOWN_VALUE ? null : value);

/** The dimension whose chip always stands there, so that filtering is seen to be possible: region, else country. */
const STANDING = ['region', 'country'];
const MOST_MEMBERS = 20_000;

export interface FilterChoices {
  /** Chips shown: the standing one, then those in use or being added. */
  readonly shown: readonly string[];
  /** What the menu offers besides. */
  readonly offered: readonly string[];
}

/** Which dimensions have a chip and which can be added. Identifiers and dimensions with one member are not offered. */
export function filterChoices(
  dimensions: readonly DimensionHere[],
  filters: readonly Filter[],
  adding: string | null,
): FilterChoices {
  const usable = dimensions.filter(
    ({ kinds, members, identifier }) => kinds.includes('sale') && members > 1 && members <= MOST_MEMBERS && !identifier,
  );
  const keys = usable.map(({ key }) => key);
  const standing = STANDING.find((key) => keys.includes(key));
  const shown = new Set([standing, ...filters.map((filter) => filter.dimension), adding].filter((key) => key != null));
  return { shown: [...shown], offered: keys.filter((key) => !shown.has(key)) };
}

/** The members that a filter lists; none where it goes by something else than names. */
export const membersOf = (filter: Filter | undefined): readonly (string | null)[] =>
  filter?.op === 'in' || filter?.op === 'not-in' ? filter.values : [];

/** A list of members without any is no filter yet. */
export const keepsSome = (filter: Filter): boolean =>
  (filter.op !== 'in' && filter.op !== 'not-in') || filter.values.length > 0;

/** The filters with one dimension's members replaced; no members means no filter. */
export function withMembers(
  filters: readonly Filter[],
  dimension: string,
  values: readonly string[],
): readonly Filter[] {
  const next: Filter = { dimension, op: 'in', values: values.map(memberOfValue) };
  const known = filters.some((filter) => filter.dimension === dimension);
  const all = known ? filters.map((filter) => (filter.dimension === dimension ? next : filter)) : [...filters, next];
  return all.filter(keepsSome);
}

import { LIST_JOINS, type ListJoin } from '#shared/lists.ts';
import type { ListKind } from '#shared/record-kinds.ts';
import { kindSigns } from './header-matches.ts';
import { plainDates, type ColumnProfile } from './profile-column.ts';

/** What the headers say of a list: fields of it by column, sure names only. */
export type ListFields = ReadonlyMap<string, number>;

/** At least this share of a list's keys are met once: one row a customer, product or rep. */
const DISTINCT = 0.95;

/**
 * The list a table is, with its score, or null: the key is named and hardly ever repeats, another field of the list is
 * named, and no date and number are left that would make the rows events. Named fields count one, telling words two.
 * Example: `sales_agent, manager, regional_office` is a rep list with a score of 7.
 */
export function recogniseList(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  fieldsOf: (list: ListKind) => ListFields,
): { readonly kind: ListKind; readonly score: number } | null {
  const found = LIST_JOINS.flatMap((join) => {
    const fields = fieldsOf(join.list);
    if (!isListed(join, fields, profiles) || tellsEvents(fields, profiles)) return [];
    return [{ kind: join.list, score: fields.size + 2 * kindSigns(join.list, headers) }];
  });
  return found.reduce<(typeof found)[number] | null>(
    (best, next) => (best === null || next.score > best.score ? next : best),
    null,
  );
}

function isListed({ name, id }: ListJoin, fields: ListFields, profiles: readonly ColumnProfile[]): boolean {
  const keys = [name, ...(id === null ? [] : [id])].flatMap((field) => fields.get(field) ?? []);
  const isDistinct = keys.some((column) => {
    const { texts = 0, distinctTexts = 0, filled = 0 } = profiles[column] ?? {};
    return filled > 0 && distinctTexts >= texts * DISTINCT;
  });
  return isDistinct && fields.size > keys.length;
}

/** A date and an amount that the list has no field for: rows that happen, not rows that are. */
function tellsEvents(fields: ListFields, profiles: readonly ColumnProfile[]): boolean {
  const taken = new Set(fields.values());
  const rest = profiles.filter(({ index, filled }) => filled > 0 && !taken.has(index));
  const hasDate = rest.some((profile) => plainDates(profile) === profile.filled);
  return hasDate && rest.some(({ numbers, filled, codes }) => numbers.all === filled && codes === 0);
}

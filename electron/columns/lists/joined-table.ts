import type { FieldInfo, KindTable, StoredColumns } from '#engine/ports/workspace-columns.ts';
import { CUSTOM_PREFIX, type AnyKind, type FieldType, type ListKind } from '#shared/record-kinds.ts';
import type { Kept } from '../kept.ts';
import { remembered } from '../remembered.ts';
import { filledCodes, filledDays, filledDecimals, filledFlags, fillingOf, reaches, type Filling } from './fill.ts';
import type { ListLink } from './list-values.ts';

/** A field that a list gives to a kind. */
export interface Given {
  readonly list: ListKind;
  readonly field: FieldInfo;
  readonly filling: Filling;
}

/** Whether a list gives some row of a kind, be it among those at hand or not, a value of a field. */
export type Gives = (kind: AnyKind, list: ListKind, key: string) => boolean;

/**
 * A kind with the columns of the lists: a row's own value first. A field that no row would have is not there. Of two lists
 * that could give a field the first with values gives it to all rows.
 */
export function withGiven(
  columns: StoredColumns,
  own: KindTable,
  links: readonly ListLink[],
  gives: Gives,
  kept: Kept,
): KindTable {
  const { kind, rows } = own;
  const found = new Map<string, Given | null>();
  const given = (key: string): Given | null => remembered(found, key, () => givenField(own, links, key, gives));
  const added = (): readonly FieldInfo[] => {
    const known = new Set(own.fields.map(({ key }) => key));
    const keys = new Set(links.flatMap((link) => link.list.fields.filter(isGiven(link)).map(({ key }) => key)));
    return [...keys].flatMap((key) => (known.has(key) ? [] : (given(key)?.field ?? [])));
  };
  const built = kept.memory<string, unknown>();
  const filled = <T>(
    key: string,
    types: readonly FieldType[],
    stored: T | null,
    fill: (own: T | null, given: Given) => T,
  ): T | null => {
    const from = given(key);
    if (from === null || !types.includes(from.field.type)) return stored;
    // A field has one type, so what is kept under its key came from the same `fill`.
    return built(key, () => fill(stored, from)) as T;
  };
  let fields: readonly FieldInfo[] | null = null;
  return {
    kind,
    rows,
    get fields() {
      fields ??= [...own.fields, ...added()];
      return fields;
    },
    codes: (key) =>
      filled(key, ['text'], own.codes(key), (stored, { field, filling }) =>
        filledCodes(stored, filling, rows, columns.members(field.dimension ?? '').length),
      ),
    days: (key) =>
      filled(key, ['date', 'instant'], own.days(key), (stored, { filling }) => filledDays(stored, filling, rows)),
    decimals: (key) =>
      filled(key, ['decimal'], own.decimals(key), (stored, { filling }) => filledDecimals(stored, filling, rows)),
    flags: (key) => filled(key, ['flag'], own.flags(key), (stored, { filling }) => filledFlags(stored, filling, rows)),
  };
}

const isGiven =
  ({ join }: ListLink) =>
  ({ key }: Pick<FieldInfo, 'key'>): boolean =>
    join.gives.includes(key) || key.startsWith(CUSTOM_PREFIX);

/** Null where no list gives the field to any row. */
export function givenField(own: KindTable, links: readonly ListLink[], key: string, gives: Gives): Given | null {
  for (const link of links) {
    const { list } = link.join;
    const field = givable(own, link, key);
    if (field === null || !gives(own.kind, list, key)) continue;
    return {
      list,
      field,
      // The rows are looked at when they are filled, not to know that there is the field.
      get filling() {
        return fillingOf(link, field);
      },
    };
  }
  return null;
}

/** Whether a list gives some of these rows a value of a field. */
export function givesAny(own: KindTable, link: ListLink, key: string): boolean {
  const field = givable(own, link, key);
  return field !== null && reaches(own.rows, fillingOf(link, field));
}

function givable(own: KindTable, link: ListLink, key: string): FieldInfo | null {
  const type = own.fields.find((field) => field.key === key)?.type;
  const field = link.list.fields.find((one) => one.key === key && isGiven(link)(one));
  return field === undefined || (type !== undefined && type !== field.type) ? null : field;
}

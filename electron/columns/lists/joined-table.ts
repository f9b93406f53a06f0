import type { FieldInfo, KindTable, StoredColumns } from '#engine/ports/workspace-columns.ts';
import { LIST_JOINS } from '#shared/lists.ts';
import { CUSTOM_PREFIX, type FieldType, type ListKind } from '#shared/record-kinds.ts';
import type { Kept } from '../kept.ts';
import { remembered } from '../remembered.ts';
import { filledCodes, filledDays, filledDecimals, filledFlags, fillingOf, reaches, type Filling } from './fill.ts';
import { listLink, type ListLink } from './list-values.ts';
import { pricedByList } from './priced-by-list.ts';

/** A field that a list gives to a kind. */
export interface Given {
  readonly list: ListKind;
  readonly field: FieldInfo;
  readonly filling: Filling;
}

/**
 * A kind with the columns of the lists: a row's own value first. A field that no row would have is not there. Of two lists
 * that could give a field the first with values gives it to all rows.
 */
export function joinedTable(columns: StoredColumns, own: KindTable, kept: Kept): KindTable {
  const links = LIST_JOINS.flatMap((join) => listLink(columns, own, join) ?? []);
  return links.length === 0 ? own : pricedByList(columns, withGiven(columns, own, links, kept), links);
}

function withGiven(columns: StoredColumns, own: KindTable, links: readonly ListLink[], kept: Kept): KindTable {
  const { kind, rows } = own;
  const found = new Map<string, Given | null>();
  const given = (key: string): Given | null => remembered(found, key, () => givenField(own, links, key));
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
export function givenField(own: KindTable, links: readonly ListLink[], key: string): Given | null {
  const type = own.fields.find((field) => field.key === key)?.type;
  for (const link of links) {
    const field = link.list.fields.find((one) => one.key === key && isGiven(link)(one));
    if (field === undefined || (type !== undefined && type !== field.type)) continue;
    const filling = fillingOf(link, field);
    if (reaches(own.rows, filling)) return { list: link.join.list, field, filling };
  }
  return null;
}

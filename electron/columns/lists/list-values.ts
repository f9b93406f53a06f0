import type { KindTable, StoredColumns } from '#engine/ports/workspace-columns.ts';
import type { ListJoin } from '#shared/lists.ts';
import type { ListKind } from '#shared/record-kinds.ts';
import { remembered } from '../remembered.ts';

/** Where a kind's rows find their row of a list: by number where both have one, else by name. */
export interface ListLink {
  readonly join: ListJoin;
  readonly list: KindTable;
  /** Codes of the kind's rows; null where it has no such field. */
  readonly ids: ArrayLike<number> | null;
  readonly names: ArrayLike<number> | null;
  readonly known: KnownLists;
  /** By code of the name: 1 for a name that the list has under several numbers. */
  readonly shared: Uint8Array;
}

/** What lists say, whatever rows they are joined with. */
export interface KnownLists {
  readonly shared: Map<ListKind, Uint8Array>;
  readonly values: Map<string, ByCode>;
}

/** Values of one field of a list by the codes of its number and of its name. */
interface ByCode {
  readonly byId: Float64Array;
  readonly byName: Float64Array;
}

export const knownLists = (): KnownLists => ({ shared: new Map(), values: new Map() });

/** The link of a kind to a list; null where the list is empty or the kind does not name its members. */
export function listLink(columns: StoredColumns, own: KindTable, join: ListJoin, known: KnownLists): ListLink | null {
  const list = columns.table(join.list);
  if (list === null) return null;
  const both = (key: string | null): string | null =>
    key !== null && isText(list, key) && isText(own, key) ? key : null;
  const [id, name] = [both(join.id), both(join.name)];
  if (id === null && name === null) return null;
  return {
    join,
    list,
    known,
    get ids() {
      return id === null ? null : own.codes(id);
    },
    get names() {
      return name === null ? null : own.codes(name);
    },
    get shared() {
      return remembered(known.shared, join.list, () => sharedNames(columns, list, join));
    },
  };
}

const isText = ({ fields }: KindTable, key: string): boolean =>
  fields.some((field) => field.key === key && field.type === 'text');

function sharedNames(columns: StoredColumns, list: KindTable, { name, id }: ListJoin): Uint8Array {
  const names = list.codes(name);
  const ids = id === null ? null : list.codes(id);
  const shared = new Uint8Array(columns.members(name).length);
  if (names === null || ids === null) return shared;
  const idOf = new Int32Array(shared.length);
  for (let row = 0; row < names.length; row++) {
    const [code, number] = [names[row] ?? 0, ids[row] ?? 0];
    if (code === 0 || number === 0) continue;
    const known = idOf[code] ?? 0;
    if (known === 0) idOf[code] = number;
    else if (known !== number) shared[code] = 1;
  }
  return shared;
}

/** One field of a list by the codes of its number and of its name; `missing` where no row of the list has a value. */
export interface ListValues {
  at(row: number): number;
}

/** A later row of a list, in the same file or another, goes before an earlier one, value by value. */
export function listValues(
  link: ListLink,
  key: string,
  values: () => ArrayLike<number>,
  isMissing: (value: number) => boolean,
  missing: number,
): ListValues {
  const { ids, names, known, join } = link;
  const { byId, byName } = remembered(known.values, `${join.list}.${key}`, () =>
    valuesByCode(link, values(), isMissing, missing),
  );
  return {
    at: (row) => {
      const found = ids === null ? missing : (byId[ids[row] ?? 0] ?? missing);
      if (!isMissing(found) || names === null) return found;
      return byName[names[row] ?? 0] ?? missing;
    },
  };
}

function valuesByCode(
  { join, list, shared }: ListLink,
  values: ArrayLike<number>,
  isMissing: (value: number) => boolean,
  missing: number,
): ByCode {
  const byId = byCode(join.id === null ? null : list.codes(join.id), values, isMissing, missing);
  const byName = byCode(list.codes(join.name), values, isMissing, missing);
  for (let code = 0; code < byName.length; code++) if (shared[code] === 1) byName[code] = missing;
  return { byId, byName };
}

function byCode(
  codes: ArrayLike<number> | null,
  values: ArrayLike<number>,
  isMissing: (value: number) => boolean,
  missing: number,
): Float64Array {
  if (codes === null) return new Float64Array(0);
  let members = 1;
  for (let row = 0; row < codes.length; row++) members = Math.max(members, (codes[row] ?? 0) + 1);
  const found = new Float64Array(members).fill(missing);
  for (let row = 0; row < codes.length; row++) {
    const [code, value] = [codes[row] ?? 0, values[row] ?? missing];
    if (code !== 0 && !isMissing(value)) found[code] = value;
  }
  return found;
}

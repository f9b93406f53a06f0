import type { FieldInfo, KindTable, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { COHORT_GRAINS, cohortKey, missingSources } from '#shared/derived-fields.ts';
import { groupedField, groupedKey } from '#shared/grouped-fields.ts';
import { GRAINS } from '#shared/members.ts';
import { DATED_KINDS, isDerivedKind, type AnyKind, type DerivedKind } from '#shared/record-kinds.ts';
import { remembered } from '../remembered.ts';
import type { DerivedColumn } from './derived-column.ts';

/** Derived texts that have names of their own: a question may split and filter by them as by any other. */
const NAMED: ReadonlyMap<AnyKind, readonly string[]> = new Map([
  ['sale', COHORT_GRAINS.flatMap((grain) => [cohortKey('cohort', grain), cohortKey('age', grain)])],
  ['target', ['target_kpi', 'level', 'stretch']],
]);

/** Dictionary of the customers of derived kinds. */
export const CUSTOMER_KEY = 'customer_key';

type Codes = Extract<DerivedColumn, { type: 'codes' }>;

/** What texts are worked out by. */
interface Derivation {
  readonly derived: (kind: AnyKind, key: string) => DerivedColumn | null;
  /** By code of a named text. */
  readonly names: (kind: AnyKind, key: string) => readonly string[];
  readonly ofKind: (kind: DerivedKind) => KindTable | null;
  readonly customerNames: () => readonly string[];
  /** Null for a key that groups no field. */
  readonly groupedNames: (key: string) => readonly string[] | null;
}

/**
 * Columns with the named derived texts beside the fields of the files, each under a dictionary of its own: cohorts and the like, and the
 * dates and numbers of the rows as members. They are listed where their sources are, and computed when one is asked for.
 */
export function withDerivedTexts(
  columns: WorkspaceColumns,
  { derived, names, ofKind, customerNames, groupedNames }: Derivation,
): WorkspaceColumns {
  const tables = new Map<AnyKind, KindTable | null>();
  const textOf = (kind: AnyKind, key: string): Codes | null => {
    const isNamed = groupedField(key) !== null || NAMED.get(kind)?.includes(key) === true;
    const column = isNamed ? derived(kind, key) : null;
    return column?.type === 'codes' ? column : null;
  };
  return {
    ...columns,
    table: (kind) => {
      if (isDerivedKind(kind)) return ofKind(kind);
      if (DATED_KINDS.every((dated) => dated !== kind)) return columns.table(kind);
      return remembered(tables, kind, () => {
        const table = columns.table(kind);
        return table === null ? null : withTexts(table, (key) => textOf(kind, key));
      });
    },
    members: (dimension) => {
      if (dimension === CUSTOMER_KEY) return customerNames();
      for (const [kind, keys] of NAMED) if (keys.includes(dimension)) return names(kind, dimension);
      return groupedNames(dimension) ?? columns.members(dimension);
    },
    merged: (dimension) => columns.merged(dimension === 'target_kpi' ? 'kpi' : dimension),
  };
}

function withTexts(table: KindTable, textOf: (key: string) => Codes | null): KindTable {
  const has = (_: AnyKind, field: string): boolean => table.fields.some(({ key }) => key === field);
  const named = (NAMED.get(table.kind) ?? []).filter((key) => missingSources(table.kind, key, has).length === 0);
  const added = [...named, ...table.fields.flatMap(groupedKeys)].map(infoOf);
  return {
    kind: table.kind,
    rows: table.rows,
    fields: [...table.fields, ...added],
    codes: (key) => table.codes(key) ?? textOf(key)?.codes ?? null,
    days: (key) => table.days(key),
    decimals: (key) => table.decimals(key),
    flags: (key) => table.flags(key),
  };
}

/** The dimensions that a field of the rows can be grouped to. */
function groupedKeys({ key, type }: FieldInfo): readonly string[] {
  switch (type) {
    case 'date':
    case 'instant':
      return GRAINS.map((grain) => groupedKey(grain, key));
    case 'decimal':
      return [groupedKey('value', key)];
    case 'text':
    case 'flag':
      return [];
  }
}

function infoOf(key: string): FieldInfo {
  return { key, type: 'text', unit: null, label: null, dimension: key, identifier: true, derived: true };
}

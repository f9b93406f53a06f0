import type { FieldInfo, KindTable, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { COHORT_GRAINS, cohortKey, missingSources } from '#shared/derived-fields.ts';
import { isDerivedKind, type AnyKind, type DerivedKind } from '#shared/record-kinds.ts';
import { remembered } from '../remembered.ts';
import type { DerivedColumn } from './derived-column.ts';

/** Derived texts that have names of their own: a question may split and filter by them as by any other. */
const NAMED: Readonly<Record<'sale' | 'target', readonly string[]>> = {
  sale: COHORT_GRAINS.flatMap((grain) => [cohortKey('cohort', grain), cohortKey('age', grain)]),
  target: ['target_kpi', 'level', 'stretch'],
};

/** Dictionary of the customers of derived kinds. */
export const CUSTOMER_KEY = 'customer_key';

type Codes = Extract<DerivedColumn, { type: 'codes' }>;

/**
 * Columns with the named derived texts beside the fields of the files, each under a dictionary of its own. They are listed
 * where their sources are, and computed when one is asked for.
 */
export function withDerivedTexts(
  columns: WorkspaceColumns,
  derived: (kind: AnyKind, key: string) => DerivedColumn | null,
  names: (kind: AnyKind, key: string) => readonly string[],
  ofKind: (kind: DerivedKind) => KindTable | null,
  customerNames: () => readonly string[],
): WorkspaceColumns {
  const tables = new Map<AnyKind, KindTable | null>();
  const textOf = (kind: 'sale' | 'target', key: string): Codes | null => {
    const column = NAMED[kind].includes(key) ? derived(kind, key) : null;
    return column?.type === 'codes' ? column : null;
  };
  return {
    ...columns,
    table: (kind) => {
      if (isDerivedKind(kind)) return ofKind(kind);
      if (kind !== 'sale' && kind !== 'target') return columns.table(kind);
      return remembered(tables, kind, () => {
        const table = columns.table(kind);
        return table === null ? null : withTexts(table, NAMED[kind], (key) => textOf(kind, key));
      });
    },
    members: (dimension) => {
      if (dimension === CUSTOMER_KEY) return customerNames();
      const kind = NAMED.sale.includes(dimension) ? 'sale' : NAMED.target.includes(dimension) ? 'target' : null;
      return kind === null ? columns.members(dimension) : names(kind, dimension);
    },
    merged: (dimension) => columns.merged(dimension === 'target_kpi' ? 'kpi' : dimension),
  };
}

function withTexts(table: KindTable, keys: readonly string[], textOf: (key: string) => Codes | null): KindTable {
  const has = (_: AnyKind, field: string): boolean => table.fields.some(({ key }) => key === field);
  const added = keys.filter((key) => missingSources(table.kind, key, has).length === 0).map(infoOf);
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

function infoOf(key: string): FieldInfo {
  return { key, type: 'text', unit: null, label: null, dimension: key, identifier: true, derived: true };
}

import type { KindTable } from '#engine/ports/workspace-columns.ts';
import { DERIVED_FIELDS_BY_KIND, type DerivedKind } from '#shared/record-kinds.ts';
import type { DerivedColumn } from '../derived/derived-column.ts';
import type { CustomerTexts } from './customer-texts.ts';

/** A table of a derived kind from its texts and its other columns. */
export function derivedTable(
  kind: DerivedKind,
  rows: number,
  texts: CustomerTexts,
  columns: Readonly<Record<string, Exclude<DerivedColumn, { type: 'codes' }>>>,
): KindTable {
  const others = DERIVED_FIELDS_BY_KIND[kind].filter(({ key }) => key in columns);
  return {
    kind,
    rows,
    fields: [
      ...texts.fields,
      ...others.map(({ key, type, unit }) => ({
        key,
        type,
        unit: unit ?? null,
        label: null,
        dimension: null,
        identifier: false,
      })),
    ],
    codes: texts.codes,
    days: (key) => {
      const column = columns[key];
      return column?.type === 'days' ? column.days : null;
    },
    decimals: (key) => {
      const column = columns[key];
      return column?.type === 'decimals' ? column.decimals : null;
    },
    flags: (key) => {
      const column = columns[key];
      return column?.type === 'flags' ? column.flags : null;
    },
  };
}

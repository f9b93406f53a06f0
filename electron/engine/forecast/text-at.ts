import type { KindTable, StoredColumns } from '../ports/workspace-columns.ts';

/** The text of a field in a row; empty where it has none. */
export type TextAt = (row: number) => string;

/** A text field of a table by its names, as they are shown. Example: textAt(columns, deals, 'stage')(0) is 'Offert'. */
export function textAt(columns: StoredColumns, table: KindTable, key: string): TextAt {
  const codes = table.codes(key);
  const names = columns.members(table.fields.find((field) => field.key === key)?.dimension ?? key);
  return (row) => names[codes?.[row] ?? 0] ?? '';
}

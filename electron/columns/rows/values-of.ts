import type { StoredColumns } from '#engine/ports/workspace-columns.ts';
import { compareLabels } from '#engine/question/member-order.ts';
import { AppError } from '#shared/errors.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { fold, type NamesWith } from './folded-names.ts';

/** A value of a text field; null where it is missing. */
export interface FieldValue {
  readonly name: string | null;
  /** Rows of the kind. */
  readonly rows: number;
}

/**
 * Values of a text field in the rows of a kind that hold the search text, those with the most rows first; the missing one
 * only without a search. Throws E_UNKNOWN_DIMENSION where the kind has no such field.
 */
export function valuesOf(
  columns: StoredColumns,
  kind: RecordKind,
  field: string,
  search: string,
  namesWith: NamesWith,
): readonly FieldValue[] {
  const table = columns.table(kind);
  const dimension = table?.fields.find(({ key, type }) => key === field && type === 'text')?.dimension ?? null;
  const codes = table?.codes(field) ?? null;
  if (codes === null || dimension === null) {
    throw new AppError('E_UNKNOWN_DIMENSION', `There is no text field "${field}".`, { dimension: field });
  }
  const names = columns.members(dimension);
  const rows = new Int32Array(names.length);
  for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
  const wanted = fold(search.trim());
  const found = namesWith(dimension, wanted);
  if (wanted === '') found[0] = 1;
  return names
    .flatMap((name, code): FieldValue[] => {
      const count = rows[code] ?? 0;
      return count > 0 && found[code] === 1 ? [{ name: code === 0 ? null : name, rows: count }] : [];
    })
    .sort((a, b) => b.rows - a.rows || compareLabels(a.name ?? '', b.name ?? ''));
}

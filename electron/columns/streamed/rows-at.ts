import { NO_DAY, UNBOUNDED, type KindTable, type WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import type { FieldType } from '#shared/record-kinds.ts';
import { decimalAt } from '../decimal-at.ts';
import { remembered } from '../remembered.ts';

const MOST_ROWS = 262_144;

/** The columns of a workspace with other rows of one kind, which are soon done with. */
export function withRows(columns: WorkspaceColumns, rows: KindTable): WorkspaceColumns {
  return { ...columns, room: UNBOUNDED, table: (kind) => (kind === rows.kind ? rows : columns.table(kind)) };
}

/** Some rows of a table by their positions, ascending: of each field that is asked for as many values, read block by block. */
export function rowsAt(table: KindTable, positions: Int32Array): KindTable {
  const { length } = positions;
  const read = new Map<string, Int32Array | Float64Array | Uint8Array>();
  const column = <T extends Int32Array | Float64Array | Uint8Array>(
    key: string,
    types: readonly FieldType[],
    own: () => T,
    valuesOf: (block: KindTable) => ((row: number) => number) | null,
  ): T | null => {
    if (!table.fields.some((field) => field.key === key && types.includes(field.type))) return null;
    // A field has one type, so what is kept under its key came from the same `own`.
    return remembered(read, key, () => filled(own(), valuesOf)) as T;
  };
  const filled = <T extends Int32Array | Float64Array | Uint8Array>(
    own: T,
    valuesOf: (block: KindTable) => ((row: number) => number) | null,
  ): T => {
    let at = 0;
    for (const block of table.blocks?.(MOST_ROWS) ?? [table]) {
      mayStop();
      const first = block.block?.first ?? 0;
      const valueAt = valuesOf(block);
      for (; at < length && (positions[at] ?? 0) - first < block.rows; at++)
        if (valueAt !== null) own[at] = valueAt((positions[at] ?? 0) - first);
    }
    return own;
  };
  return {
    kind: table.kind,
    rows: length,
    fields: table.fields,
    codes: (key) =>
      column(
        key,
        ['text'],
        () => new Int32Array(length),
        (block) => valueAt(block.codes(key), 0),
      ),
    days: (key) =>
      column(
        key,
        ['date', 'instant'],
        () => new Int32Array(length).fill(NO_DAY),
        (block) => valueAt(block.days(key), NO_DAY),
      ),
    decimals: (key) =>
      column(
        key,
        ['decimal'],
        () => new Float64Array(length).fill(NaN),
        (block) => {
          const values = block.decimals(key);
          return (row) => decimalAt(values, row);
        },
      ),
    flags: (key) =>
      column(
        key,
        ['flag'],
        () => new Uint8Array(length).fill(2),
        (block) => valueAt(block.flags(key), 2),
      ),
  };
}

function valueAt(values: ArrayLike<number> | null, missing: number): ((row: number) => number) | null {
  return values === null ? null : (row) => values[row] ?? missing;
}

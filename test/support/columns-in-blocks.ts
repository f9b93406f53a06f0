import { UNBOUNDED, type KindTable, type WorkspaceColumns } from '#engine/ports/workspace-columns.ts';

/** The same columns with no room in memory, a few rows at a time; `read` is told of every block, `readWhole` of every column that is read whole all the same. */
export function columnsInBlocks(
  columns: WorkspaceColumns,
  rows: number,
  read: () => void,
  readWhole: (column: string) => void = () => undefined,
): WorkspaceColumns {
  return {
    ...columns,
    room: { ...UNBOUNDED, limit: 1 },
    table: (kind) => {
      const table = columns.table(kind);
      if (table === null) return null;
      const whole = <T>(key: string, column: T | null): T | null => {
        if (column !== null) readWhole(`${kind}.${key}`);
        return column;
      };
      return {
        ...table,
        codes: (key) => whole(key, table.codes(key)),
        days: (key) => whole(key, table.days(key)),
        decimals: (key) => whole(key, table.decimals(key)),
        flags: (key) => whole(key, table.flags(key)),
        blocks: () => blocksOf(table, rows, read),
      };
    },
  };
}

function* blocksOf(table: KindTable, rows: number, read: () => void): Generator<KindTable> {
  for (let first = 0; first < table.rows; first += rows) {
    const end = Math.min(table.rows, first + rows);
    read();
    yield {
      kind: table.kind,
      rows: end - first,
      fields: table.fields,
      block: { first, of: table.rows },
      codes: (key) => table.codes(key)?.slice(first, end) ?? null,
      days: (key) => table.days(key)?.slice(first, end) ?? null,
      decimals: (key) => table.decimals(key)?.slice(first, end) ?? null,
      flags: (key) => table.flags(key)?.slice(first, end) ?? null,
    };
  }
}

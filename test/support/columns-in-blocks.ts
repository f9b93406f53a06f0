import { UNBOUNDED, type KindTable, type WorkspaceColumns } from '#engine/ports/workspace-columns.ts';

/** The same columns with no room in memory, a few rows at a time; `read` is told of every block. */
export function columnsInBlocks(columns: WorkspaceColumns, rows: number, read: () => void): WorkspaceColumns {
  return {
    ...columns,
    room: { ...UNBOUNDED, limit: 1 },
    table: (kind) => {
      const table = columns.table(kind);
      return table === null ? null : { ...table, blocks: () => blocksOf(table, rows, read) };
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

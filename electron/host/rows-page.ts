import { rowsAt } from '#columns/rows/rows-at.ts';
import { readingOrder } from '#engine/catalogue/reading-order.ts';
import type { WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { RowPositions } from '#engine/question/row-positions.ts';
import type { RowsPage } from '#shared/question.ts';
import { isDerivedKind, type DerivedKind } from '#shared/record-kinds.ts';
import type { FoundRows } from '#store/row-lookup.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';

interface Asked {
  readonly offset: number;
  readonly limit: number;
  /** As this import left them; null or absent for today's rows. */
  readonly asOf?: number | null;
}

/** A page of the rows at positions of a kind's table, as their files have them; those of a derived kind as they are worked out. */
export function rowsPage(
  store: WorkspaceStore,
  columns: WorkspaceColumns,
  { kind, positions }: RowPositions,
  { offset, limit, asOf = null }: Asked,
): Omit<RowsPage, 'kinds'> {
  const places = [...positions.subarray(offset, offset + limit)];
  const { fields, rows } = isDerivedKind(kind) ? derivedRows(columns, kind, places) : store.rowsAt(kind, places, asOf);
  const order = readingOrder(kind, fields);
  return {
    total: positions.length,
    offset,
    fields: order
      .flatMap((place) => fields[place] ?? [])
      .map(({ key, label, type, unit }) => ({ key, label: label ?? key, type, unit })),
    rows: rows.map(({ values, written, ...row }) => ({
      ...row,
      values: order.map((place) => values[place] ?? null),
      ...(Object.keys(written).length === 0 ? {} : { written }),
    })),
  };
}

type Page = Pick<RowsPage['rows'][number], 'importId' | 'file' | 'sheet' | 'fileRow'> &
  Pick<FoundRows['rows'][number], 'values' | 'written'>;

const NO_FILE = { importId: null, file: null, sheet: null, fileRow: null, written: {} };

function derivedRows(columns: WorkspaceColumns, kind: DerivedKind, places: readonly number[]) {
  const table = columns.table(kind);
  const rows = table === null ? [] : rowsAt(columns, table, places);
  return { fields: table?.fields ?? [], rows: rows.map((values): Page => ({ ...NO_FILE, values })) };
}

import type { RawTable } from '#engine/import/raw-table.ts';

export interface SheetInfo {
  readonly name: string;
  /** Rows with content; null where counting them would mean reading a large sheet. */
  readonly rows: number | null;
  readonly hidden: boolean;
}

export interface ReadSheet {
  readonly sheet: string;
  readonly table: RawTable;
}

/** One sheet of a workbook, and what others there are, in the workbook's order. */
export interface WorkbookRead {
  readonly table: RawTable;
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string;
  /** The chosen sheet and, as far as memory allows, the visible ones with content, in the workbook's order. */
  readonly read: readonly ReadSheet[];
}

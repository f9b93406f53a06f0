import type { SheetCell, TableSheet } from '#engine/grid/table-sheet.ts';
import { AppError } from '#shared/errors.ts';

/** How a long write is watched and stopped. `progress` counts rows. */
export interface SheetTask {
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

/** Cells between two looks at whether the user has had enough. */
const CHUNK_CELLS = 20_000;

/** The rows of a sheet, some at a time. Throws E_CANCELLED between them. */
export function* sheetRows(
  { row, rowCount, columnCount }: TableSheet,
  task: SheetTask,
): Generator<readonly (readonly SheetCell[])[]> {
  const some = Math.max(1, Math.floor(CHUNK_CELLS / Math.max(1, columnCount)));
  for (let from = 0; from < rowCount; from += some) {
    if (task.cancelled()) throw new AppError('E_CANCELLED', 'The writing was cancelled.');
    task.progress(from, rowCount);
    yield Array.from({ length: Math.min(some, rowCount - from) }, (_, i) => row(from + i));
  }
}

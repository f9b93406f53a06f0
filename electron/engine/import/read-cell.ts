import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { cellText, tagAt, valueAt } from './cells.ts';
import type { PlannedColumn } from './import-plan.ts';
import { EMPTY, type RawTable } from './raw-table.ts';
import { DayReader } from './read-days.ts';
import { DecimalReader } from './read-decimals.ts';
import { RowFaults } from './row-faults.ts';

/**
 * One cell as its column is read: ten-thousandths, a day, or 0 for a text; null when it is blank or unreadable. For single
 * rows (totals, notes), not for whole columns.
 */
export function readCell(table: RawTable, row: number, column: PlannedColumn, textFile: boolean): number | null {
  const tag = tagAt(table, row, column.index);
  if (tag === EMPTY) return null;
  if (column.type === 'text' || column.type === 'flag') return cellText(table, row, column.index) === '' ? null : 0;
  const text = cellText(table, row, column.index);
  const raw = { blocks: [], texts: [text] };
  const value = valueAt(table, row, column.index);
  const single = { tags: Uint8Array.of(tag), values: Float64Array.of(tag < 16 && tag !== 5 && tag !== 2 ? 0 : value) };
  const faults = new RowFaults(1);
  if (column.type === 'decimal') {
    const out = new Float64Array(1);
    new DecimalReader(column, 0, raw, textFile).read(single, 1, new Uint8Array(1), out, faults);
    const read = out[0] ?? NaN;
    return faults.any || read !== read ? null : read;
  }
  const out = new Int32Array(1);
  new DayReader(column, 0, raw, table.dateSystem).read(single, 1, out, faults);
  return faults.any || out[0] === NO_DAY ? null : (out[0] ?? null);
}

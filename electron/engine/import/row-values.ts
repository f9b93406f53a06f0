import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { cellText } from './cells.ts';
import type { PlannedColumn } from './import-plan.ts';
import { BLOCK_ROWS, type RawTable } from './raw-table.ts';
import { DayReader } from './read-days.ts';
import { DecimalReader } from './read-decimals.ts';
import { RowFaults } from './row-faults.ts';

/** Single rows as their columns are read, a block at a time: for totals rows and notes, which are looked at one by one. */
export class RowValues {
  private readonly table: RawTable;
  private readonly columns: readonly PlannedColumn[];
  private readonly readers: readonly (DecimalReader | DayReader | null)[];
  private at = -1;
  private block: readonly (Float64Array | Int32Array | null)[] = [];

  constructor(table: RawTable, columns: readonly PlannedColumn[], textFile: boolean) {
    this.table = table;
    this.columns = columns;
    this.readers = columns.map((column, place) => {
      const raw = table.columns[column.index];
      if (column.type === 'decimal') return new DecimalReader(column, place, raw, textFile);
      const isDay = column.type === 'date' || column.type === 'instant';
      return isDay ? new DayReader(column, place, raw, table.dateSystem) : null;
    });
  }

  /** Ten-thousandths, a day, or 0 for a text; null when the cell is blank or cannot be read. */
  valueAt(row: number, place: number): number | null {
    const at = Math.floor(row / BLOCK_ROWS);
    if (at !== this.at) this.load(at);
    const values = this.block[place];
    if (values == null) return cellText(this.table, row, this.columns[place]?.index ?? -1) === '' ? null : 0;
    const value = values[row % BLOCK_ROWS] ?? NaN;
    return value !== value || value === NO_DAY ? null : value;
  }

  private load(at: number): void {
    const rows = Math.min(BLOCK_ROWS, this.table.rows - at * BLOCK_ROWS);
    const marks = new Uint8Array(rows);
    const faults = new RowFaults(rows, []);
    this.at = at;
    this.block = this.readers.map((reader, place) => {
      const raw = this.table.columns[this.columns[place]?.index ?? -1]?.blocks[at] ?? null;
      if (reader === null) return null;
      if (reader instanceof DecimalReader) {
        const scaled = new Float64Array(rows);
        reader.read(raw, rows, marks, scaled, faults);
        return scaled;
      }
      const days = new Int32Array(rows);
      reader.read(raw, rows, days, faults);
      return days;
    });
  }
}

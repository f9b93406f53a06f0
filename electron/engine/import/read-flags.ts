import { cleanText } from './cells.ts';
import { flagOf } from './flag-readings.ts';
import type { PlannedColumn } from './import-plan.ts';
import { BOOLEAN, DOT, TEXT, type RawBlock, type RawColumn } from './raw-table.ts';
import { emptyFault, type RowFaults } from './row-faults.ts';

/** Missing flag. */
const NO_FLAG = 2;

/** Reads a column's cells as yes (1), no (0) or missing (2); a text that is neither is missing. */
export class FlagReader {
  private readonly column: PlannedColumn;
  private readonly place: number;
  private readonly byText: Uint8Array;

  constructor(column: PlannedColumn, place: number, raw: RawColumn | undefined) {
    this.column = column;
    this.place = place;
    this.byText = Uint8Array.from(raw?.texts ?? [], (text) => flagOf(cleanText(text)) ?? NO_FLAG);
  }

  read(block: RawBlock | null, rows: number, out: Uint8Array, faults: RowFaults): void {
    for (let i = 0; i < rows; i++) {
      const tag = block?.tags[i] ?? 0;
      const value = block?.values[i] ?? 0;
      const plain = (tag === BOOLEAN || tag === DOT) && (value === 0 || value === 1);
      const flag = plain ? value : tag === TEXT ? (this.byText[value] ?? NO_FLAG) : NO_FLAG;
      out[i] = flag;
      if (flag !== NO_FLAG) continue;
      const fault = emptyFault(this.column, tag, '');
      if (fault !== null) faults.add(i, this.place, fault);
    }
  }
}

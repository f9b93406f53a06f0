import { dayOf } from '#shared/calendar.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { cleanText } from './cells.ts';
import { dayOfInteger } from './choose-readings.ts';
import { dateShape, dayOfShape } from './date-readings.ts';
import type { PlannedColumn } from './import-plan.ts';
import { isPlaceholder } from './number-readings.ts';
import { BOOLEAN, DATE, DOT, TEXT, type RawBlock, type RawColumn } from './raw-table.ts';
import { emptyFault, type RowFaults } from './row-faults.ts';
import { serialDay, serialMinute } from './serial-dates.ts';

/** Earliest and latest day a field may hold. */
const FIRST_DAY = dayOf(1900, 1, 1);
const LAST_DAY = dayOf(2100, 12, 31);
const MINUTES = 1440;

const UNSEEN = 0;
const VALUE = 1;
const BLANK = 2;
const UNREADABLE = 3;
const OUT_OF_RANGE = 4;

/** Reads a column's cells as days (`date`) or local minutes (`instant`); NO_DAY is missing. */
export class DayReader {
  private readonly column: PlannedColumn;
  private readonly place: number;
  private readonly texts: readonly string[];
  private readonly dateSystem: 1900 | 1904;
  private readonly states: Uint8Array;
  private readonly days: Int32Array;

  constructor(column: PlannedColumn, place: number, raw: RawColumn | undefined, dateSystem: 1900 | 1904) {
    this.column = column;
    this.place = place;
    this.texts = raw?.texts ?? [];
    this.dateSystem = dateSystem;
    this.states = new Uint8Array(this.texts.length);
    this.days = new Int32Array(this.texts.length);
  }

  read(block: RawBlock | null, rows: number, out: Int32Array, faults: RowFaults): void {
    const tags = block?.tags;
    const values = block?.values;
    for (let i = 0; i < rows; i++) {
      const tag = tags?.[i] ?? 0;
      const value = values?.[i] ?? 0;
      out[i] = NO_DAY;
      if (tag === TEXT) {
        const state = this.states[value] === UNSEEN ? this.readText(value) : (this.states[value] ?? UNREADABLE);
        if (state === VALUE) out[i] = this.days[value] ?? NO_DAY;
        else if (state === UNREADABLE) faults.add(i, this.place, 'not-a-date');
        else if (state === OUT_OF_RANGE) faults.add(i, this.place, 'date-out-of-range');
        else if (this.column.needed) faults.add(i, this.place, 'missing');
      } else if (tag === DATE || tag >= DOT) {
        const day = tag === DATE ? serialDay(value, this.dateSystem) : this.dayOfNumber(tag, value);
        const fraction = tag === DATE ? value : value / 10 ** (tag & 15);
        if (day === null) faults.add(i, this.place, 'not-a-date');
        else if (this.isOutside(day)) faults.add(i, this.place, 'date-out-of-range');
        else out[i] = this.stored(day, serialMinute(fraction));
      } else if (tag === BOOLEAN) {
        faults.add(i, this.place, 'not-a-date');
      } else {
        const fault = emptyFault(this.column, tag, this.texts[value] ?? '');
        if (fault !== null) faults.add(i, this.place, fault);
      }
    }
  }

  private dayOfNumber(tag: number, value: number): number | null {
    const format = this.column.dateFormat;
    if (format === null) return null;
    const decimals = tag & 15;
    if (decimals === 0) return dayOfInteger(value, format);
    const unit = 10 ** decimals;
    return format.startsWith('serial') ? dayOfInteger((value - (value % unit)) / unit, format) : null;
  }

  /** A custom date may lie anywhere: 9999-12-31 for "for ever". */
  private isOutside(day: number): boolean {
    return !this.column.custom && (day < FIRST_DAY || day > LAST_DAY);
  }

  private stored(day: number, minute: number): number {
    return this.column.type === 'instant' ? day * MINUTES + minute : day;
  }

  private readText(code: number): number {
    const text = cleanText(this.texts[code] ?? '');
    const state = text === '' || isPlaceholder(text) ? BLANK : this.readDate(code, text);
    this.states[code] = state;
    return state;
  }

  private readDate(code: number, text: string): number {
    const shape = dateShape(text);
    const day = shape === null ? null : dayOfShape(shape, this.column.dateFormat ?? 'ymd');
    if (shape === null || day === null) return UNREADABLE;
    if (this.isOutside(day)) return OUT_OF_RANGE;
    this.days[code] = this.stored(day, shape.minute);
    return VALUE;
  }
}

import { cleanText } from './cells.ts';
import type { PlannedColumn } from './import-plan.ts';
import { couldBeThousands, isPlaceholder, numberShape, readNumber } from './number-readings.ts';
import { BOOLEAN, COMMA, DATE, DOT, TEXT, type RawBlock, type RawColumn } from './raw-table.ts';
import { emptyFault, type RowFaults } from './row-faults.ts';
import { divideRounded, isRounded, SCALE_DIGITS } from './scale.ts';

const UNSEEN = 0;
const VALUE = 1;
const ROUNDED = 2;
const BLANK = 3;
const UNREADABLE = 4;
const TOO_LARGE = 5;

/** Reads a column's cells as ten-thousandths; NaN is missing. Each distinct text is read once. */
export class DecimalReader {
  private readonly column: PlannedColumn;
  private readonly place: number;
  private readonly texts: readonly string[];
  private readonly textFile: boolean;
  private states: Uint8Array | null = null;
  private scaled = new Float64Array(0);
  /** By tag: what plain digits are multiplied by, or 0. */
  private readonly factors = new Float64Array(64);
  /** By tag: what they are divided by, for more than four decimals, or 0. */
  private readonly divisors = new Float64Array(64);

  constructor(column: PlannedColumn, place: number, raw: RawColumn | undefined, textFile: boolean) {
    this.column = column;
    this.place = place;
    this.texts = raw?.texts ?? [];
    this.textFile = textFile;
    const commaMarks = textFile && column.mark === ',';
    for (let tag = DOT; tag < 64; tag++) {
      const decimals = tag & 15;
      const fits = decimals === 0 || !textFile || tag >= COMMA === commaMarks;
      if (!fits) continue;
      const shift = SCALE_DIGITS - decimals - (column.percent ? 2 : 0);
      if (shift >= 0) this.factors[tag] = 10 ** shift;
      else this.divisors[tag] = 10 ** -shift;
    }
  }

  /** Reads a block into `out`; gives the number of values rounded in rows whose mark is DATA_ROW. */
  read(block: RawBlock | null, rows: number, marks: Uint8Array, out: Float64Array, faults: RowFaults): number {
    let rounded = 0;
    const tags = block?.tags;
    const values = block?.values;
    for (let i = 0; i < rows; i++) {
      const tag = tags?.[i] ?? 0;
      const value = values?.[i] ?? 0;
      const factor = this.factors[tag] ?? 0;
      if (factor !== 0) {
        const scaled = value * factor;
        if (scaled <= Number.MAX_SAFE_INTEGER && scaled >= -Number.MAX_SAFE_INTEGER) {
          out[i] = scaled;
          continue;
        }
        faults.add(i, this.place, 'too-large');
      } else if (tag === TEXT) {
        const state = this.textState(value);
        out[i] = this.scaled[value] ?? NaN;
        if (state === VALUE) continue;
        if (state === ROUNDED) rounded += marks[i] === 0 ? 1 : 0;
        else if (state === UNREADABLE) faults.add(i, this.place, 'not-a-number');
        else if (state === TOO_LARGE) faults.add(i, this.place, 'too-large');
        else if (this.column.needed) faults.add(i, this.place, 'missing');
        continue;
      } else if (tag >= DOT) {
        const scaled = this.fromTag(tag, value);
        out[i] = scaled;
        if (scaled !== scaled) faults.add(i, this.place, 'not-a-number');
        else if (marks[i] === 0 && this.losesDecimals(tag, value, scaled)) rounded++;
        continue;
      } else {
        const wrongType = tag === DATE || tag === BOOLEAN;
        const fault = wrongType ? 'not-a-number' : emptyFault(this.column, tag, this.texts[value] ?? '');
        if (fault !== null) faults.add(i, this.place, fault);
      }
      out[i] = NaN;
    }
    return rounded;
  }

  private fromTag(tag: number, value: number): number {
    const divisor = this.divisors[tag] ?? 0;
    if (divisor !== 0) return divideRounded(value, divisor);
    const grouped = this.textFile && (tag & 15) === 3 && couldBeThousands(value);
    return grouped ? (value * 10 ** SCALE_DIGITS) / (this.column.percent ? 100 : 1) : NaN;
  }

  private losesDecimals(tag: number, value: number, scaled: number): boolean {
    const divisor = this.divisors[tag] ?? 0;
    return divisor !== 0 && isRounded(Math.abs(value / divisor - scaled), scaled);
  }

  private textState(code: number): number {
    if (this.states === null) {
      this.states = new Uint8Array(this.texts.length);
      this.scaled = new Float64Array(this.texts.length).fill(NaN);
    }
    const known = this.states[code] ?? UNSEEN;
    if (known !== UNSEEN) return known;
    const state = this.readText(code);
    this.states[code] = state;
    return state;
  }

  private readText(code: number): number {
    const text = cleanText(this.texts[code] ?? '');
    if (text === '' || isPlaceholder(text)) return BLANK;
    const shape = numberShape(text);
    if (shape === null) return UNREADABLE;
    if (shape.percent && this.column.unit !== 'ratio') return UNREADABLE;
    const reading = readNumber(
      shape.percent || !this.column.percent ? shape : { ...shape, percent: true },
      this.column.mark,
    );
    if (reading === null) return UNREADABLE;
    if (!Number.isFinite(reading.scaled)) return TOO_LARGE;
    this.scaled[code] = reading.scaled;
    return reading.rounded ? ROUNDED : VALUE;
  }
}

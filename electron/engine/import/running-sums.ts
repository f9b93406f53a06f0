import { fromScaled } from '#shared/units.ts';
import { cellText } from './cells.ts';
import type { PlannedColumn } from './import-plan.ts';
import type { RawTable } from './raw-table.ts';
import type { RowValues } from './row-values.ts';

/** Sums of the rows between two totals rows, by place of the column. */
interface Stretch {
  readonly sums: Float64Array;
  rows: number;
}

/** A totals row that fits: whether it sums all rows so far, and what it says, by field. */
export interface TotalsMatch {
  readonly all: boolean;
  readonly values: ReadonlyMap<string, number>;
}

/** A total sums at most this many stretches before it, unless it sums everything. */
const DEEPEST_TOTAL = 200;

/** Sums of the summed columns from the header down, kept per stretch between totals rows. */
export class RunningSums {
  private readonly table: RawTable;
  private readonly columns: readonly PlannedColumn[];
  private readonly values: RowValues;
  private readonly marked: ReadonlyMap<number, number>;
  private readonly summed: readonly number[];
  private readonly amount: number;
  private readonly whole: Stretch;
  private readonly stretches: Stretch[] = [];
  private next: number;

  /** `marked`: rows known to be no data, as they are found. */
  constructor(
    table: RawTable,
    from: number,
    columns: readonly PlannedColumn[],
    values: RowValues,
    marked: ReadonlyMap<number, number>,
  ) {
    this.table = table;
    this.columns = columns;
    this.values = values;
    this.marked = marked;
    this.summed = columns.flatMap(({ custom, unit }, place) =>
      !custom && (unit === 'money' || unit === 'quantity') ? [place] : [],
    );
    this.amount = columns.findIndex(({ key }) => key === 'amount');
    this.whole = this.stretch();
    this.next = from;
    this.close();
  }

  /** Rows with a number so far. */
  get rows(): number {
    return this.whole.rows;
  }

  /** Begins a new stretch, after a totals row. */
  close(): void {
    this.stretches.push(this.stretch());
  }

  /**
   * What a row's numbers equal: the sums of the last one, two, … stretches, or of all rows so far, over at least `fewest`
   * rows. Null when nothing fits. The amount (else the first filled column) must match; averages beside it may differ.
   */
  matchAt(row: number, fewest: number): TotalsMatch | null {
    this.advance(row);
    const filled = this.summed.filter((place) => this.values.valueAt(row, place) !== null);
    const primary = filled.includes(this.amount) ? this.amount : filled[0];
    if (primary === undefined) return null;
    if (this.whole.rows >= fewest && this.fits(row, primary, this.whole.sums))
      return this.match(row, filled, this.whole);
    const part = this.stretch();
    const last = this.stretches.length - 1;
    for (let at = last; at >= 0 && at > last - DEEPEST_TOTAL; at--) {
      const stretch = this.stretches[at] ?? part;
      for (const place of this.summed) part.sums[place] = (part.sums[place] ?? 0) + (stretch.sums[place] ?? 0);
      part.rows += stretch.rows;
      if (part.rows >= fewest && this.fits(row, primary, part.sums)) return this.match(row, filled, part);
    }
    return null;
  }

  /** What a totals row says and what the rows above sum to, when its amount fits nothing. In base units. */
  mismatchAt(row: number): { readonly total: number; readonly sum: number } | null {
    const total = this.amount < 0 ? null : this.values.valueAt(row, this.amount);
    return total === null ? null : { total: fromScaled(total), sum: fromScaled(this.whole.sums[this.amount] ?? 0) };
  }

  private stretch(): Stretch {
    return { sums: new Float64Array(this.columns.length), rows: 0 };
  }

  private fits(row: number, place: number, sums: Float64Array): boolean {
    const value = this.values.valueAt(row, place);
    const text = cellText(this.table, row, this.columns[place]?.index ?? -1);
    return value !== null && Math.abs(value - (sums[place] ?? 0)) <= slackOf(text);
  }

  private match(row: number, filled: readonly number[], stretch: Stretch): TotalsMatch {
    const values = filled.flatMap((place): [string, number][] => {
      const value = this.values.valueAt(row, place);
      const key = this.columns[place]?.key;
      return value !== null && key !== undefined && this.fits(row, place, stretch.sums) ? [[key, value]] : [];
    });
    return { all: stretch.rows === this.whole.rows, values: new Map(values) };
  }

  private advance(to: number): void {
    const stretch = this.stretches.at(-1) ?? this.whole;
    for (; this.next < to; this.next++) {
      if (this.marked.has(this.next)) continue;
      let any = false;
      for (const place of this.summed) {
        const value = this.values.valueAt(this.next, place);
        if (value === null) continue;
        stretch.sums[place] = (stretch.sums[place] ?? 0) + value;
        this.whole.sums[place] = (this.whole.sums[place] ?? 0) + value;
        any = true;
      }
      if (!any) continue;
      stretch.rows++;
      this.whole.rows++;
    }
  }
}

/** A total written with fewer decimals than its rows may differ by half of its last one. In ten-thousandths. */
function slackOf(text: string): number {
  const decimals = /[.,](\d{1,3})\D*$/.exec(text)?.[1]?.length ?? 0;
  return decimals >= 4 ? 0 : 5_000 / 10 ** decimals;
}

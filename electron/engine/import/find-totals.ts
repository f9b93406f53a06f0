import type { Inspection } from '#shared/importing.ts';
import { fromScaled } from '#shared/units.ts';
import { cellText, cleanText, fileRow, tagAt } from './cells.ts';
import { rowText, type TableHeader } from './find-header.ts';
import { SKIPPED_ROW, TOTALS_ROW, type PlannedColumn, type RowMarks } from './import-plan.ts';
import { EMPTY, BLOCK_ROWS, TEXT, type RawTable } from './raw-table.ts';
import { readCell } from './read-cell.ts';
import { DecimalReader } from './read-decimals.ts';
import { RowFaults } from './row-faults.ts';
import { recordCount, rowLabel, type RowLabel } from './total-labels.ts';

interface Candidate {
  readonly row: number;
  readonly label: RowLabel;
  readonly text: string;
}

/** Sums of the rows between two totals rows, by place in the summed columns. */
interface Stretch {
  readonly sums: Float64Array;
  rows: number;
}

const LARGEST_FOOTNOTES = 100;

/**
 * Tells rows that are no data: totals, checked against the running sums of the columns that are summed, footers of a
 * report, and notes below the table. A row that only looks like a total (a customer called Totalbygg, a product called
 * Total) stays data; a total that does not match stays too and is reported.
 */
export function findTotals(
  table: RawTable,
  header: TableHeader,
  columns: readonly PlannedColumn[],
  textFile: boolean,
): RowMarks {
  const rows = new Map<number, number>();
  const control = new Map<string, number>();
  const skipped: { row: number; text: string }[] = [];
  const notices: Inspection['notices'][number][] = [];
  const candidates = labelledRows(table, header);
  const summed = columns.filter(({ custom, unit }) => !custom && (unit === 'money' || unit === 'quantity'));
  const sums = new RunningSums(table, header, summed, textFile, rows);
  for (const candidate of candidates) {
    const { row, label, text } = candidate;
    const complete = columns.every((column) => !column.needed || readCell(table, row, column, textFile) !== null);
    if (label === 'footer') {
      if (complete || filledCells(table, row) > 2) continue;
      rows.set(row, SKIPPED_ROW);
      skipped.push({ row: fileRow(table, row), text });
      continue;
    }
    if (label === 'total-of' && complete) continue;
    const match = sums.matchAt(row, complete);
    const counted = recordCount(text);
    if (match !== null || (counted !== null && counted === sums.rowsSoFar())) {
      rows.set(row, TOTALS_ROW);
      sums.close();
      if (match?.all === true) for (const [field, value] of match.values) control.set(field, value);
    } else if (!complete) {
      const mismatch = sums.mismatchAt(row);
      if (mismatch !== null)
        notices.push({ code: 'total-mismatch', details: { row: fileRow(table, row), ...mismatch } });
    }
  }
  for (const row of footnotes(table, header, columns, textFile, rows)) {
    rows.set(row, SKIPPED_ROW);
    skipped.push({ row: fileRow(table, row), text: rowText(table, row) });
  }
  return { rows, control, skipped, notices };
}

/** A text on more rows than this names something sold, not a total of it. */
const MOST_TOTALS_OF_ONE_NAME = 1000;

/** Rows with a text that may be a total or a footer, in order; one look per distinct text. */
function labelledRows(table: RawTable, header: TableHeader): readonly Candidate[] {
  const found = new Map<number, Candidate>();
  const labelsOf = new Map<readonly string[], ReadonlyMap<number, Omit<Candidate, 'row'>>>();
  for (const column of table.columns) {
    const labels = labelsOf.get(column.texts) ?? labelsAmong(column.texts);
    labelsOf.set(column.texts, labels);
    if (labels.size === 0) continue;
    const rows = new Map<number, number[]>();
    column.blocks.forEach((block, at) => {
      if (block === null) return;
      for (let i = Math.max(0, header.bottom + 1 - at * BLOCK_ROWS); i < block.tags.length; i++) {
        const code = block.tags[i] === TEXT ? (block.values[i] ?? -1) : -1;
        if (!labels.has(code)) continue;
        const known = rows.get(code) ?? [];
        if (known.length === 0) rows.set(code, known);
        known.push(at * BLOCK_ROWS + i);
      }
    });
    for (const [code, at] of rows) {
      const label = labels.get(code);
      if (label === undefined || (label.label === 'total-of' && at.length > MOST_TOTALS_OF_ONE_NAME)) continue;
      for (const row of at) if (!found.has(row)) found.set(row, { row, ...label });
    }
  }
  return [...found.values()].sort((a, b) => a.row - b.row);
}

function labelsAmong(texts: readonly string[]): ReadonlyMap<number, Omit<Candidate, 'row'>> {
  const labels = new Map<number, Omit<Candidate, 'row'>>();
  texts.forEach((raw, code) => {
    const label = rowLabel(raw);
    if (label !== null) labels.set(code, { label, text: cleanText(raw) });
  });
  return labels;
}

function filledCells(table: RawTable, row: number): number {
  return table.columns.filter((_, column) => cellText(table, row, column) !== '').length;
}

/** Notes below the table: rows after the last complete one, sparsely filled, without a readable date or number. */
function footnotes(
  table: RawTable,
  header: TableHeader,
  columns: readonly PlannedColumn[],
  textFile: boolean,
  marked: ReadonlyMap<number, number>,
): readonly number[] {
  const notes: number[] = [];
  const typed = columns.filter(({ custom, type }) => !custom && type !== 'text');
  const named = header.named.filter(Boolean).length;
  for (let row = table.rows - 1; row > header.bottom && notes.length < LARGEST_FOOTNOTES; row--) {
    if (marked.has(row)) continue;
    const filled = filledCells(table, row);
    if (filled === 0) continue;
    const sparse = filled * 2 < named || filled === 1;
    const noNote = typed.some(
      (column) => tagAt(table, row, column.index) !== EMPTY && readCell(table, row, column, textFile) !== null,
    );
    if (!sparse || noNote) break;
    notes.push(row);
  }
  return notes.toReversed();
}

/** Sums of the columns from the header down to a row, kept per stretch between totals rows. */
class RunningSums {
  private readonly table: RawTable;
  private readonly columns: readonly PlannedColumn[];
  private readonly textFile: boolean;
  private readonly marked: ReadonlyMap<number, number>;
  private readonly readers: readonly DecimalReader[];
  private readonly stretches: Stretch[] = [];
  private next: number;
  private blockAt = -1;
  private block: readonly Float64Array[] = [];

  constructor(
    table: RawTable,
    header: TableHeader,
    columns: readonly PlannedColumn[],
    textFile: boolean,
    marked: ReadonlyMap<number, number>,
  ) {
    this.table = table;
    this.columns = columns;
    this.textFile = textFile;
    this.marked = marked;
    this.readers = columns.map(
      (column, place) => new DecimalReader(column, place, table.columns[column.index], textFile),
    );
    this.next = header.bottom + 1;
    this.close();
  }

  /** Begins a new stretch, after a totals row. */
  close(): void {
    this.stretches.push({ sums: new Float64Array(this.columns.length), rows: 0 });
  }

  rowsSoFar(): number {
    return this.stretches.reduce((sum, stretch) => sum + stretch.rows, 0);
  }

  /**
   * What a row's cells equal: the sums of the last one, two, … stretches, or of all rows so far. Null when nothing fits.
   * The amount (else the first filled column) must match; averages and the like in other columns may differ.
   */
  matchAt(
    row: number,
    complete: boolean,
  ): { readonly all: boolean; readonly values: ReadonlyMap<string, number> } | null {
    this.advance(row);
    const cells = this.columns.map((column) => readCell(this.table, row, column, this.textFile));
    const amount = this.columns.findIndex(({ key }) => key === 'amount');
    const primary = cells[amount] != null ? amount : cells.findIndex((cell) => cell !== null);
    const cell = cells[primary];
    const column = this.columns[primary];
    if (cell == null || column === undefined) return null;
    const slack = slackOf(cellText(this.table, row, column.index));
    const running = new Float64Array(this.columns.length);
    let rows = 0;
    for (let at = this.stretches.length - 1; at >= 0; at--) {
      const stretch = this.stretches[at];
      if (stretch === undefined) continue;
      stretch.sums.forEach((sum, place) => (running[place] = (running[place] ?? 0) + sum));
      rows += stretch.rows;
      if (rows < (complete ? 2 : 1) || Math.abs((running[primary] ?? 0) - cell) > slack) continue;
      const all = rows === this.rowsSoFar();
      return { all, values: new Map(cells.flatMap((value, i) => this.matched(value, running[i], i, row))) };
    }
    return null;
  }

  /** What the total says and what the rows above sum to, for a total that fits nothing. */
  mismatchAt(row: number): { readonly total: number; readonly sum: number } | null {
    const amount = this.columns.findIndex(({ key }) => key === 'amount');
    const column = this.columns[amount];
    const cell = column === undefined ? null : readCell(this.table, row, column, this.textFile);
    if (cell === null) return null;
    const sum = this.stretches.reduce((total, { sums }) => total + (sums[amount] ?? 0), 0);
    return { total: fromScaled(cell), sum: fromScaled(sum) };
  }

  private matched(value: number | null, sum: number | undefined, place: number, row: number): [string, number][] {
    const column = this.columns[place];
    if (value === null || column === undefined) return [];
    const slack = slackOf(cellText(this.table, row, column.index));
    return Math.abs(value - (sum ?? 0)) <= slack ? [[column.key, value]] : [];
  }

  private advance(to: number): void {
    const stretch = this.stretches.at(-1);
    if (stretch === undefined) return;
    for (; this.next < to; this.next++) {
      if (this.marked.has(this.next)) continue;
      this.load(Math.floor(this.next / BLOCK_ROWS));
      let any = false;
      this.block.forEach((values, place) => {
        const value = values[this.next % BLOCK_ROWS] ?? NaN;
        if (value !== value) return;
        stretch.sums[place] = (stretch.sums[place] ?? 0) + value;
        any = true;
      });
      if (any) stretch.rows++;
    }
  }

  private load(at: number): void {
    if (at === this.blockAt) return;
    this.blockAt = at;
    const rows = Math.min(BLOCK_ROWS, this.table.rows - at * BLOCK_ROWS);
    const marks = new Uint8Array(rows);
    const faults = new RowFaults(rows);
    this.block = this.readers.map((reader, place) => {
      const out = new Float64Array(rows);
      reader.read(this.table.columns[this.columns[place]?.index ?? -1]?.blocks[at] ?? null, rows, marks, out, faults);
      return out;
    });
  }
}

/** A total written with fewer decimals than its rows may differ by half of its last one. In ten-thousandths. */
function slackOf(text: string): number {
  const decimals = /[.,](\d{1,3})\D*$/.exec(text)?.[1]?.length ?? 0;
  return decimals >= 4 ? 0 : 5_000 / 10 ** decimals;
}

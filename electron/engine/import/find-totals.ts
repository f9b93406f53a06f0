import type { Inspection } from '#shared/importing.ts';
import { cellText, cleanText, fileRow } from './cells.ts';
import { rowText, type TableHeader } from './find-header.ts';
import { SKIPPED_ROW, TOTALS_ROW, type PlannedColumn, type RowMarks } from './import-plan.ts';
import { BLOCK_ROWS, TEXT, type RawTable } from './raw-table.ts';
import { RowValues } from './row-values.ts';
import { RunningSums } from './running-sums.ts';
import { recordCount, rowLabel, type RowLabel } from './total-labels.ts';

interface Candidate {
  readonly row: number;
  readonly label: RowLabel;
  readonly text: string;
}

const LARGEST_FOOTNOTES = 100;
const MOST_NOTICES = 5;

/**
 * Tells rows that are no data: totals, checked against the running sums of the columns that are summed, footers of a
 * report, and notes below the table. A row that only looks like a total (a customer called Totalbygg, a product called
 * Total) stays data; a total that does not match stays too and is reported. `known`: rows that are no data already.
 */
function findTotals(
  table: RawTable,
  header: TableHeader,
  columns: readonly PlannedColumn[],
  textFile: boolean,
  known: ReadonlyMap<number, number>,
): RowMarks {
  const rows = new Map(known);
  const control = new Map<string, number>();
  const skipped: { row: number; text: string }[] = [];
  const notices: Inspection['notices'][number][] = [];
  const candidates = labelledRows(table, header);
  const values = new RowValues(table, columns, textFile);
  const sums = new RunningSums(table, header.bottom + 1, columns, values, rows);
  const needed = columns.flatMap((column, place) => (column.needed ? [place] : []));
  const named = header.named.filter(Boolean).length;
  // Kinds without a needed field: a row is complete when most of its cells are filled.
  const isComplete = (row: number): boolean =>
    needed.length > 0
      ? needed.every((place) => values.valueAt(row, place) !== null)
      : filledCells(table, row) * 2 >= named;
  for (const { row, label, text } of candidates) {
    if (rows.has(row)) continue;
    const complete = isComplete(row);
    if (complete && label !== 'total') continue;
    if (label === 'footer') {
      if (filledCells(table, row) > 2) continue;
      rows.set(row, SKIPPED_ROW);
      skipped.push({ row: fileRow(table, row), text });
      continue;
    }
    const match = sums.matchAt(row, complete ? 2 : 1);
    if (match !== null || recordCount(text) === sums.rows) {
      rows.set(row, TOTALS_ROW);
      sums.close();
      if (match?.all === true) for (const [field, value] of match.values) control.set(field, value);
    } else if (!complete && notices.length < MOST_NOTICES) {
      const mismatch = sums.mismatchAt(row);
      if (mismatch !== null)
        notices.push({ code: 'total-mismatch', details: { row: fileRow(table, row), ...mismatch } });
    }
  }
  for (const row of footnotes(table, header, columns, values, rows)) {
    rows.set(row, SKIPPED_ROW);
    skipped.push({ row: fileRow(table, row), text: rowText(table, row) });
  }
  return { rows, control, skipped, notices };
}

/**
 * The totals of a table some rows of which a rule leaves out. The file's totals may count them or not: what fits better is
 * taken, and is a control total only where it counts what is imported.
 */
export function totalsBeside(
  table: RawTable,
  header: TableHeader,
  columns: readonly PlannedColumn[],
  textFile: boolean,
  known: ReadonlyMap<number, number>,
): RowMarks {
  const without = findTotals(table, header, columns, textFile, known);
  if (known.size === 0 || without.notices.length === 0) return without;
  const all = findTotals(table, header, columns, textFile, new Map());
  if (all.notices.length >= without.notices.length) return without;
  return { ...all, rows: new Map([...all.rows, ...known]), control: new Map() };
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
  values: RowValues,
  marked: ReadonlyMap<number, number>,
): readonly number[] {
  const notes: number[] = [];
  const typed = columns.flatMap(({ custom, type }, place) => (custom || type === 'text' ? [] : [place]));
  const named = header.named.filter(Boolean).length;
  for (let row = table.rows - 1; row > header.bottom && notes.length < LARGEST_FOOTNOTES; row--) {
    if (marked.has(row)) continue;
    const filled = filledCells(table, row);
    if (filled === 0) continue;
    const sparse = filled * 2 < named || filled === 1;
    const noNote = typed.some((place) => values.valueAt(row, place) !== null);
    if (!sparse || noNote) break;
    notes.push(row);
  }
  return notes.toReversed();
}

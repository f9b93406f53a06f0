import { fromScaled } from '#shared/units.ts';
import { cellText, fileRow } from '../cells.ts';
import type { RawTable, TableLayout } from '../raw-table.ts';
import { rowLabel } from '../total-labels.ts';
import { isTotalOf, looseAmount } from './loose-amount.ts';
import type { PeriodColumn } from './month-header.ts';

/** What the totals of a cross-tab say. */
export interface CrossTabTotals {
  /** Rows that sum the rows above them. */
  readonly rows: ReadonlySet<number>;
  /** Ten-thousandths: the grand total over all periods, null without one that is right. */
  readonly control: number | null;
  readonly notices: TableLayout['notices'];
}

const MOST_NOTICES = 5;

/**
 * Total rows and the total column of a cross-tab, checked period by period. A row called Total is never data, a row called
 * Total of something only when it sums the rows since the last total. Example: of North 1 2, South 3 4, Total 4 6 the last
 * is a total and 10 the control.
 */
export function crossTabTotals(
  table: RawTable,
  from: number,
  labels: readonly number[],
  periods: readonly PeriodColumn[],
  totalColumn: number | null,
): CrossTabTotals {
  const rows = new Set<number>();
  const notices: TableLayout['notices'][number][] = [];
  const all = periods.map(() => 0);
  const part = periods.map(() => 0);
  let [counted, partCounted] = [0, 0];
  let control: number | null = null;
  const sums = (row: number, against: readonly number[], count: number): boolean =>
    count > 0 &&
    periods.every(({ column }, at) => {
      const isBlank = looseAmount(table, row, column) === null;
      return isBlank ? against[at] === 0 : isTotalOf(table, row, column, against[at] ?? 0, count);
    });
  const mismatch = (row: number, total: number, sum: number): void => {
    if (notices.length >= MOST_NOTICES) return;
    const details = { row: fileRow(table, row), total: fromScaled(total), sum: fromScaled(sum) };
    notices.push({ code: 'total-mismatch', details });
  };
  for (let row = from; row < table.rows; row++) {
    const amounts = periods.map(({ column }) => looseAmount(table, row, column));
    if (amounts.every((amount) => amount === null)) continue;
    const across = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
    const label = labelOf(table, row, labels);
    const whole = sums(row, all, counted);
    if (label === 'total' || (label !== null && (whole || sums(row, part, partCounted)))) {
      rows.add(row);
      if (whole) control = across;
      else if (label === 'total' && !sums(row, part, partCounted)) {
        mismatch(
          row,
          across,
          all.reduce((sum, each) => sum + each, 0),
        );
      }
      part.fill(0);
      partCounted = 0;
      continue;
    }
    const total = totalColumn === null ? null : looseAmount(table, row, totalColumn);
    if (totalColumn !== null && total !== null && !isTotalOf(table, row, totalColumn, across, amounts.length)) {
      mismatch(row, total, across);
    }
    amounts.forEach((amount, at) => {
      all[at] = (all[at] ?? 0) + (amount ?? 0);
      part[at] = (part[at] ?? 0) + (amount ?? 0);
    });
    // Rows after a total are not in it.
    control = null;
    counted++;
    partCounted++;
  }
  return { rows, control, notices };
}

/** The first label of a row that says total; a row of numbers without any label says so at the end of a table as well. */
function labelOf(table: RawTable, row: number, labels: readonly number[]): 'total' | 'total-of' | null {
  const texts = labels.map((column) => cellText(table, row, column)).filter((text) => text !== '');
  if (texts.length === 0) return labels.length > 0 && row === table.rows - 1 ? 'total-of' : null;
  const found = texts.map((text) => rowLabel(text)).find((label) => label !== null && label !== 'footer');
  return found === 'total' || found === 'total-of' ? found : null;
}

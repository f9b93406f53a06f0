import { cellText, fileRow, tagAt, valueAt } from '../cells.ts';
import { rowText } from '../find-header.ts';
import { headerWords } from '../header-words.ts';
import { isPlaceholder } from '../number-readings.ts';
import { DATE, DOT, EMPTY, ERROR, TEXT, UNKNOWN_YEAR, type RawColumn, type RawTable } from '../raw-table.ts';
import { rowLabel } from '../total-labels.ts';
import { columnOf, sameCurrencies, textColumn } from './cut-table.ts';
import { crossTabTotals } from './cross-tab-totals.ts';
import { findMonthHeader, type MonthHeader, type PeriodColumn, type YearSources } from './month-header.ts';
import { withLayout } from './table-layout.ts';
import { speaksOfTargets } from './target-words.ts';

const UNITS = /(?:^|[^\p{L}])(?:antal|styck|kvantitet|volym|units?|quantity|qty|pieces)(?:[^\p{L}]|$)/iu;
const WHOLE_YEAR =
  /^(?:helår|hela året|år|full year|fullyear|fy|year|ytd|year total|ack|ackumulerat|cumulative|snitt|medel|genomsnitt|average|avg|mean)(?: \d{4})?$/;

/** A row to make: a filled cell under a period. */
interface Made {
  readonly row: number;
  readonly period: PeriodColumn;
  readonly date: string;
}

/**
 * A table with a month (or a quarter) a column becomes rows: the labels, `Datum` (first day of the period) and the value.
 * Total rows and columns are checked and not added again; blank cells make no rows. The value is called `Budget` when the
 * titles or the sheet's name speak of targets, `Antal` when they speak of units, else `Belopp`. `title` is the sheet's name.
 *
 * Rows read are the rows made, so the notice `unpivoted` says of how many rows of the file: {rows, months, made}. Of a
 * cross-tab whose years nobody says the layout asks: its rows are made all the same, in `UNKNOWN_YEAR`.
 */
export function unpivotMonths(table: RawTable, title: string, sources: YearSources = {}): RawTable {
  const header = findMonthHeader(table, title, sources);
  if (header === null) return table;
  const { periods, year } = header;
  const { labels, totalColumn } = otherColumns(table, header);
  const totals = crossTabTotals(table, header.row + 1, labels, periods, totalColumn);
  const made = madeRows(table, header, totals.rows);
  if (made.length === 0) return table;
  const words = [title, ...titlesOf(table, header)].join(' ');
  const isTarget = speaksOfTargets(words);
  const value = isTarget ? 'Budget' : UNITS.test(words) ? 'Antal' : 'Belopp';
  const columns = [
    ...labels.map((column) => labelColumn(table, header, made, column)),
    textColumn(['Datum', ...made.map(({ date }) => date)]),
    valueColumn(table, made, value),
    ...(isTarget
      ? [textColumn(['Periodtyp', ...made.map(({ period }) => (period.months === 1 ? 'month' : 'quarter'))])]
      : []),
  ];
  const fileRows = Int32Array.from([header.row, ...made.map(({ row }) => row)], (row) => fileRow(table, row));
  const dataRows = new Set(made.map(({ row }) => row)).size;
  const below = table.rows - header.row - 1;
  return withLayout(
    { ...table, rows: fileRows.length, fileRows, columns, merges: [] },
    {
      rows: {
        header: header.row - header.top,
        skipped: header.top + below - dataRows - totals.rows.size,
        totals: totals.rows.size,
      },
      skippedRows: Array.from({ length: header.top }, (_, row) => ({
        row: fileRow(table, row),
        text: rowText(table, row),
      })).filter(({ text }) => text !== ''),
      notices: [
        { code: 'unpivoted', details: { rows: dataRows, months: periods.length, made: made.length } },
        ...totals.notices,
      ],
      control: totals.control === null ? new Map() : new Map([[labels.length + 1, totals.control]]),
      ...(year === null ? {} : { year }),
    },
  );
}

function titlesOf(table: RawTable, { row }: MonthHeader): readonly string[] {
  return Array.from({ length: row + 1 }, (_, at) => rowText(table, at));
}

/** Labels to keep, and the total column. Numbers right of the months are sums and shares of them, and are left out. */
function otherColumns(
  table: RawTable,
  { row, periods, sums, yearColumn }: MonthHeader,
): { readonly labels: readonly number[]; readonly totalColumn: number | null } {
  const first = periods[0]?.column ?? 0;
  const taken = new Set([...periods.map(({ column }) => column), ...sums]);
  const labels: number[] = [];
  let totalColumn: number | null = null;
  table.columns.forEach((_, column) => {
    if (taken.has(column) || column === yearColumn) return;
    const name = cellText(table, row, column);
    if (rowLabel(name) === 'total') totalColumn ??= column;
    else if (column < first ? isFilled(table, row, column) : isWords(table, row, column) && !isSum(name))
      labels.push(column);
  });
  return { labels, totalColumn };
}

function isSum(name: string): boolean {
  return rowLabel(name) !== null || WHOLE_YEAR.test(headerWords(name));
}

function isFilled(table: RawTable, header: number, column: number): boolean {
  for (let row = header; row < table.rows; row++) if (tagAt(table, row, column) !== EMPTY) return true;
  return false;
}

function isWords(table: RawTable, header: number, column: number): boolean {
  let [words, filled] = [0, 0];
  for (let row = header + 1; row < table.rows; row++) {
    const tag = tagAt(table, row, column);
    if (tag === EMPTY) continue;
    filled++;
    if (tag < DOT && tag !== DATE) words++;
  }
  return words > 0 && words * 2 >= filled;
}

function madeRows(table: RawTable, header: MonthHeader, totals: ReadonlySet<number>): readonly Made[] {
  const made: Made[] = [];
  for (let row = header.row + 1; row < table.rows; row++) {
    if (totals.has(row)) continue;
    const rowYear = header.yearColumn === null ? null : Number(cellText(table, row, header.yearColumn));
    for (const period of header.periods) {
      const text = cellText(table, row, period.column);
      if (text === '' || isPlaceholder(text)) continue;
      const year = period.year ?? rowYear ?? UNKNOWN_YEAR;
      made.push({ row, period, date: `${String(year)}-${String(period.month).padStart(2, '0')}-01` });
    }
  }
  return made;
}

function labelColumn(table: RawTable, header: MonthHeader, made: readonly Made[], column: number): RawColumn {
  const rows = [header.row, ...made.map(({ row }) => row)];
  const tags = Uint8Array.from(rows, (row) => tagAt(table, row, column));
  const values = Float64Array.from(rows, (row) => valueAt(table, row, column));
  return columnOf(tags, values, table.columns[column]?.texts ?? []);
}

function valueColumn(table: RawTable, made: readonly Made[], name: string): RawColumn {
  const texts = [name];
  const codes = new Map<string, number>();
  const tags = new Uint8Array(made.length + 1);
  const values = new Float64Array(made.length + 1);
  tags[0] = TEXT;
  made.forEach(({ row, period: { column } }, at) => {
    const tag = tagAt(table, row, column);
    const value = valueAt(table, row, column);
    tags[at + 1] = tag;
    values[at + 1] = value;
    if (tag !== TEXT && tag !== ERROR) return;
    const text = table.columns[column]?.texts[value] ?? '';
    const code = codes.get(text) ?? texts.push(text) - 1;
    codes.set(text, code);
    values[at + 1] = code;
  });
  return sameCurrencies(
    columnOf(tags, values, texts),
    made.map(({ period }) => table.columns[period.column]),
  );
}

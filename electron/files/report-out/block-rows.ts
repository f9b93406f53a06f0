import type { FormatContext } from '#shared/format.ts';
import type { BlockOf, ReportBlock, ReportCell, ReportColumn } from '#shared/report-content.ts';
import { BOLD, TEXT, unitLook, type CellLook } from '../grid-out/cell-styles.ts';
import type { LookedCell } from '../grid-out/sheet-cells.ts';
import { chartNumbers } from './chart-numbers.ts';
import { inFullUnits, moneyLabel, wholeCode } from './number-codes.ts';
import type { Say } from './shown-report.ts';

/** A row of a sheet. */
export interface SheetRow {
  readonly cells: readonly (LookedCell | null)[];
  /** Its first cell stands over the whole width, its lines broken. */
  readonly over?: true;
  /** It heads a table. */
  readonly head?: true;
}

export interface RowWords {
  readonly say: Say;
  readonly format: FormatContext;
}

const HEADER: CellLook = { format: null, font: 'bold', ruled: true };
const NUMBER_HEADER: CellLook = { ...HEADER, right: true };
const HEADING: CellLook = { format: null, font: 'bold', wrapped: true };
const OVER: CellLook = { format: null, wrapped: true };
const QUIET: CellLook = { format: null, font: 'quiet', wrapped: true };

const text = (value: string, look = TEXT): LookedCell | null => (value === '' ? null : { value, look });
/** Words over the whole width. */
export const over = (value: string, look = OVER): SheetRow => ({ cells: [{ value, look }], over: true });
export const quiet = (value: string): SheetRow => over(value, QUIET);
const heading = (value: string): readonly SheetRow[] => (value === '' ? [] : [over(value, HEADING)]);

/** A block as rows: its title, its header, its numbers as such. */
export function blockRows(block: ReportBlock, words: RowWords): Iterable<SheetRow> {
  switch (block.is) {
    case 'figures':
      return figureRows(block, words);
    case 'chart':
      return chartRows(block, words);
    case 'table':
      return tableRows(block, words);
    case 'text':
      return [...heading(block.title), ...block.paragraphs.map((paragraph) => over(paragraph))];
    case 'definitions':
      return definitionRows(block, words);
  }
}

function* figureRows({ figures }: BlockOf<'figures'>, { say, format }: RowWords): Generator<SheetRow> {
  const labels = ['name', 'value', 'unit', 'change', 'against', 'target', 'message'] as const;
  yield {
    head: true,
    cells: labels.map((label) => text(say(`report:files.${label}`), label === 'value' ? NUMBER_HEADER : HEADER)),
  };
  for (const { name, value, unit, unitText, change, against, target, message, reason } of figures)
    yield {
      cells: [
        text(name),
        value === null ? null : { value, look: unitLook(unit) },
        text(inFullUnits(unitText, format)),
        text(change?.text ?? ''),
        text(against ?? ''),
        text(target?.text ?? ''),
        text([reason, message].filter((part) => part !== null).join(' '), OVER),
      ],
    };
  const known = figures.filter(({ months }) => months.some((month) => month !== null));
  if (known.length === 0) return;
  yield { cells: [] };
  yield { head: true, cells: [text(say('report:files.months'), HEADER)] };
  for (const { name, unit, months } of known)
    yield {
      cells: [text(name), ...months.map((month) => (month === null ? null : { value: month, look: unitLook(unit) }))],
    };
}

function* chartRows({ chart }: BlockOf<'chart'>, { say, format }: RowWords): Generator<SheetRow> {
  yield* heading(inFullUnits(chart.title, format));
  if (chart.sub !== null) yield quiet(inFullUnits(chart.sub, format));
  const { columns, rows } = chartNumbers(chart, say);
  yield {
    head: true,
    cells: columns.map(({ label, unit }) =>
      unit === null
        ? { value: label, look: HEADER }
        : { value: unit === 'money' ? moneyLabel(label, format) : label, look: NUMBER_HEADER },
    ),
  };
  for (const { total, cells } of rows)
    yield {
      cells: cells.map((value, at) => {
        if (value === null) return null;
        const unit = columns[at]?.unit ?? null;
        return { value, look: unit === null ? (total ? BOLD : TEXT) : unitLook(unit, total) };
      }),
    };
  for (const { text: said, author } of chart.annotations) yield quiet(author === '' ? said : `${said} (${author})`);
  if (chart.source !== null) yield quiet(chart.source);
}

function* tableRows({ title, columns, rows, note }: BlockOf<'table'>, { format }: RowWords): Generator<SheetRow> {
  yield* heading(inFullUnits(title, format));
  const amounts = columns.map((_, at) => isAmounts(rows, at));
  if (columns.some(({ label }) => label !== ''))
    yield {
      head: true,
      cells: columns.map(({ label, written }, at) =>
        written === null
          ? { value: label, look: amounts[at] === true ? NUMBER_HEADER : HEADER }
          : { value: written.unit === 'money' ? moneyLabel(label, format) : label, look: NUMBER_HEADER },
      ),
    };
  const looks = columns.map(columnLooks);
  for (const { kind, cells } of rows)
    yield {
      cells: cells.map((cell, at) =>
        tableCell(cell, looks[at] ?? [TEXT, BOLD], kind !== 'row', columns[at], amounts[at] === true),
      ),
    };
  if (note !== null) yield quiet(inFullUnits(note, format));
}

/** Numbers in words, since they are of several units: they stand as numbers do. */
function isAmounts(rows: BlockOf<'table'>['rows'], at: number): boolean {
  const cells = rows.flatMap(({ cells: own }) => own[at] ?? []);
  return (
    cells.some(({ value }) => value !== null) &&
    cells.every(({ value, text: shown }) => value !== null || shown === '–')
  );
}

function columnLooks({ written, as }: ReportColumn): readonly [plain: CellLook, bold: CellLook] {
  const format = written === null ? null : wholeCode(written);
  const bold: CellLook = { format, font: 'bold' };
  return [as === 'strong' ? bold : { format }, bold];
}

/** '>99 %' and 'över 99 %' are no 100 %: the number is there, and shown as the report shows it. */
const LIMITED = /^[<>\p{L}]/u;
const literally = (shown: string): string => `"${shown.replaceAll('"', '')}"`;

function tableCell(
  { text: shown, value }: ReportCell,
  [plain, strong]: readonly [CellLook, CellLook],
  bold: boolean,
  column: ReportColumn | undefined,
  isAmount: boolean,
): LookedCell | null {
  const isNumber = column !== undefined && column.written !== null;
  if (isNumber && value !== null) {
    const look = bold ? strong : plain;
    return { value, look: LIMITED.test(shown) ? { ...look, format: literally(shown) } : look };
  }
  // A dash is no value, and so is an empty cell, which sums pass by.
  if (isNumber && shown === '–') return null;
  const look = bold || (!isNumber && column?.as === 'strong') ? BOLD : TEXT;
  return text(shown, isNumber || isAmount ? { ...look, right: true } : look);
}

function* definitionRows({ items }: BlockOf<'definitions'>, { say }: RowWords): Generator<SheetRow> {
  const labels = ['name', 'definition', 'formula'] as const;
  yield { head: true, cells: labels.map((label) => text(say(`report:files.${label}`), HEADER)) };
  for (const { name, definition, formula } of items)
    yield { cells: [text(name, HEADING), text(definition, OVER), text(formula, OVER)] };
}

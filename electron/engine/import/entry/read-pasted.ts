import type { Pasted, PastedInput } from '#shared/entry.ts';
import { entryFields } from '#shared/entry-kinds.ts';
import type { FieldDefinition } from '#shared/record-kinds.ts';
import { cellText, cleanText, fileRow } from '../cells.ts';
import { dateShape } from '../date-readings.ts';
import { matchHeader } from '../header-matches.ts';
import { headerWords } from '../header-words.ts';
import { TOTALS_ROW, type ImportPlan } from '../import-plan.ts';
import { numberShape } from '../number-readings.ts';
import { planImport } from '../plan-import.ts';
import type { RawTable } from '../raw-table.ts';
import { unpivotMonths } from '../tables/unpivot-months.ts';
import { entryRow } from './entry-rows.ts';
import { entryTable } from './entry-table.ts';
import { ENTRY_CONTEXT } from './read-entry.ts';

type Given = Omit<PastedInput, 'block'>;
type Line = readonly string[];
/** Fields that are known of a table's columns before the rules look at it. */
type Known = ReadonlyMap<number, string>;

/** A block as a table whose first row is its header. */
interface Headed {
  readonly table: RawTable;
  readonly known: Known;
}

/**
 * A block from a spreadsheet as rows of a kind's fields. With a header its columns go where their names say (the names on
 * screen, or those that files have); without one they go side by side from the field `at`. Months as columns become rows; sums
 * are left out and counted. Numbers and dates are read as their whole column says; a column that two readings fit is asked
 * about. `currency` is the workspace's.
 * Example: [['Datum', 'Belopp'], ['2026-01-31', '1 200']] is one cost with two fields.
 */
export function readPasted({ block, ...given }: PastedInput, currency: string): Pasted {
  const lines = block.filter((line) => line.some((text) => cleanText(text) !== ''));
  const { table, known } = headed(lines, given);
  const layout = [...(table.layout?.notices ?? [])];
  const needsYear = table.layout?.year?.value === null;
  const nothing = { rows: [], fields: [], needsYear, questions: [], leftOut: [], totals: 0, notices: layout };
  if (table.rows < 2 || needsYear) return nothing;
  const plan = planOf(table, known, given);
  const fields = entryFields(given.kind);
  const placed = plan.columns.flatMap(({ key, index, mark, dateFormat }) => {
    const at = fields.findIndex((field) => field.key === key);
    return at < 0 ? [] : [{ at, index, mark, dateFormat }];
  });
  const isPlaced = (column: number): boolean => placed.some(({ index }) => index === column);
  const reader = {
    kind: given.kind,
    mark: given.mark,
    currency,
    columns: new Map(placed.map(({ at, ...reading }) => [at, reading])),
  };
  const dataRows = table.rows - 1;
  const rows = Array.from({ length: dataRows }, (_, at) => at + 1)
    .filter((row) => plan.marks.rows.get(row) !== TOTALS_ROW)
    .map((row) => {
      const texts = fields.map(() => '');
      for (const { at, index } of placed) texts[at] = cellText(table, row, index);
      return [...entryRow(reader, texts).cells];
    });
  return {
    rows,
    needsYear,
    fields: fields.flatMap((_, at) => (reader.columns.has(at) || rows.some((row) => row[at] !== '') ? [at] : [])),
    questions: plan.readings
      .filter(({ index, alternatives }) => alternatives.length > 1 && isPlaced(index))
      .map(({ index, header, alternatives }) => ({ index, header, alternatives })),
    leftOut: plan.readings.flatMap(({ index, header, filled }) => (isPlaced(index) || filled === 0 ? [] : [header])),
    totals: dataRows - rows.length + (table.layout?.rows.totals ?? 0),
    notices: [...plan.notices],
  };
}

function planOf(table: RawTable, known: Known, { kind, columnDecimal, columnDateFormat }: Given): ImportPlan {
  const columns = [...known].map(([column, field]) => [String(column), { to: 'field', field } as const] as const);
  const chosen = {
    ...(columnDecimal === undefined ? {} : { columnDecimal }),
    ...(columnDateFormat === undefined ? {} : { columnDateFormat }),
  };
  const headerRow = fileRow(table, 0);
  const options = { kind, preset: 'none', headerRow, remembered: false, ...chosen } as const;
  return planImport(table, { ...options, columns: Object.fromEntries(columns) }, ENTRY_CONTEXT);
}

function headed(lines: readonly Line[], given: Given): Headed {
  const [first = [], ...rest] = lines;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const wide = (line: Line): Line => Array.from({ length: width }, (_, at) => line[at] ?? '');
  const asItIs = entryTable(wide(first), rest);
  const months = monthTable(asItIs, given);
  if (months !== null) return months;
  const fields = entryFields(given.kind);
  if (isHeader(first, given)) {
    const known = first.flatMap((name, column) => {
      const field = labelled(name, given, fields);
      return field === null ? [] : [[column, field] as const];
    });
    return { table: asItIs, known: new Map(known) };
  }
  const known = fields.slice(given.at, given.at + width).map(({ key }, column) => [column, key] as const);
  const header = wide(known.map(([, key]) => key));
  return { table: entryTable(header, lines), known: new Map(known) };
}

/** A month a column: labels, then date, value and, of targets, the length of the period. */
function monthTable(table: RawTable, { kind, labels, year }: Given): Headed | null {
  const [date, value] = kind === 'target' ? ['start', 'value'] : ['date', 'amount'];
  if (kind !== 'target' && kind !== 'cost') return null;
  const title = kind === 'target' ? 'Budget' : '';
  const made = unpivotMonths(table, title, year === undefined ? {} : { said: year });
  if (made === table) return null;
  const names = made.columns.map((_, column) => cellText(made, 0, column));
  const at = names.lastIndexOf('Datum');
  const known = new Map([
    [at, date],
    [at + 1, value],
  ]);
  if (kind === 'target') known.set(at + 2, 'grain');
  const fields = entryFields(kind);
  names.slice(0, at).forEach((name, column) => {
    const field = labelled(name, { kind, labels }, fields);
    if (field !== null) known.set(column, field);
  });
  // Costs under a blank corner: what they are for, unless another column says it.
  const corner = names.slice(0, at).indexOf('');
  const saysCategory = names.some(
    (name, column) =>
      known.get(column) === 'category' || matchHeader(kind, name).some(({ field }) => field === 'category'),
  );
  if (kind === 'cost' && corner >= 0 && !saysCategory) known.set(corner, 'category');
  return { table: made, known };
}

/** A first row of names: none of them a number or a date, half of them known at least. */
function isHeader(line: Line, given: Given): boolean {
  const names = line.map(cleanText).filter((name) => name !== '');
  if (names.some((name) => numberShape(name) !== null || dateShape(name) !== null)) return false;
  const fields = entryFields(given.kind);
  const known = names.filter(
    (name) =>
      labelled(name, given, fields) !== null || matchHeader(given.kind, name).some(({ tier }) => tier === 'sure'),
  );
  return known.length > 0 && known.length * 2 >= names.length;
}

/** The field that a name on screen stands for. */
function labelled(
  name: string,
  { labels }: Pick<Given, 'kind' | 'labels'>,
  fields: readonly FieldDefinition[],
): string | null {
  const words = headerWords(name);
  const at = words === '' ? -1 : labels.findIndex((label) => headerWords(label) === words);
  return fields[at]?.key ?? null;
}

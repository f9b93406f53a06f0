import { ownHeaderRow } from '../../own-export/read-own-header.ts';
import { fileRow, tagAt, valueAt } from '../cells.ts';
import { rowText, type TableHeader } from '../find-header.ts';
import { headerWords } from '../header-words.ts';
import { EMPTY, ERROR, TEXT, type RawColumn, type RawTable, type TableLayout } from '../raw-table.ts';
import { columnOf, sameCurrencies, textColumn } from './cut-table.ts';
import { joinLayouts, PLAIN_LAYOUT } from './table-layout.ts';
import { speaksOfTargets } from './target-words.ts';
import { tryHeader } from './try-header.ts';

/** Header of the column that says which sheet a row comes from; part of a custom field's key, so the same in every language. */
export const SHEET_HEADER = 'Blad';

export interface SheetTable {
  /** Sheet the table stands on, null in a text file. */
  readonly sheet: string | null;
  readonly table: RawTable;
}

export interface UnitedTable {
  /** The sheets it comes from, in the workbook's order; none in a text file. */
  readonly sheets: readonly string[];
  readonly table: RawTable;
}

interface Part extends SheetTable {
  readonly header: TableHeader | null;
}

/**
 * Tables with the same column names, in whatever order, become one: one sheet a month or a store. Rows keep their number on
 * their own sheet, and a column `Blad` says which sheet that is; it is there also when `only` asks for one of the sheets, so
 * that a row is the same row both times. Sheets of one table that the app wrote need no such column. A sheet named after
 * targets is never united with one that is not.
 * Example: sheets Store 1 (24 rows) and Store 2 (194 rows, two columns swapped) become 218 rows.
 */
export function uniteSheets(tables: readonly SheetTable[], only?: string): readonly UnitedTable[] {
  const groups = new Map<string, Part[]>();
  tables.forEach((each, index) => {
    const header = tables.length > 1 ? tryHeader(each.table) : null;
    const key = header === null ? `#${String(index)}` : groupKey(each, header);
    groups.set(key, [...(groups.get(key) ?? []), { ...each, header }]);
  });
  return [...groups.values()].flatMap((group): UnitedTable[] => {
    const chosen = group.filter(({ sheet }) => only === undefined || sheet === only);
    const [first] = chosen;
    if (first === undefined) return [];
    const ofGroup = new Set(group.map(({ sheet }) => sheet));
    const sheets = [...new Set(chosen.flatMap(({ sheet }) => sheet ?? []))];
    if (first.header === null || group.length === 1) return [{ sheets, table: first.table }];
    const isOwn = ownHeaderRow(first.table) !== null;
    return [{ sheets, table: unite(chosen, first.header, ofGroup.size > 1 && !isOwn) }];
  });
}

function groupKey({ sheet, table }: SheetTable, { names, named, bottom }: TableHeader): string {
  const words = names.flatMap((name, column) =>
    named[column] === true || holdsValues(table, column, bottom + 1) ? [headerWords(name)] : [],
  );
  const targets = speaksOfTargets(sheet ?? '');
  return words.length < 2 ? `${String(sheet)}!${words.join()}` : `${String(targets)}|${words.toSorted().join('|')}`;
}

function holdsValues(table: RawTable, column: number, from: number): boolean {
  for (let row = from; row < table.rows; row++) if (tagAt(table, row, column) !== EMPTY) return true;
  return false;
}

/** A row of the united table: the part it comes from and its row there. */
interface Places {
  readonly parts: Uint16Array;
  readonly rows: Int32Array;
}

function unite(parts: readonly Part[], header: TableHeader, withSheet: boolean): RawTable {
  const [first] = parts;
  if (first === undefined) throw new RangeError('nothing to unite');
  const places = placesOf(parts);
  const columnsOf = parts.map(({ header: own }) => {
    const byName = new Map(own?.names.map((name, column) => [headerWords(name), column]));
    return header.names.map((name) => byName.get(headerWords(name)) ?? -1);
  });
  const columns = header.names.map((_, column) =>
    gather(
      parts,
      places,
      columnsOf.map((own) => own[column] ?? -1),
    ),
  );
  if (withSheet) {
    const cells = Array.from(places.parts, (part) => parts[part]?.sheet ?? '');
    cells.fill('', 0, header.bottom);
    cells[header.bottom] = SHEET_HEADER;
    columns.push(textColumn(cells));
  }
  const fileRows = places.rows.map((row, at) => fileRow(parts[places.parts[at] ?? 0]?.table ?? first.table, row));
  const ragged = parts.reduce((sum, { table }) => sum + table.ragged, 0);
  const layout = uniteLayouts(parts, columnsOf);
  return { ...first.table, rows: fileRows.length, fileRows, columns, ragged, layout };
}

/** All rows of the first part, of the others those below the header. */
function placesOf(parts: readonly Part[]): Places {
  const from = parts.map(({ header }, index) => (index === 0 || header === null ? 0 : header.bottom + 1));
  const count = parts.reduce((sum, { table }, index) => sum + table.rows - (from[index] ?? 0), 0);
  const places = { parts: new Uint16Array(count), rows: new Int32Array(count) };
  let at = 0;
  parts.forEach(({ table }, part) => {
    for (let row = from[part] ?? 0; row < table.rows; row++, at++) {
      places.parts[at] = part;
      places.rows[at] = row;
    }
  });
  return places;
}

function gather(parts: readonly Part[], places: Places, columns: readonly number[]): RawColumn {
  const texts = parts.map(({ table }, part) => table.columns[columns[part] ?? -1]?.texts ?? []);
  const shared = texts.every((list) => list === texts[0]);
  const merged: string[] = [];
  const codes = new Map<string, number>();
  const codeOf = (text: string): number => {
    const known = codes.get(text);
    if (known !== undefined) return known;
    codes.set(text, merged.length);
    return merged.push(text) - 1;
  };
  const tags = new Uint8Array(places.rows.length);
  const values = new Float64Array(places.rows.length);
  for (let at = 0; at < tags.length; at++) {
    const part = places.parts[at] ?? 0;
    const [row, column, table] = [places.rows[at] ?? 0, columns[part] ?? -1, parts[part]?.table];
    if (table === undefined) continue;
    const tag = tagAt(table, row, column);
    const value = valueAt(table, row, column);
    tags[at] = tag;
    values[at] = !shared && (tag === TEXT || tag === ERROR) ? codeOf(texts[part]?.[value] ?? '') : value;
  }
  return sameCurrencies(
    columnOf(tags, values, shared ? (texts[0] ?? []) : merged),
    parts.map(({ table }, part) => table.columns[columns[part] ?? -1]),
  );
}

/** The other parts' headers and titles are rows of the file too. Their own totals count when every part has them. */
function uniteLayouts(parts: readonly Part[], columnsOf: readonly (readonly number[])[]): TableLayout {
  const layouts = parts.map(({ table }) => table.layout ?? PLAIN_LAYOUT);
  const joined = layouts.reduce((sum, layout, index) => {
    const { table, header } = parts[index] ?? {};
    if (index === 0 || table === undefined || header == null) return joinLayouts(sum, layout);
    const titles = Array.from({ length: header.top }, (_, row) => ({
      row: fileRow(table, row),
      text: rowText(table, row),
    }));
    return joinLayouts(joinLayouts(sum, layout), {
      rows: { header: header.bottom - header.top + 1, skipped: header.top },
      skippedRows: titles.filter(({ text }) => text !== ''),
    });
  }, PLAIN_LAYOUT);
  const control = new Map<number, number>();
  columnsOf[0]?.forEach((_, column) => {
    const totals = layouts.map((layout, part) => layout.control.get(columnsOf[part]?.[column] ?? -1));
    if (totals.every((total) => total !== undefined)) {
      control.set(
        column,
        totals.reduce((sum, total) => sum + total, 0),
      );
    }
  });
  const { year: _, ...rest } = joined;
  return { ...rest, control, reading: layouts[0]?.reading ?? {}, ...unitedYear(layouts) };
}

/** One year of all, or the one that is missing; nothing to say where each sheet has its own. */
function unitedYear(layouts: readonly TableLayout[]): Pick<TableLayout, 'year'> {
  const years = layouts.map(({ year }) => year);
  const open = years.find((year) => year?.value === null);
  const [first] = years;
  const year = open ?? (years.every((each) => each?.value === first?.value) ? first : undefined);
  return year === undefined ? {} : { year };
}

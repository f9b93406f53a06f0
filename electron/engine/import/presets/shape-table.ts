import { cellText, cleanText } from '../cells.ts';
import type { TableHeader } from '../find-header.ts';
import { SKIPPED_ROW } from '../import-plan.ts';
import { EMPTY, TEXT, type RawColumn, type RawTable } from '../raw-table.ts';
import { columnCells, columnOf } from '../tables/cut-table.ts';
import { headerList } from './header-list.ts';
import type { PresetMatch } from './recognise-preset.ts';

/** A table with every row saying all it means, and the rows that only said what others belong to. */
export interface ShapedTable {
  readonly table: RawTable;
  /** SKIPPED_ROW by row. */
  readonly marks: ReadonlyMap<number, number>;
}

const NO_MARKS: ReadonlyMap<number, number> = new Map();

/** Fills an order's columns down its lines, or a section's name down its rows, where the preset says so. */
export function shapeTable(table: RawTable, header: TableHeader, match: PresetMatch): ShapedTable {
  const { fill, sections } = match.preset;
  if (fill !== undefined) return { table: fillOrders(table, header, match, fill), marks: NO_MARKS };
  const unnamed = header.named.indexOf(false);
  return sections === undefined || unnamed < 0 ? { table, marks: NO_MARKS } : fillSections(table, header, unnamed);
}

function fillOrders(
  table: RawTable,
  header: TableHeader,
  { words }: PresetMatch,
  { by, except }: { readonly by: string; readonly except: string },
): RawTable {
  const [isKey, isLineOwn] = [headerList(by), headerList(except)];
  const places = words.map(isKey);
  const best = Math.min(...places.filter((place) => place >= 0));
  const key = places.indexOf(best);
  if (key < 0) return table;
  const order = columnCells(table, key);
  const columns = table.columns.map((column, index): RawColumn => {
    const own = index === key || words[index] === '' || isLineOwn(words[index] ?? '') >= 0;
    return own ? column : filledDown(table, index, order, header.bottom + 1);
  });
  return { ...table, columns };
}

function filledDown(table: RawTable, index: number, order: ReturnType<typeof columnCells>, from: number): RawColumn {
  const { tags, values } = columnCells(table, index);
  for (let row = from + 1; row < table.rows; row++) {
    const same = order.tags[row] === order.tags[row - 1] && order.values[row] === order.values[row - 1];
    if (!same || order.tags[row] === EMPTY || tags[row] !== EMPTY) continue;
    tags[row] = tags[row - 1] ?? EMPTY;
    values[row] = values[row - 1] ?? 0;
  }
  return columnOf(tags, values, table.columns[index]?.texts ?? []);
}

const TOTAL_FOR = /^total(?:t| for| för)?\s+(?:for |för )?(.+)$/i;

/** Sections within sections: the rows below a total belong to the section around it. */
function fillSections(table: RawTable, header: TableHeader, index: number): ShapedTable {
  const marks = new Map<number, number>();
  const open: { readonly name: string; readonly code: number }[] = [];
  const texts = table.columns[index]?.texts ?? [];
  const { tags, values } = columnCells(table, index);
  for (let row = header.bottom + 1; row < table.rows; row++) {
    const others = table.columns.some((_, column) => column !== index && cellText(table, row, column) !== '');
    const name = tags[row] === TEXT ? cleanText(texts[values[row] ?? 0] ?? '') : '';
    if (name === '') {
      const section = open.at(-1);
      if (!others || section === undefined) continue;
      tags[row] = TEXT;
      values[row] = section.code;
    } else if (others) {
      const total = TOTAL_FOR.exec(name)?.[1]?.replace(/ with sub-customers$/i, '');
      const at = open.findLastIndex((section) => section.name === total);
      if (at >= 0) open.length = at;
    } else {
      marks.set(row, SKIPPED_ROW);
      open.push({ name, code: values[row] ?? 0 });
    }
  }
  const filled = columnOf(tags, values, texts);
  return { table: { ...table, columns: table.columns.map((column, at) => (at === index ? filled : column)) }, marks };
}

import type { ReadingOptions } from '#shared/importing.ts';
import { ownHeaderRow } from '../../own-export/read-own-header.ts';
import { fileRow } from '../cells.ts';
import type { RawTable } from '../raw-table.ts';
import { fillDown } from './fill-down.ts';
import { splitTables } from './split-tables.ts';
import { trimNotes } from './trim-notes.ts';
import { uniteSheets, type SheetTable } from './unite-sheets.ts';
import type { YearSources } from './month-header.ts';
import { unpivotMonths } from './unpivot-months.ts';

/** A table of a file, ready for a plan. */
export interface LaidTable {
  /** The same every time the file is read. */
  readonly id: string;
  /** Its sheets, and which of several on them; '' for the only table of a text file. */
  readonly name: string;
  /** None in a text file. */
  readonly sheets: readonly string[];
  readonly table: RawTable;
}

const MOST_NAMED = 3;

/**
 * The tables of the sheets that were read, in their order: split, notes cut off, groups written out, months turned to rows,
 * equal ones united; what the app wrote itself is only united. `options.sheet` keeps those of one sheet;
 * `options.headerRow` is the user's word for the table it is in,
 * `options.year` for months as columns that do not say theirs; `file` is the file's name, which may say it.
 * Example: a workbook with a sheet for each of two stores and one of budgets by month gives two tables.
 */
export function layOutTables(
  sheets: readonly SheetTable[],
  options: Pick<ReadingOptions, 'sheet' | 'headerRow' | 'year'>,
  file = '',
): readonly LaidTable[] {
  const { headerRow, year } = options;
  const laid = (said: YearSources): readonly SheetTable[] =>
    sheets.flatMap(({ sheet, table }) =>
      ownHeaderRow(table) !== null
        ? [{ sheet, table }]
        : splitTables(table).map((piece) => ({
            sheet,
            table: shape(piece, sheet ?? '', headerRow, year === 'none' ? null : said),
          })),
    );
  const asStated = laid({ file });
  const pieces = typeof year === 'number' ? laid({ file, said: year, fillsOnly: haveOwnYears(asStated) }) : asStated;
  const united = uniteSheets(pieces, options.sheet);
  const names = united.map(({ sheets: of }) => nameOf(of));
  return united.map(({ sheets: of, table }, index) => {
    const name = names[index] ?? '';
    const nth = names.slice(0, index + 1).filter((each) => each === name).length;
    const several = names.filter((each) => each === name).length > 1;
    return {
      id: `${String(nth)}:${of[0] ?? ''}`,
      name: several ? `${name} (${String(nth)})`.trim() : name,
      sheets: of,
      table,
    };
  });
}

/** Sheets that say different years, such as one a year: the user's word is for those that say none. */
function haveOwnYears(pieces: readonly SheetTable[]): boolean {
  return new Set(pieces.flatMap(({ table }) => table.layout?.year?.value ?? [])).size > 1;
}

/** In this order: groups are named on rows that months are then taken from. `years` null leaves months as columns. */
function shape(piece: RawTable, title: string, headerRow: number | undefined, years: YearSources | null): RawTable {
  const chosen = headerRow !== undefined && holdsRow(piece, headerRow) ? headerRow : undefined;
  const filled = fillDown(chosen === undefined ? trimNotes(piece) : piece, title, chosen);
  const unpivoted = years === null ? filled : unpivotMonths(filled, title, years);
  return chosen === undefined || unpivoted === filled || fileRow(unpivoted, 0) === chosen ? unpivoted : filled;
}

function holdsRow(table: RawTable, row: number): boolean {
  return table.fileRows === null ? row <= table.rows : table.fileRows.includes(row);
}

/** Example: `Jan + Feb`; of more than three sheets `Jan … Dec (12)`. */
function nameOf(sheets: readonly string[]): string {
  if (sheets.length <= MOST_NAMED) return sheets.join(' + ');
  return `${sheets[0] ?? ''} … ${sheets.at(-1) ?? ''} (${String(sheets.length)})`;
}

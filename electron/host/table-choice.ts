import type { ImportPlan } from '#engine/import/import-plan.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import type { LaidTable } from '#engine/import/tables/lay-out-tables.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadingOptions, TableInfo } from '#shared/importing.ts';

/** Fewer known columns than this say nothing about what a table holds. */
const FEWEST_KNOWN = 2;

export interface TableContents extends Pick<TableInfo, 'kind' | 'rows'> {
  /** `sale.amount`; none where the kind is not known. */
  readonly fields: readonly string[];
}

/** What a table holds by its own words: its kind when every field that is needed is found, and two at least. */
export function kindOf(table: RawTable, plan: () => ImportPlan): TableContents {
  try {
    const { kind, header, columns, blockers, importHeader } = plan();
    const known = columns.filter(({ custom }) => !custom).length;
    const open = blockers.some(({ code }) => code === 'E_MISSING_FIELD' || code === 'E_NO_ROWS');
    const rows = table.rows - header.bottom - 1;
    if (open || known < FEWEST_KNOWN) return { kind: null, rows, fields: [] };
    return { kind, rows, fields: importHeader.fields.map(({ key }) => `${kind}.${key}`) };
  } catch (error) {
    if (error instanceof AppError) return { kind: null, rows: table.rows, fields: [] };
    throw error;
  }
}

/** The table asked for; else the first that says what it holds, else the first. */
export function chosenTable(
  tables: readonly LaidTable[],
  infos: readonly TableInfo[],
  { table: wanted }: ReadingOptions,
): LaidTable {
  const known = infos.findIndex(({ kind }) => kind !== null);
  const found = wanted === undefined ? (tables[known] ?? tables[0]) : tables.find(({ id }) => id === wanted);
  if (found === undefined) throw new AppError('E_NOT_FOUND', 'The file has no such table.', { table: wanted ?? '' });
  return found;
}

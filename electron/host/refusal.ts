import type { LaidTable } from '#engine/import/tables/lay-out-tables.ts';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { Inspection } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';

/** Which of a file's tables: by its name, or by its number in a text file, where they have none. */
export interface TablePlace {
  readonly table: string;
}

/** The place of a table among several; null for the only one. Example: the second of a text file is '2'. */
export function placeOf(tables: readonly Pick<LaidTable, 'name' | 'sheets'>[], at: number): TablePlace | null {
  const table = tables[at];
  if (tables.length < 2 || table === undefined) return null;
  const isNamed = table.sheets.length > 0 || !/^\(?\d*\)?$/.test(table.name);
  return { table: isNamed ? table.name : String(at + 1) };
}

/** Why a table cannot be imported, and which of several it is. */
export function refusal(
  { code, field, column }: Inspection['blockers'][number],
  file: string,
  kind: RecordKind,
  place: TablePlace | null,
): AppError {
  const known = ERROR_CODES.find((one) => one === code) ?? 'E_BAD_REQUEST';
  return new AppError(known, 'The file cannot be imported as it is read now.', {
    file,
    kind,
    ...(field === null ? {} : { field }),
    ...(column === null ? {} : { column }),
    ...place,
  });
}

/** A failure that is about one table says which. Example: a sheet without a header among others that have one. */
export function inTable<T>(place: TablePlace | null, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof AppError) || place === null) throw error;
    throw new AppError(error.code, error.message, { ...error.details, ...place });
  }
}

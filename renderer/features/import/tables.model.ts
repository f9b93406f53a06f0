import type { Inspection, ReadingOptions, TableInfo } from '#shared/importing.ts';
import type { SeenTable } from '../../state/import-slice.ts';
import { canImport } from './blockers.model.ts';
import { isAllThere, receiptRows } from './receipt.model.ts';

/** The tables of a file: which are imported, and what is known of them by id. */
export interface TableChoice {
  readonly ticked: readonly string[];
  readonly seen: Readonly<Record<string, SeenTable>>;
}

/** At first: every table that says what it holds, else the one looked at. */
export function firstChoice(inspection: Inspection, options: ReadingOptions): TableChoice {
  const recognised = inspection.tables.filter(({ kind }) => kind !== null).map(({ id }) => id);
  return {
    ticked: recognised.length > 0 ? recognised : [inspection.table],
    seen: { [inspection.table]: { inspection, options } },
  };
}

/**
 * After a new look at one table: the choice stands while the file's tables are the same, and how the whole file is read; else
 * it begins again.
 */
export function afterLook(before: TableChoice, inspection: Inspection, options: ReadingOptions): TableChoice {
  const others = Object.values(before.seen);
  const same = others.every(
    (seen) =>
      sameTables(seen.inspection.tables, inspection.tables) &&
      JSON.stringify(wholeFile(seen.options)) === JSON.stringify(wholeFile(options)),
  );
  if (!same) return firstChoice(inspection, options);
  return { ...before, seen: { ...before.seen, [inspection.table]: { inspection, options } } };
}

function sameTables(a: readonly TableInfo[], b: readonly TableInfo[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

/** What is said of the whole file and not of one of its tables. */
export function wholeFile({ sheet, encoding, separator }: ReadingOptions): ReadingOptions {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator }),
  };
}

/** How a table is read: as it was last looked at, else as the file is. */
export function optionsOf({ seen }: TableChoice, id: string, file: ReadingOptions): ReadingOptions {
  return { ...(seen[id]?.options ?? wholeFile(file)), table: id };
}

/** The ticked table that nothing is known of yet. */
export function unseenTable({ ticked, seen }: TableChoice): string | undefined {
  return ticked.find((id) => seen[id] === undefined);
}

/** Rows that the ticked tables will add, as far as they are known. */
export function rowsToImport({ ticked, seen }: TableChoice): number {
  return ticked.reduce((sum, id) => {
    const inspection = seen[id]?.inspection;
    return inspection === undefined ? sum : sum + receiptRows(inspection.receipt).imported;
  }, 0);
}

/** Every ticked table is known and ready, or has nothing new beside others that have. */
export function canImportTables({ ticked, seen }: TableChoice): boolean {
  const known = ticked.map((id) => seen[id]?.inspection);
  const ready = known.filter((inspection) => inspection !== undefined && canImport(inspection));
  const done = known.filter((inspection) => inspection !== undefined && isAllThere(inspection.receipt));
  return ready.length > 0 && ready.length + done.length === ticked.length;
}

export type TableState = 'unknown' | 'ready' | 'there' | 'open';

/** What the list says of a table: to be looked at, ready, all there already, or something left to settle. */
export function tableState({ seen }: TableChoice, { id, kind }: TableInfo): TableState {
  const inspection = seen[id]?.inspection;
  if (inspection === undefined) return kind === null ? 'open' : 'unknown';
  if (canImport(inspection)) return 'ready';
  return isAllThere(inspection.receipt) ? 'there' : 'open';
}

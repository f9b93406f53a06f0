import { basename, resolve } from 'node:path';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { ImportRecord, Inspection, ReadingOptions } from '#shared/importing.ts';
import { placeOf } from '#host/refusal.ts';
import { UsageError } from './usage-error.ts';
import { valueOf, type Session } from './workspace-session.ts';

/** A table to import and how it is read. */
export interface StagedTable {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
}

/** A file on its way in, with the tables of it that are imported. */
export interface StagedFile {
  readonly stageId: string;
  readonly taskId: string;
  readonly tables: readonly StagedTable[];
}

/**
 * Looks at every table of a file that is to be imported: those that say what they hold, or hold the kind asked for; with
 * `maps` those that have the headers. Throws what stands in the way of any of them.
 */
export async function stageFile(
  { host, call }: Session,
  path: string,
  options: ReadingOptions,
  maps: readonly string[],
): Promise<StagedFile> {
  const { fileId } = valueOf(await host.addFile(resolve(path), basename(path)));
  const taskId = `inspect-${fileId}`;
  const look = (given: ReadingOptions): Promise<Inspection> =>
    call('import.inspect', { taskId, fileId, options: given });
  const first = await look(options);
  const tables: StagedTable[] = [];
  for (const table of chosen(first, options)) {
    const one = { ...options, table };
    const seen = table === first.table ? first : await look(one);
    const missing = maps.map((text) => pairOf(text)[1]).find((header) => !hasHeader(seen, header));
    if (missing !== undefined && first.tables.length > 1) continue;
    const withMap = maps.length === 0 ? one : { ...one, columns: mapped(seen, maps) };
    tables.push({ inspection: maps.length === 0 ? seen : await look(withMap), options: withMap });
  }
  if (tables.length === 0) throw new UsageError('noHeader', { header: pairOf(maps[0] ?? '=')[1] });
  const blocked = tables.filter(({ inspection }) => inspection.blockers.length > 0);
  const stops =
    blocked.find(({ inspection }) => !isAllThere(inspection)) ??
    (blocked.length === tables.length ? blocked[0] : undefined);
  if (stops !== undefined) throw refusal(stops.inspection);
  return { stageId: first.stageId, taskId, tables };
}

/** Imports the tables of a file, all or none; null for one whose rows are all there already. */
export async function commitFile(
  { call }: Session,
  { stageId, taskId, tables }: StagedFile,
): Promise<readonly (ImportRecord | null)[]> {
  return call('import.commitTables', { taskId, stageId, tables: tables.map(({ options }) => options) });
}

function chosen({ tables, table }: Inspection, { kind }: ReadingOptions): readonly string[] {
  const found = tables.filter((each) => each.kind !== null && (kind === undefined || each.kind === kind));
  return found.length === 0 ? [table] : found.map(({ id }) => id);
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError('badPair', { text });
  return [text.slice(0, at), text.slice(at + 1)];
}

const hasHeader = ({ columns }: Inspection, header: string): boolean => columns.some((one) => one.header === header);

/** `--map amount=Belopp`: the column under that header becomes that field. */
function mapped(inspection: Inspection, maps: readonly string[]): NonNullable<ReadingOptions['columns']> {
  return Object.fromEntries(
    maps.map((text) => {
      const [field, header] = pairOf(text);
      const column = inspection.columns.find((one) => one.header === header);
      if (column === undefined) throw new UsageError('noHeader', { header });
      return [String(column.index), { to: 'field', field }] as const;
    }),
  );
}

const isAllThere = ({ blockers }: Inspection): boolean => blockers.every(({ code }) => code === 'E_ALREADY_IMPORTED');

function refusal({ blockers, file, tables, table }: Inspection): AppError {
  const { code, field, column } = blockers[0] ?? { code: 'E_BAD_REQUEST', field: null, column: null };
  return new AppError(ERROR_CODES.find((one) => one === code) ?? 'E_BAD_REQUEST', code, {
    file: file.name,
    ...(field === null ? {} : { field }),
    ...(column === null ? {} : { column }),
    ...placeOf(
      tables,
      tables.findIndex(({ id }) => id === table),
    ),
  });
}

import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readingOrder } from '#engine/catalogue/reading-order.ts';
import { exportTable, type ExportValues, type RowOrigins } from '#engine/own-export/export-table.ts';
import { writeRows } from '#files/rows-out/write-rows.ts';
import en from '#shared/messages/en/fields.json' with { type: 'json' };
import sv from '#shared/messages/sv/fields.json' with { type: 'json' };
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';
import type { FileDesk } from './file-desk.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { nearestSafeName } from './safe-name.ts';
import type { Task } from './tasks.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
/** Room for the extension in a name of 120 characters. */
const LONGEST_NAME = 115;
const KINDS = { 'sv-SE': sv.kinds, 'en-GB': en.kinds } as const;

export interface ExportDesk {
  readonly workspace: OpenWorkspace;
  readonly files: FileDesk;
  /** Private folder of this run. */
  readonly temporary: string;
}

/** Names as a column of texts: code 0 is none. */
function named(places: Int32Array, names: readonly (string | null)[]): Extract<ExportValues, { type: 'text' }> {
  return { type: 'text', codes: places.map((place) => place + 1), texts: ['', ...names.map((name) => name ?? '')] };
}

function originsOf(store: WorkspaceStore, kind: RecordKind): RowOrigins {
  const { from, imports, fileRows } = store.origins(kind);
  const files = from.map(({ file }) => file.name);
  const sheets = from.map(({ sheet }) => sheet);
  return { files: named(imports, files), sheets: named(imports, sheets), rows: fileRows };
}

/** The rows of a selection as a file that the app itself reads back without loss. */
export async function exportRows(
  { format, locale, kind, search, filters, sort }: ParsedInput<'data.export'>,
  { workspace, files, temporary }: ExportDesk,
  task: Task,
): Promise<Output<'data.export'>> {
  const { store } = workspace;
  const columns = store.columns();
  const table = columns.table(kind);
  if (table === null) throw new AppError('E_NOT_FOUND', 'There are no rows of this kind.');
  task.report('writing', 0, null);
  const positions = workspace.rowFinder.positions({ kind, search, filters, sort });
  await task.breathe();
  const fields = readingOrder(kind, table.fields).flatMap((place) => table.fields[place] ?? []);
  const parts = { table, members: columns.members, origins: originsOf(store, kind), positions };
  const rows = exportTable(kind, parts, fields, locale);
  const title = KINDS[locale][kind];
  const name = `${nearestSafeName(`${store.info().name} ${title}`).slice(0, LONGEST_NAME)}.${format}`;
  const folder = join(temporary, randomUUID());
  mkdirSync(folder, { mode: 0o700 });
  const path = join(folder, name);
  const how = { format, locale, title: title.slice(0, 1).toUpperCase() + title.slice(1) };
  const cut = await writeRows(path, rows, how, {
    progress: (done, total) => task.report('writing', done, total),
    cancelled: () => task.signal.aborted,
  });
  return { ...files.addDownload({ path, name }, TYPES[format]), rows: positions.length, cut };
}

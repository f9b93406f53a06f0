import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { writeSheet } from '#files/write-rejected.ts';
import type { Output, ParsedInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { RejectedRow } from '#shared/importing.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';
import type { ImportDesk } from './handlers/importing.ts';
import { nearestSafeName } from './safe-name.ts';
import type { Task } from './tasks.ts';

const PAGE = 1000;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of text: what is written and under which name. */
export interface RejectedSheet {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** After an import its rejected rows are known by the cell at fault. */
function storedSheet(store: WorkspaceStore, id: number): RejectedSheet {
  const record = store.imports().find((one) => one.id === id);
  if (record === undefined) throw new AppError('E_NOT_FOUND', 'There is no such import.', { id });
  const found: RejectedRow[] = [];
  for (let total = 1; found.length < total;) {
    const page = store.rejected(id, found.length, PAGE);
    found.push(...page.rows);
    total = page.rows.length === 0 ? 0 : page.total;
  }
  return {
    file: record.file.name,
    header: ['Row', 'Column', 'Value', 'Reason'],
    rows: found.map(({ row, column, value, reason }) => [String(row), column, value, reason]),
  };
}

/** Rejected rows as a workbook: before the commit the whole rows under the file's own header, to correct and import again. */
export async function saveRejected(
  which: ParsedInput<'import.saveRejected'>,
  { workspace, imports, files, temporary }: ImportDesk,
  task: Task,
): Promise<Output<'import.saveRejected'>> {
  const sheet =
    'id' in which
      ? storedSheet(workspace.store, which.id)
      : await imports.rejectedSheet(workspace, which.stageId, which.options, task);
  const name = nearestSafeName(`${parse(sheet.file).name}-rejected.xlsx`);
  const folder = join(temporary, randomUUID());
  mkdirSync(folder, { mode: 0o700 });
  const path = join(folder, name);
  writeFileSync(path, writeSheet(parse(sheet.file).name, sheet.header, sheet.rows), { mode: 0o600 });
  return files.addDownload({ path, name }, TYPE);
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCsv } from '#engine/sample/sample-table.ts';
import { sampleTables } from '#engine/sample/sample-tables.ts';
import type { Day } from '#shared/calendar.ts';
import type { ImportSession, ImportTarget } from './import-session.ts';
import type { Task } from './tasks.ts';

/** The sample company, imported the way any file is: written as text, looked at, committed with its receipt. */
export async function importSample(
  target: ImportTarget,
  imports: ImportSession,
  today: Day,
  temporary: string,
  task: Task,
): Promise<void> {
  const folder = join(temporary, 'sample');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    for (const table of sampleTables(today)) {
      const file = { path: join(folder, table.name), name: table.name };
      writeFileSync(file.path, toCsv(table), { mode: 0o600 });
      const options = { kind: table.kind };
      const { stageId } = await imports.inspect(target, `sample:${table.name}`, file, options, task);
      await imports.commit(target, stageId, options, task, { remembers: false });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

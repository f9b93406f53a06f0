import { convertTable } from '#engine/import/convert.ts';
import type { FilePeriod } from '#engine/import/date-span.ts';
import type { ImportPlan } from '#engine/import/import-plan.ts';
import { KnownRows, NOTHING_STORED } from '#engine/import/known-rows.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import type { StoredData } from '#engine/ports/import-writer.ts';
import type { Task } from './tasks.ts';

/** The stored rows that a file's are held against. A file that takes the place of its period is read for its days first. */
export async function rowsToMeet(
  stored: StoredData,
  plan: ImportPlan,
  table: RawTable,
  task: Task,
): Promise<KnownRows> {
  const { onChange: rule, businessKey: key } = plan;
  let period: FilePeriod | null = null;
  if (rule === 'replace-period') {
    const steps = convertTable(plan, table, new KnownRows(NOTHING_STORED, { rule, key, period }), 'dry-run', 'passing');
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      ({ period } = step.value);
      task.report('checking', step.value.rowsDone, table.rows);
      await task.breathe();
    }
  }
  return new KnownRows(stored.rows(plan.kind), { rule, key, period });
}

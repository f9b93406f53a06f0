import { rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { settingsHere } from '#host/host-settings.ts';
import { startWorkerHost } from '#host/worker-client.ts';
import { report } from '../run-case.ts';

/** Imports a ledger into a new workspace file that stays: what the cases with questions open. */
const [csv = '', workspace = ''] = process.argv.slice(2);
rmSync(workspace, { force: true });
const host = startWorkerHost(settingsHere('test', dirname(workspace)));
const value = async <T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>) => {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.error.message);
  return settled.value;
};
const start = performance.now();
await value(host.createWorkspace(workspace));
const { fileId } = await value(host.addFile(csv, basename(csv)));
const inspected = await host.call('import.inspect', { taskId: 'inspect', fileId, options: {} });
if (!inspected.ok) throw new Error(inspected.error.message);
const { stageId } = inspected.value as { stageId: string };
await value(host.call('import.commit', { taskId: 'commit', stageId, options: {} }));
await host.close();
report(performance.now() - start);

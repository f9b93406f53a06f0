import { randomUUID } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Transport } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { CustomerValueDesk } from './customer-value-desk.ts';
import { createDispatcher } from './dispatcher.ts';
import { attempt, logToStderr, type Log } from './failures.ts';
import { FileDesk } from './file-desk.ts';
import { appHandlers } from './handlers/app.ts';
import { catalogueHandlers } from './handlers/catalogue.ts';
import { customerValueHandlers } from './handlers/customer-value.ts';
import { entryHandlers } from './handlers/entry.ts';
import { goalHandlers } from './handlers/goals.ts';
import { forecastHandlers } from './handlers/forecast.ts';
import { importHandlers } from './handlers/importing.ts';
import { kpiHandlers } from './handlers/kpis.ts';
import { nameHandlers } from './handlers/names.ts';
import { questionHandlers } from './handlers/questions.ts';
import { rateHandlers } from './handlers/rates.ts';
import { reportHandlers } from './handlers/reports.ts';
import { savedHandlers } from './handlers/saved.ts';
import { storedRowHandlers } from './handlers/stored-rows.ts';
import { toldHandlers } from './handlers/told.ts';
import { watchHandlers } from './handlers/watching.ts';
import { workspaceHandlers } from './handlers/workspace.ts';
import { HostClock } from './host-clock.ts';
import { ForecastTests } from './forecast-tests.ts';
import type { HostSettings } from './host-settings.ts';
import type { Host } from './host.ts';
import { ImportSession } from './import-session.ts';
import { OpenWorkspace } from './open-workspace.ts';
import { PipelineDesk } from './pipeline-desk.ts';
import { Tasks } from './tasks.ts';
import { ToldDesk } from './told-desk.ts';
import { systemHint, USUAL_PACE } from './watching/folder-watch.ts';
import { WatchSettings } from './watching/watch-settings.ts';
import { Watching } from './watching/watching.ts';
import { WORKSPACE_EXTENSION, WorkspaceLibrary } from './workspace-library.ts';

/** A host in this thread: store, columns, files and engine behind the contract. `nextStop`: see `Tasks`. */
export function createHost(settings: HostSettings, log: Log = logToStderr, nextStop?: () => string | null): Host {
  const { temporary } = settings;
  const clock = new HostClock(settings.today);
  const library = new WorkspaceLibrary(settings.library, settings.config, temporary);
  const workspace = new OpenWorkspace(library, clock);
  const imports = new ImportSession(clock);
  const files = new FileDesk();
  const tasks = new Tasks(nextStop);
  const [customers, pipeline] = [new CustomerValueDesk(workspace), new PipelineDesk(workspace)];
  const tests = new ForecastTests(workspace, pipeline);
  const watching = new Watching(workspace, new WatchSettings(settings.config), {
    call: (method, input) => dispatch(method, input),
    files,
    tasks,
    pace: settings.watchPace ?? USUAL_PACE,
    hint: systemHint,
    log,
  });
  mkdirSync(temporary, { recursive: true, mode: 0o700 });

  const handlers = {
    ...appHandlers(settings, clock, tasks),
    ...workspaceHandlers({ library, workspace, imports, clock, temporary }),
    ...importHandlers({ workspace, imports, files, temporary }),
    ...catalogueHandlers(workspace),
    ...kpiHandlers(workspace),
    ...customerValueHandlers(customers),
    ...questionHandlers({ workspace, files, temporary }),
    ...forecastHandlers(workspace, pipeline, tests),
    ...toldHandlers(workspace, new ToldDesk(workspace, customers, pipeline, tests)),
    ...rateHandlers(workspace),
    ...entryHandlers(workspace, clock),
    ...storedRowHandlers({ workspace, files, temporary }),
    ...savedHandlers({ workspace, files, temporary }),
    ...reportHandlers({ workspace, files, temporary }, clock),
    ...goalHandlers(workspace, clock),
    ...nameHandlers(workspace),
    ...watchHandlers(watching),
  };
  const dispatch = createDispatcher(handlers, { tasks, log, checkOutputs: settings.checkOutputs });
  const call: Transport = async (method, input) => {
    watching.before(method);
    const result = await dispatch(method, input);
    // A command ends; only a program with a window waits for files.
    if (settings.shell !== 'cli') watching.after(method);
    return result;
  };

  return {
    call,
    addFile: (path, name, fileId = randomUUID()) =>
      attempt(() => {
        const stats = statSync(path, { throwIfNoEntry: false });
        if (stats === undefined) throw new AppError('E_FILE_MISSING', 'The file is not there.', { file: name });
        files.addFile(fileId, { path, name });
        return { fileId, name, size: stats.size };
      }, log),
    addWorkspace: (path) => attempt(() => ({ id: library.register(path) }), log),
    addFolder: (path) => attempt(() => ({ id: watching.addFolder(path) }), log),
    createWorkspace: (path) => attempt(() => workspace.create(resolve(path), basename(path, WORKSPACE_EXTENSION)), log),
    download: (downloadId) => attempt(() => files.download(downloadId), log),
    close: async () => {
      watching.end();
      tasks.cancelAll();
      // Queued behind whatever is still writing.
      await call('workspace.close', {});
    },
  };
}

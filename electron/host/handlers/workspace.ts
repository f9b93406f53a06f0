import { rmSync } from 'node:fs';
import { sampleGoals } from '#engine/sample/goals.ts';
import type { WorkspaceInfo } from '#shared/contract.ts';
import { COUNTING_RULES, settingsSchema } from '#shared/settings.ts';
import { basename } from 'node:path';
import { checkedSettings } from '../checked-settings.ts';
import type { Handlers } from '../dispatcher.ts';
import { keepGoalDefinitions } from '../goal-definitions.ts';
import type { ImportSession } from '../import-session.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { importSample } from '../sample.ts';
import type { HostClock } from '../host-clock.ts';
import { WORKSPACE_EXTENSION, type WorkspaceLibrary } from '../workspace-library.ts';

type Group = Pick<
  Handlers,
  | 'workspace.recent'
  | 'workspace.current'
  | 'workspace.create'
  | 'workspace.sample'
  | 'workspace.open'
  | 'workspace.close'
  | 'workspace.settings'
>;

export interface WorkspaceDesk {
  readonly library: WorkspaceLibrary;
  readonly workspace: OpenWorkspace;
  readonly imports: ImportSession;
  readonly clock: HostClock;
  /** Private folder of this run. */
  readonly temporary: string;
}

export function workspaceHandlers({ library, workspace, imports, clock, temporary }: WorkspaceDesk): Group {
  /** A file on its way in was looked at with the rows of the workspace that was open then. */
  const changeTo = (open: () => WorkspaceInfo): WorkspaceInfo => {
    const info = open();
    imports.clear();
    return info;
  };
  const create = (name: string): WorkspaceInfo => {
    const path = library.newPath(name);
    return changeTo(() => workspace.create(path, basename(path, WORKSPACE_EXTENSION)));
  };
  return {
    'workspace.recent': () => library.recent(),
    'workspace.current': () => workspace.infoOrNull(),
    'workspace.create': ({ name }) => create(name),
    'workspace.sample': async ({ name }, task) => {
      create(name);
      const { path } = workspace.store;
      try {
        await importSample(workspace, imports, clock.today(), temporary, task);
        for (const goal of sampleGoals(clock.today())) workspace.store.save('goal', goal);
        return workspace.info();
      } catch (error) {
        workspace.close();
        rmSync(path, { force: true });
        throw error;
      }
    },
    'workspace.open': ({ id }) => changeTo(() => workspace.open(id)),
    'workspace.close': () => {
      workspace.close();
      imports.clear();
      return null;
    },
    'workspace.settings': (patch) => {
      const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const before = workspace.store.settings();
      const after = settingsSchema.parse({ ...before, ...said });
      if (['variants', ...COUNTING_RULES].some((key) => key in said)) keepGoalDefinitions(workspace);
      workspace.store.setSettings(checkedSettings(before, after, workspace.definitions));
      return workspace.info();
    },
  };
}

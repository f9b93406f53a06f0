import type { WorkspaceNames } from '#engine/names/workspace-names.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import type { Task } from './tasks.ts';

/**
 * The names of the open workspace, those of these dimensions (null: of all) compared with each other, with pauses in which
 * questions are answered. Data that has changed in a pause is taken up anew.
 */
export async function comparedNames(
  workspace: OpenWorkspace,
  dimensions: readonly string[] | null,
  task: Task,
): Promise<WorkspaceNames> {
  let names = workspace.shownNames();
  let steps = names.compare(dimensions);
  while (steps.next().done !== true) {
    await task.breathe();
    const now = workspace.shownNames();
    if (now !== names) [names, steps] = [now, now.compare(dimensions)];
  }
  return names;
}

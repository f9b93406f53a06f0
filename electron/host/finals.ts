import type { FinalReport } from '#shared/report-content.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** The final reports of a workspace without their pages, the one that was made last first. */
export function finalsOf({ store }: Pick<OpenWorkspace, 'store'>): Omit<FinalReport, 'content'>[] {
  return [...store.saved('final')].sort((a, b) => b.order - a.order || b.at.localeCompare(a.at));
}

import { definitionInForce } from '#engine/goals/definition.ts';
import { dataRange } from '#engine/question/context.ts';
import { clockOf } from '#engine/question/plan.ts';
import { AppError } from '#shared/errors.ts';
import { resolvePeriod } from '#shared/period.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** Before definitions change: goals whose period is over keep how their KPI has been counted. */
export function keepGoalDefinitions(workspace: OpenWorkspace): void {
  const context = workspace.questionContext();
  const clock = clockOf(context, dataRange(context.queries));
  for (const goal of workspace.store.saved('goal')) {
    if (goal.definition !== null || resolvePeriod(goal.period, clock).open) continue;
    try {
      workspace.store.save('goal', { ...goal, definition: definitionInForce(goal.kpi, context) });
    } catch (error) {
      // A KPI that cannot be read has no definition to keep.
      if (!(error instanceof AppError) || !['E_UNKNOWN_KPI', 'E_BAD_FORMULA', 'E_FORMULA_CYCLE'].includes(error.code))
        throw error;
    }
  }
}

import { goalParts } from '#engine/goals/goal-parts.ts';
import { goalStatus } from '#engine/goals/goal-status.ts';
import { monthParts } from '#engine/goals/weights.ts';
import { dataRange, type QuestionContext } from '#engine/question/context.ts';
import { clockOf } from '#engine/question/plan.ts';
import { kpiPlanner } from '#engine/question/planned-kpi.ts';
import { AppError } from '#shared/errors.ts';
import { goalTermsSchema, type Goal, type GoalTarget } from '#shared/goals.ts';
import { resolvePeriod, type PeriodClock } from '#shared/period.ts';
import type { Handlers } from '../dispatcher.ts';
import type { HostClock } from '../host-clock.ts';
import type { OpenWorkspace } from '../open-workspace.ts';

type Group = Pick<Handlers, 'goal.list' | 'goal.save' | 'goal.remove' | 'goal.status' | 'goal.parts'>;

const MOST_CHANGES = 50;

export function goalHandlers(workspace: OpenWorkspace, clock: HostClock): Group {
  const list = (): Goal[] => [...workspace.store.saved('goal')];
  return {
    'goal.list': list,
    'goal.save': ({ goals }) => {
      const context = workspace.questionContext();
      const stored = new Map(list().map((goal) => [goal.id, goal]));
      const checked = goals.map((goal) => checkedGoal(goal, context));
      refuseCircles(new Map([...stored, ...checked.map((goal) => [goal.id, goal] as const)]));
      for (const goal of checked) workspace.store.save('goal', remembering(goal, stored.get(goal.id), clock.minute()));
      return list();
    },
    'goal.remove': ({ ids }) => {
      for (const id of ids) workspace.store.removeSaved('goal', id);
      return list();
    },
    'goal.status': ({ goal }) => {
      const context = workspace.questionContext();
      return goalStatus(checkedGoal(goal, context), list(), context);
    },
    'goal.parts': ({ goal, dimension, by }) => {
      const context = workspace.questionContext();
      return [...goalParts(checkedGoal(goal, context), dimension, by, context)];
    },
  };
}

/** With its period as dates that stay; E_UNKNOWN_KPI, E_BAD_PERIOD, and E_BAD_REQUEST for what does not go together. */
function checkedGoal(goal: Goal, context: QuestionContext): Goal {
  kpiPlanner({ variants: {}, compare: 'none' }, context)(goal.kpi);
  const clock = clockOf(context, dataRange(context.queries));
  const period = resolvePeriod(goal.period, clock);
  if (period.unit === 'all') throw new AppError('E_BAD_PERIOD', 'A goal needs a deadline.', { period: goal.period });
  const wrong = (at: string): AppError => new AppError('E_BAD_REQUEST', 'The goal does not fit together.', { at });
  if (goal.spread.by === 'hand' && goal.spread.weights.length !== monthParts(period).length) throw wrong('spread');
  if ((goal.better === 'range') !== (goal.upTo !== null)) throw wrong('upTo');
  if (goal.upTo !== null && goal.upTo < goal.target.value) throw wrong('upTo');
  const definition = period.open ? null : goal.definition;
  return { ...goal, period: period.spec, target: datedTarget(goal.target, clock), definition };
}

/** A baseline of its own as dates that stay, too. */
function datedTarget(target: GoalTarget, clock: PeriodClock): GoalTarget {
  if (!('from' in target) || typeof target.from !== 'object') return target;
  return { ...target, from: { period: resolvePeriod(target.from.period, clock).spec } };
}

/** A goal serves another one, and never by a detour itself. */
function refuseCircles(goals: ReadonlyMap<string, Goal>): void {
  for (const goal of goals.values()) {
    const met = new Set([goal.id]);
    for (let above = goal.parent; above !== null; above = goals.get(above)?.parent ?? null) {
      if (met.has(above)) throw new AppError('E_BAD_REQUEST', 'A goal would serve itself.', { at: 'parent' });
      met.add(above);
    }
  }
}

/** The goal with what it was before, where its terms have changed. One that is put back keeps the history it has. */
function remembering(goal: Goal, stored: Goal | undefined, at: string): Goal {
  if (stored === undefined) return goal;
  const terms = ({ id: _id, definition: _definition, history: _history, ...kept }: Goal) => goalTermsSchema.parse(kept);
  const [now, before] = [terms(goal), terms(stored)];
  const isSame = JSON.stringify(now) === JSON.stringify(before);
  const definition = goal.kpi === stored.kpi ? goal.definition : null;
  const history = isSame ? stored.history : [...stored.history, { at, before }].slice(-MOST_CHANGES);
  return { ...goal, definition, history };
}

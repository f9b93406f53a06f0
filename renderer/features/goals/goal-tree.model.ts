import type { Goal, GoalStatus } from '#shared/goals.ts';
import type { GoalsView } from '../../state/goals-slice.ts';

/** One line of the tree: a goal, or the parts of one as a group. */
export type GoalLine =
  | { readonly type: 'goal'; readonly goal: Goal; readonly depth: number; readonly folded: boolean | null }
  | {
      readonly type: 'parts';
      readonly of: Goal;
      readonly parts: readonly Goal[];
      readonly depth: number;
      readonly folded: boolean;
    };

/** What a group of parts is folded by. */
export const partsKey = (goal: Goal): string => `${goal.id} parts`;

/** Goals that the screen is asked for, with those that they serve. */
export function listedGoals(
  goals: readonly Goal[],
  statusOf: (goal: Goal) => GoalStatus | undefined,
  { shelf, year }: Pick<GoalsView, 'shelf' | 'year'>,
): readonly Goal[] {
  const isMeant = (goal: Goal): boolean => {
    const status = statusOf(goal);
    if (status === undefined) return shelf === 'all' && year === null;
    const { period, state } = status;
    if (year !== null && (Number(period.from.slice(0, 4)) > year || Number(period.to.slice(0, 4)) < year)) return false;
    if (shelf === 'open') return period.open;
    if (shelf === 'over') return !period.open;
    return shelf === 'all' || state === 'behind' || state === 'near' || state === 'missed';
  };
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const kept = new Set<string>();
  for (const goal of goals.filter(isMeant))
    for (
      let each: Goal | undefined = goal;
      each !== undefined && !kept.has(each.id);
      each = byId.get(each.parent ?? '')
    )
      kept.add(each.id);
  return goals.filter(({ id }) => kept.has(id));
}

/**
 * The lines in order: objectives with the most below them first, under each its sub-goals, its supporting KPIs and, folded unless opened,
 * the parts that it is split into. One whose parent is gone stands at the top.
 */
export function goalLines(
  goals: readonly Goal[],
  folded: readonly string[],
  nameOf: (goal: Goal) => string,
): readonly GoalLine[] {
  const ids = new Set(goals.map(({ id }) => id));
  const below = Map.groupBy(goals, ({ parent }) => (parent !== null && ids.has(parent) ? parent : ''));
  const sizeOf = (goal: Goal): number =>
    (below.get(goal.id) ?? []).reduce((sum, each) => sum + 1 + (each.part ? 0 : sizeOf(each)), 0);
  const inOrder = (some: readonly Goal[]): readonly Goal[] =>
    some.toSorted(
      (a, b) =>
        Number(a.supporting) - Number(b.supporting) || sizeOf(b) - sizeOf(a) || nameOf(a).localeCompare(nameOf(b)),
    );
  const linesOf = (some: readonly Goal[], depth: number): readonly GoalLine[] =>
    inOrder(some).flatMap((goal): readonly GoalLine[] => {
      const children = below.get(goal.id) ?? [];
      const isFolded = folded.includes(goal.id);
      const own: GoalLine = { type: 'goal', goal, depth, folded: children.length === 0 ? null : isFolded };
      if (isFolded) return [own];
      const parts = children.filter(({ part }) => part);
      const isOpen = folded.includes(partsKey(goal));
      const group: readonly GoalLine[] =
        parts.length === 0
          ? []
          : [
              { type: 'parts', of: goal, parts, depth: depth + 1, folded: !isOpen },
              ...(isOpen ? linesOf(parts, depth + 2) : []),
            ];
      return [
        own,
        ...linesOf(
          children.filter(({ part }) => !part),
          depth + 1,
        ),
        ...group,
      ];
    });
  return linesOf(below.get('') ?? [], 0);
}

/** Below this share of parts on pace the targets may be too high. Source: the reps-at-quota rule of kpis.md, A1. */
export const FEWEST_ON_PACE = 0.6;

export interface PartsSummary {
  readonly onPace: number;
  /** Parts whose pace is known. */
  readonly of: number;
  /** Whose projection meets the target. */
  readonly projected: number | null;
  /** Some have not come a fifth of their way. */
  readonly early: boolean;
  /** All of their periods are over. */
  readonly over: boolean;
}

/** How many parts are on pace or have reached their targets; null while none is known. */
export function partsSummary(statuses: readonly (GoalStatus | undefined)[]): PartsSummary | null {
  const judged = statuses.flatMap((status) =>
    status === undefined || ['waiting', 'no-value', 'incomplete'].includes(status.state) ? [] : [status],
  );
  if (judged.length === 0) return null;
  const onPace = judged.filter(({ attained }) => (attained ?? 0) >= 1).length;
  const known = judged.flatMap(({ projection }) => projection?.chance ?? []);
  return {
    onPace,
    of: judged.length,
    projected: known.length === judged.length ? known.filter((chance) => chance >= 0.5).length : null,
    early: judged.some(({ state }) => state === 'early'),
    over: judged.every(({ period }) => !period.open),
  };
}

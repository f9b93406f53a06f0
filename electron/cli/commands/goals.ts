import { formatCompact, formatPercent, joined, NO_VALUE } from '#shared/format.ts';
import { goalName, stateKey, type GoalSaying } from '#shared/goal-words.ts';
import { goalStatusSchema, type Goal, type GoalStatus } from '#shared/goals.ts';
import { defaultSettings } from '#shared/settings.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command, type Context } from '../command.ts';
import { kpiName } from '../kpi-words.ts';
import { storedValue } from '#shared/stored-words.ts';
import { textTable } from '../text-table.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

interface Listed {
  readonly goal: Goal;
  /** Null for a goal that cannot be told any longer, such as one of a KPI that is gone. */
  readonly status: GoalStatus | null;
  readonly depth: number;
}

/** Goals in the order of their tree: each above those that serve it. */
function inTree(goals: readonly Goal[], parent: string | null = null, depth = 0): readonly Omit<Listed, 'status'>[] {
  const ids = new Set(goals.map(({ id }) => id));
  const isBelow = (goal: Goal): boolean =>
    parent === null ? goal.parent === null || !ids.has(goal.parent) : goal.parent === parent;
  return goals.filter(isBelow).flatMap((goal) => [{ goal, depth }, ...inTree(goals, goal.id, depth + 1)]);
}

function goalsText(listed: readonly Listed[], saying: GoalSaying, { words }: Context): string {
  const { format } = saying;
  const titles = ['goal', 'actual', 'expected', 'pace', 'projection', 'required', 'state'] as const;
  const isAllDays = listed.some(({ status }) => status?.days === 'all');
  return textTable(
    titles.map((title) => ({
      title: words(`goals:column.${title === 'required' && isAllDays ? 'requiredAll' : title}`),
      right: title !== 'goal' && title !== 'state',
    })),
    listed.map(({ goal, status, depth }) => {
      const name = `${'  '.repeat(depth)}${goalName(goal, saying)}`;
      if (status === null) return [name, '', '', '', '', '', words('goals:state.no-value')];
      const value = (number: number | null | undefined): string =>
        number == null ? NO_VALUE : joined(formatCompact(number, status.unit, format), format.locale);
      return [
        name,
        value(status.actual),
        value(status.expected),
        status.pace === null ? NO_VALUE : formatPercent(status.pace, format.locale, 0),
        value(status.projection?.value),
        status.required === null ? '' : value(status.required.value),
        words(`goals:${stateKey(goal, status)}`),
      ];
    }),
  );
}

/** `goals`: every goal with its pace, what it comes to and what it needs. */
export const goalsCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION },
  run: async (context) => {
    const { args, out, words, locale } = context;
    await withWorkspace(workspacePath(args), false, async ({ call, host }) => {
      const goals = inTree(await call('goal.list', {}));
      const listed: Listed[] = [];
      for (const each of goals) {
        const told = await host.call('goal.status', { goal: each.goal });
        listed.push({ ...each, status: told.ok ? goalStatusSchema.parse(told.value) : null });
      }
      const { currency, ownKpis } = (await call('workspace.current', {}))?.settings ?? defaultSettings();
      const units = new Map(listed.flatMap(({ goal, status }) => (status === null ? [] : [[goal.kpi, status.unit]])));
      const saying: GoalSaying = {
        say: (key, values) => words(`goals:${key}`, values),
        format: { locale, currency },
        kpiName: (reference) => kpiName(reference, ownKpis, words),
        unitOf: (reference) => units.get(reference) ?? 'quantity',
        member: (name, dimension) => (name === null ? words('unknown') : storedValue(words, dimension, name)),
      };
      if (args.is('json'))
        printJson(
          context,
          listed.map(({ goal, status }) => ({ ...goal, name: goalName(goal, saying), status })),
        );
      else if (listed.length === 0) out(`${words('goals:empty.title')}\n`);
      else out(goalsText(listed, saying, context));
    });
  },
};

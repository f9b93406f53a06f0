import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { goalName } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { memberName } from '#shared/tiles/tile-words.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useHost } from '../../transport/host-context.tsx';
import { failureOf, valueOf } from '../../transport/host-failure.ts';
import { hostQuery, useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';
import { type GoalWords } from './goal-words.model.ts';

const NONE: readonly never[] = [];

/** What goals are said with in the language in force. */
export function useGoalWords(): GoalWords {
  const { t } = useTranslation();
  const format = useFormatContext();
  const kpis = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? NONE;
  const { name } = useKpiWords();
  return useMemo(() => {
    const units = new Map(
      kpis.flatMap(({ kpi, unit, inVariants }) => [
        [kpi, unit] as const,
        ...inVariants.map((each) => [`${kpi}:${each.variant}`, each.unit] as const),
      ]),
    );
    return {
      t,
      say: (key, values) => t(`goals:${key}`, { ...values }),
      format,
      kpiName: name,
      unitOf: (reference) => units.get(reference) ?? 'quantity',
      member: (member, dimension) => memberName(member, t, dimension),
    };
  }, [t, format, kpis, name]);
}

/** The saved goals, undefined until known. */
export function useGoalList() {
  return useHostQuery('goal.list', {}, { keep: true });
}

export interface Statuses {
  readonly statuses: ReadonlyMap<string, GoalStatus>;
  /** Goals that cannot be told any longer, such as one of a KPI that is gone. */
  readonly failures: ReadonlyMap<string, unknown>;
}

/** How each goal stands, one question a goal, so that the first ones show while the rest are worked out. */
export function useStatuses(goals: readonly Goal[]): Statuses {
  const host = useHost();
  const workspace = useWorkspace();
  return useQueries({
    queries: goals.map((goal) => hostQuery(host, workspace, 'goal.status', { goal })),
    combine: (results) => {
      const of = (i: number): string => goals[i]?.id ?? '';
      return {
        statuses: new Map(results.flatMap(({ data }, i) => (data === undefined ? [] : [[of(i), data] as const]))),
        failures: new Map(results.flatMap(({ error }, i) => (error === null ? [] : [[of(i), error] as const]))),
      };
    },
  });
}

/** Every change of goals, told with its undo. */
export function useGoalChanges() {
  const host = useHost();
  const client = useQueryClient();
  const workspace = useWorkspace();
  const { t } = useTranslation();
  const words = useGoalWords();
  const { queryKey } = hostQuery(host, workspace, 'goal.list', {});
  const take = async (answered: Promise<readonly Goal[]>): Promise<void> => {
    client.setQueryData(queryKey, [...(await answered)]);
    // Targets that numbers are compared with go by goals, whatever the revision.
    await client.invalidateQueries({
      predicate: ({ queryKey: [method, , , , input] }) =>
        method === 'goal.status' ||
        (String(method).startsWith('question.') && JSON.stringify(input).includes('"target"')),
    });
  };
  const save = (goals: readonly Goal[]): Promise<void> =>
    take(host.call('goal.save', { goals: [...goals] }).then(valueOf));
  const remove = (ids: readonly string[]): Promise<void> =>
    take(host.call('goal.remove', { ids: [...ids] }).then(valueOf));
  const failed = (error: unknown): void => showToast({ title: failureSentence(t, failureOf(error)), tone: 'bad' });
  const done = (change: Promise<void>, title: string, back: () => Promise<void>): Promise<boolean> =>
    change.then(
      () => {
        showToast({ title, action: { label: t('goals:undo'), onClick: () => void back().catch(failed) } });
        return true;
      },
      (error: unknown) => {
        failed(error);
        return false;
      },
    );
  const savedText = (goals: readonly Goal[]): string => {
    const [first] = goals;
    return goals.length === 1 && first !== undefined
      ? t('goals:saved', { name: goalName(first, words) })
      : t('goals:savedMany', { count: goals.length });
  };
  return {
    readonly: workspace.readonly,
    /** New goals; undone by taking them away. */
    add: (goals: readonly Goal[]) => done(save(goals), savedText(goals), () => remove(goals.map(({ id }) => id))),
    change: (goal: Goal, before: Goal) => done(save([goal]), savedText([goal]), () => save([before])),
    /** A goal and its parts. */
    remove: (goal: Goal, all: readonly Goal[]) => {
      const gone = [goal, ...all.filter(({ parent, part }) => part && parent === goal.id)];
      return done(remove(gone.map(({ id }) => id)), t('goals:removed', { name: goalName(goal, words) }), () =>
        save(gone),
      );
    },
  };
}

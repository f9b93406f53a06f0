import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goalName } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import { ALL_GOALS, GOAL_SHELVES, type GoalsView } from '../../state/goals-slice.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { GoalDetail } from './goal-detail.tsx';
import { GoalHistory } from './goal-history.tsx';
import { GoalTable } from './goal-table.tsx';
import { goalLines, listedGoals } from './goal-tree.model.ts';
import { QuotaGroup } from './quota-group.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { useGoalChanges, useGoalList, useGoalWords, useStatuses } from './use-goals.ts';
import { useNewGoal } from './use-new-goal.ts';
import './goals.css';

const NONE: readonly never[] = [];
const QUOTAS = 'quotas';

/** The tree of goals, and one of them at the right. */
export function GoalsScreen() {
  const { t } = useTranslation();
  const { id, rows } = useWorkspace();
  const hasQuotas = (rows.target ?? 0) > 0;
  const words = useGoalWords();
  const { data: goals, error, refetch } = useGoalList();
  const { statuses, failures } = useStatuses(goals ?? NONE);
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true }).data ?? NONE;
  const view = useAppStore((state) => state.goalsViews[id]) ?? ALL_GOALS;
  const { viewGoals, draftGoal } = useAppStore.getState();
  const changes = useGoalChanges();
  const start = useNewGoal();
  const [split, setSplit] = useState<Goal | null>(null);
  const change = (next: Partial<GoalsView>): void => viewGoals(id, next);
  const nameOf = (goal: Goal): string => goalName(goal, words);
  const listed = listedGoals(goals ?? NONE, (goal) => statuses.get(goal.id), view);
  const lines = goalLines(listed, view.folded, nameOf);
  const shown = lines.flatMap((line) => (line.type === 'goal' ? [line.goal] : []));
  const selected = shown.find((goal) => goal.id === view.selected) ?? shown[0] ?? null;
  const status = selected === null ? undefined : statuses.get(selected.id);
  const fold = (key: string): void =>
    change({ folded: view.folded.includes(key) ? view.folded.filter((each) => each !== key) : [...view.folded, key] });
  const propose = (goal: Goal, { proposal }: GoalStatus): void => {
    if (proposal === null) return;
    const next = { ...goal, period: proposal.period, target: { ...goal.target, value: proposal.value } };
    const fresh = { ...next, id: crypto.randomUUID(), definition: null, history: [] };
    draftGoal(proposal.now ? { goal: next, saved: goal } : { goal: fresh, saved: null });
  };
  const years = yearsOf([...statuses.values()]);
  return (
    <>
      <ScreenHeader title={t('goals:title')}>
        <Menu
          align="end"
          trigger={<Chip label={t('overview:period.label')} value={view.year ?? t('goals:show.all')} />}
          groups={[
            [null, ...years].map((year) => ({
              label: year === null ? t('goals:show.all') : String(year),
              checked: view.year === year,
              onSelect: () => change({ year }),
            })),
          ]}
        />
        <Menu
          align="end"
          trigger={<Chip label={t('goals:show.label')} value={t(`goals:show.${view.shelf}`)} />}
          groups={[
            GOAL_SHELVES.map((shelf) => ({
              label: t(`goals:show.${shelf}`),
              checked: view.shelf === shelf,
              onSelect: () => change({ shelf }),
            })),
          ]}
        />
        <Button look="primary" icon="plus" disabled={start === null} onClick={() => start?.()}>
          {t('goals:new')}
        </Button>
      </ScreenHeader>
      {error !== null && <TileFailure error={error} retry={() => void refetch()} />}
      <div className="goals">
        <div className="ui-card goals-card">
          {goals !== undefined && goals.length === 0 && (
            <EmptyState
              icon="goals"
              title={t('goals:empty.title')}
              text={t('goals:empty.text')}
              actions={
                <Button disabled={start === null} onClick={() => start?.()}>
                  {t('goals:new')}
                </Button>
              }
            />
          )}
          {goals !== undefined && goals.length > 0 && lines.length === 0 && (
            <p className="muted">{t('goals:nothing')}</p>
          )}
          {goals !== undefined && (goals.length > 0 || hasQuotas) && (
            <GoalTable
              lines={lines}
              statuses={statuses}
              failures={failures}
              selected={selected?.id ?? null}
              words={words}
              dimensionName={(key) => dimensionName(t, key, dimensions)}
              onSelect={(goal) => change({ selected: goal.id })}
              onFold={fold}
              onProposal={propose}
            >
              {view.shelf === 'all' && (
                <QuotaGroup
                  period={view.year === null ? 'latest-year' : String(view.year)}
                  folded={!view.folded.includes(QUOTAS)}
                  words={words}
                  onFold={() => fold(QUOTAS)}
                />
              )}
            </GoalTable>
          )}
        </div>
        {selected !== null && failures.has(selected.id) && goals !== undefined && (
          <Card title={nameOf(selected)}>
            <p>{failureSentence(t, failureOf(failures.get(selected.id)))}</p>
            <Button icon="trash" disabled={changes.readonly} onClick={() => void changes.remove(selected, goals)}>
              {t('goals:detail.remove')}
            </Button>
          </Card>
        )}
        {selected !== null && status !== undefined && goals !== undefined && (
          <aside className="goals-side" aria-label={nameOf(selected)}>
            <GoalDetail
              goal={selected}
              status={status}
              goals={goals}
              words={words}
              disabled={changes.readonly}
              onEdit={() => draftGoal({ goal: selected, saved: selected })}
              onChild={() => start?.(undefined, selected.filters, selected)}
              onSplit={() => setSplit(selected)}
              onRemove={() => void changes.remove(selected, goals)}
            />
            {selected.history.length > 0 && (
              <GoalHistory
                goal={selected}
                words={words}
                disabled={changes.readonly}
                onRestore={(goal) => void changes.change(goal, selected)}
              />
            )}
          </aside>
        )}
      </div>
      {split !== null && status !== undefined && (
        <SplitDialog
          goal={split}
          status={status}
          words={words}
          onSave={(parts) => {
            setSplit(null);
            void changes.add(parts);
          }}
          onClose={() => setSplit(null)}
        />
      )}
    </>
  );
}

/** Years that goals share a day with, the latest first. */
function yearsOf(statuses: readonly GoalStatus[]): readonly number[] {
  const years = statuses.flatMap(({ period }) => {
    const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
    return Array.from({ length: Math.min(20, to - from + 1) }, (_, i) => from + i);
  });
  return [...new Set(years)].toSorted((a, b) => b - a);
}

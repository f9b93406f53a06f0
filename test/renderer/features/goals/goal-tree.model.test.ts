import { expect, it } from 'vitest';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { goalLines, listedGoals, partsSummary } from '../../../../renderer/features/goals/goal-tree.model.ts';
import { goalOf } from '../../../engine/goals/small-goals.ts';

const tree: readonly Goal[] = [
  goalOf({ id: 'alone' }),
  goalOf({ id: 'top' }),
  goalOf({ id: 'support', parent: 'top', supporting: true }),
  goalOf({ id: 'sub', parent: 'top' }),
  goalOf({ id: 'ann', parent: 'top', part: true }),
  goalOf({ id: 'bo', parent: 'top', part: true }),
  goalOf({ id: 'orphan', parent: 'gone' }),
];
const named = (lines: ReturnType<typeof goalLines>): readonly string[] =>
  lines.map((line) => `${'-'.repeat(line.depth)}${line.type === 'goal' ? line.goal.id : `parts of ${line.of.id}`}`);

it('puts each goal above those that serve it, supporting ones after, parts in a group that opens', () => {
  const name = ({ id }: Goal): string => id;
  expect(named(goalLines(tree, [], name))).toEqual(['top', '-sub', '-support', '-parts of top', 'alone', 'orphan']);
  expect(named(goalLines(tree, ['top parts'], name))).toContain('--bo');
  expect(named(goalLines(tree, ['top'], name))).toEqual(['top', 'alone', 'orphan']);
});

const status = (state: GoalStatus['state'], attained: number | null, open = true): GoalStatus =>
  ({
    state,
    attained,
    projection: null,
    period: { from: '2026-01-01', to: '2026-12-31', open },
  }) as unknown as GoalStatus;

it('lists what is behind with what it serves', () => {
  const behind = new Map([['sub', status('behind', 0.5)]]);
  const shown = listedGoals(tree, ({ id }) => behind.get(id) ?? status('ahead', 1.2), { shelf: 'behind', year: null });
  expect(shown.map(({ id }) => id)).toEqual(['top', 'sub']);
  expect(listedGoals(tree, () => status('ahead', 1), { shelf: 'all', year: 2025 })).toEqual([]);
});

it('counts the parts on pace, and only those whose pace is known', () => {
  const parts = [status('ahead', 1.2), status('behind', 0.8), status('near', 0.97), status('waiting', null), undefined];
  expect(partsSummary(parts)).toEqual({ onPace: 1, of: 3, projected: null, early: false, over: false });
  expect(partsSummary([status('waiting', null)])).toBeNull();
});

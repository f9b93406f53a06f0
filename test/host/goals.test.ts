import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Goal } from '#shared/goals.ts';
import { SMALL_SALES } from '../contract/small-sales.ts';
import { goalOf } from '../engine/goals/small-goals.ts';
import { hostInFolder } from '../support/host-in-folder.ts';

const app = hostInFolder();
const { value } = app;
const byId = (goals: readonly Goal[], id: string): Goal | undefined => goals.find((goal) => goal.id === id);

beforeAll(async () => {
  await value('workspace.create', { name: 'Mål' });
  const path = join(app.folder, 'small.csv');
  writeFileSync(path, SMALL_SALES);
  const { stageId } = await app.inspect(path);
  await value('import.commit', { taskId: 'c', stageId, options: {} });
});
afterAll(() => app.remove());

it('keeps what a goal was before each change, and takes changes and removals back', async () => {
  const first = goalOf({ period: '2026' });
  expect(await value('goal.save', { goals: [first] })).toEqual([first]);
  const second = { ...first, target: { shape: 'level', value: 1500 } } as const;
  const changed = byId(await value('goal.save', { goals: [second] }), 'g');
  expect(changed?.target).toEqual({ shape: 'level', value: 1500 });
  expect(changed?.history.map(({ before }) => before.target)).toEqual([first.target]);
  // The same again is no change.
  expect(byId(await value('goal.save', { goals: [second] }), 'g')?.history).toHaveLength(1);
  const undone = byId(await value('goal.save', { goals: [first] }), 'g');
  expect(undone?.target).toEqual(first.target);
  expect(undone?.history.map(({ before }) => before.target)).toEqual([first.target, second.target]);
  expect(await value('goal.remove', { ids: ['g'] })).toEqual([]);
  expect(await value('goal.save', { goals: undone === undefined ? [] : [undone] })).toEqual([undone]);
});

it('gives a goal dates that stay, and refuses what does not fit together', async () => {
  const [saved] = await value('goal.save', { goals: [goalOf({ period: 'latest-quarter' })] });
  expect(saved?.period).toBe('2026-Q3');
  const from = { period: 'latest-quarter' };
  const grown = goalOf({ id: 'grown', period: '2027', target: { shape: 'percentage', value: 0.1, from } });
  const goals = await value('goal.save', { goals: [grown] });
  expect(byId(goals, 'grown')?.target).toMatchObject({ from: { period: '2026-Q3' } });
  await value('goal.remove', { ids: ['grown'] });
  const refused = async (more: Partial<Goal>): Promise<unknown> => {
    const result = await app.host.call('goal.save', { goals: [goalOf(more)] });
    return result.ok ? null : [result.error.code, result.error.details['at'] ?? null];
  };
  expect(await refused({ kpi: 'nothing' })).toEqual(['E_UNKNOWN_KPI', null]);
  expect(await refused({ period: 'all' })).toEqual(['E_BAD_PERIOD', null]);
  expect(await refused({ spread: { by: 'hand', weights: [1, 2] } })).toEqual(['E_BAD_REQUEST', 'spread']);
  expect(await refused({ better: 'range' })).toEqual(['E_BAD_REQUEST', 'upTo']);
  expect(await refused({ better: 'range', upTo: 3 })).toEqual(['E_BAD_REQUEST', 'upTo']);
  expect(await refused({ parent: 'g' })).toEqual(['E_BAD_REQUEST', 'parent']);
  await value('goal.save', { goals: [goalOf({ id: 'child', parent: 'g' })] });
  expect(await refused({ parent: 'child' })).toEqual(['E_BAD_REQUEST', 'parent']);
});

it('freezes goals that are over before a definition changes, and no others', async () => {
  await value('goal.save', {
    goals: [goalOf({ id: 'over', period: '2026-08' }), goalOf({ id: 'open', period: '2026' })],
  });
  const over = byId(await value('goal.list', {}), 'over') ?? goalOf();
  const before = await value('goal.status', { goal: over });
  await value('workspace.settings', { variants: { revenue: 'by-order-date' } });
  const goals = await value('goal.list', {});
  expect(byId(goals, 'over')?.definition).toMatchObject({ variant: 'net', formula: 'net-sales' });
  expect(byId(goals, 'open')?.definition).toBeNull();
  const after = await value('goal.status', { goal: byId(goals, 'over') ?? goalOf() });
  expect([after.actual, after.variant]).toEqual([before.actual, 'net']);
  expect((await value('goal.status', { goal: byId(goals, 'open') ?? goalOf() })).variant).toBe('by-order-date');
});

it('freezes what customers were counted lost by', async () => {
  const goal = goalOf({
    id: 'lost',
    kpi: 'lost-customers',
    period: '2025',
    better: 'lower',
    target: { shape: 'level', value: 1 },
  });
  await value('goal.save', { goals: [goal, { ...goal, id: 'now', period: '2026' }] });
  const actual = async (id: string): Promise<number | null> =>
    (await value('goal.status', { goal: byId(await value('goal.list', {}), id) ?? goal })).actual;
  // Purchases 336 and 352 days apart: twice their middle is 688 days, and nobody has been gone for so long.
  expect([await actual('lost'), await actual('now')]).toEqual([0, 0]);
  await value('workspace.settings', { lapseDays: 90 });
  expect(byId(await value('goal.list', {}), 'lost')?.definition?.rules).toMatchObject({ lapseDays: 688 });
  // Of 90 days: Kafé Älgen and Bageri Öst were lost in 2025, which had been over before; nobody again by 30 September 2026.
  expect([await actual('lost'), await actual('now')]).toEqual([0, 0]);
  const [lost] = (await value('question.ask', { kpis: ['lost-customers'], period: '2025' })).cells;
  expect(lost?.value).toBe(2);
  await value('workspace.settings', { lapseDays: null });
  await value('goal.remove', { ids: ['lost', 'now'] });
});

it('puts goals beside the numbers they are for at once', async () => {
  const asked = { kpis: ['revenue:net'], period: '2026-09', compare: 'target' as const };
  expect((await value('question.ask', asked)).cells[0]?.compare?.value).toBeNull();
  await value('goal.save', { goals: [goalOf({ id: 'sep', kpi: 'revenue:net', period: '2026-09' })] });
  expect((await value('question.ask', asked)).cells[0]?.compare?.value).toBe(1200);
});

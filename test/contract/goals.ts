import { expect } from 'vitest';
import { goalStatusSchema } from '../../shared/goals.ts';
import { goalOf } from '../engine/goals/small-goals.ts';
import type { Asked } from './asked.ts';

/** Goals over the small sales: kept, held against the data, split over reps, and taken away. */
export async function goals({ ok, fails }: Pick<Asked, 'ok' | 'fails'>): Promise<void> {
  const goal = goalOf({ period: '2026-09', target: { shape: 'level', value: 2000 } });
  expect(await ok('goal.list', {})).toEqual([]);
  expect(await ok('goal.save', { goals: [goal] })).toEqual([goal]);
  const status = await ok('goal.status', { goal });
  expect(goalStatusSchema.parse(status)).toEqual(status);
  // 1,899.50 in September 2026, which is over.
  expect(status).toMatchObject({ target: 2000, actual: 1899.5, state: 'missed', proposal: null });
  // September 2025 had 1,000.00 from Anna and 500.50 from Björn: of 2,000 that is 1,332.88904 and 667.11096.
  const parts = await ok('goal.parts', { goal, dimension: 'rep', by: 'last-year' });
  expect(parts.map(({ name, value }) => [name, value])).toEqual([
    ['Anna', 1332.889],
    ['Björn', 667.111],
  ]);
  await fails('goal.save', { goals: [{ ...goal, better: 'range' }] }, 'E_BAD_REQUEST');
  await fails('goal.save', { goals: [{ ...goal, kpi: 'nothing' }] }, 'E_UNKNOWN_KPI');
  await fails('goal.save', { goals: [{ ...goal, target: { shape: 'count', value: -1 } }] }, 'E_BAD_REQUEST');
  await fails('goal.remove', { ids: ['other'] }, 'E_NOT_FOUND');
  expect(await ok('goal.remove', { ids: [goal.id] })).toEqual([]);
}

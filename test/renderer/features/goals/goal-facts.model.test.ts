import { expect, it } from 'vitest';
import type { GoalStatus } from '#shared/goals.ts';
import { goalFacts } from '../../../../renderer/features/goals/goal-facts.model.ts';
import { goalOf } from '../../../engine/goals/small-goals.ts';
import { catalogueIn, SWEDISH } from '../../catalogue.ts';

const t = await catalogueIn('sv');
const words = {
  t,
  say: (key: string) => t(`goals:${key}`),
  format: SWEDISH,
  kpiName: () => 'Förlorade kunder',
  unitOf: () => 'ratio' as const,
  member: (name: string | null) => name ?? '',
};

/** What a goal says of its numerator when it may grow by `value` before the target is met. */
function neededOf(better: 'higher' | 'lower', value: number): readonly string[] {
  const status = {
    unit: 'ratio',
    needed: { of: 'lost-from-start', unit: 'count', value },
    period: { open: true },
    over: 'averages',
    actual: null,
    target: null,
    expected: null,
    projection: null,
    required: null,
    recent: null,
    baseline: null,
  } as unknown as GoalStatus;
  return goalFacts(goalOf({ better }), status, words).flatMap(({ name, value: shown, figure }) =>
    figure === 'needed' ? [name, shown] : [],
  );
}

it('where less is better a goal has room left or too much, never a need of more', () => {
  // 5 % of 100 customers are 5: with 2.5 lost two more may be, with 7.2 three must be kept.
  expect(neededOf('lower', 2.5)).toEqual(['Utrymme för mer av förlorade kunder', '2']);
  expect(neededOf('lower', -2.2)).toEqual(['För mycket av förlorade kunder', '3']);
  expect(neededOf('lower', 0)).toEqual(['Utrymme för mer av förlorade kunder', '0']);
});

it('where more is better it needs more or has a margin', () => {
  expect(neededOf('higher', 2.5)).toEqual(['Behövs mer av förlorade kunder', '3']);
  expect(neededOf('higher', -2.5)).toEqual(['Marginal i förlorade kunder', '2']);
});

import { describe, expect, it } from 'vitest';
import { isMet, type PaceFacts, paceOf, startOf } from '#engine/goals/pace.ts';

const FACTS: PaceFacts = {
  over: 'adds',
  better: 'higher',
  target: 100,
  upTo: null,
  actual: 45,
  opening: null,
  weight: 0.5,
  elapsed: 0.5,
  open: true,
  complete: true,
};
const pace = (facts: Partial<PaceFacts>) => paceOf({ ...FACTS, ...facts });

describe('the pace of a goal', () => {
  // Each line worked by hand: what it is, the facts, expected, pace, attained, state.
  it.each([
    ['an open one behind', {}, 50, 0.9, 0.9, 'behind'],
    ['48 of 50 is near', { actual: 48 }, 50, 0.96, 0.96, 'near'],
    ['ahead', { actual: 60 }, 50, 1.2, 1.2, 'ahead'],
    ['reached before its time', { actual: 100 }, 50, 2, 2, 'reached'],
    ['no colour before a fifth has passed', { elapsed: 0.19, weight: 0.19, actual: 1 }, 19, 1 / 19, 1 / 19, 'early'],
    ['reached within the first fifth all the same', { elapsed: 0.1, weight: 0.1, actual: 120 }, 10, 12, 12, 'reached'],
    ['closed and reached', { open: false, elapsed: 1, weight: 1, actual: 100 }, 100, 1, 1, 'reached'],
    ['closed and missed', { open: false, elapsed: 1, weight: 1, actual: 99.9 }, 100, 0.999, 0.999, 'missed'],
    [
      'closed, but the data end before it',
      { open: false, elapsed: 1, weight: 1, complete: false },
      100,
      0.45,
      0.45,
      'incomplete',
    ],
    ['not begun', { elapsed: 0, weight: 0, actual: null }, null, null, null, 'waiting'],
    ['no target', { target: null }, null, null, null, 'no-value'],
    ['no outcome', { actual: null }, 50, null, null, 'no-value'],
    // Less is better: 40 lost where 50 may have been by now.
    ['less is better, within', { better: 'lower', actual: 40 }, 50, 0.8, 1.25, 'ahead'],
    ['less is better, over by now', { better: 'lower', actual: 62.5 }, 50, 1.25, 0.8, 'behind'],
    ['less is better, over for good', { better: 'lower', actual: 101 }, 50, 2.02, 50 / 101, 'missed'],
    // A range of 80 to 120: 40 to 60 by now.
    ['within a range', { better: 'range', target: 80, upTo: 120, actual: 55 }, 40, 1.375, 1, 'ahead'],
    ['under a range', { better: 'range', target: 80, upTo: 120, actual: 30 }, 40, 0.75, 0.75, 'behind'],
    ['over a range', { better: 'range', target: 80, upTo: 120, actual: 62 }, 40, 1.55, 60 / 62, 'near'],
    // A ratio is held against the target itself, however much time has passed.
    ['a ratio behind', { over: 'averages', target: 0.3, actual: 0.27 }, 0.3, 0.9, 0.9, 'behind'],
    ['a ratio ahead is not yet reached', { over: 'averages', target: 0.3, actual: 0.33 }, 0.3, 1.1, 1.1, 'ahead'],
    [
      'a ratio where less is better',
      { over: 'averages', better: 'lower', target: 4, actual: 5 },
      4,
      1.25,
      0.8,
      'behind',
    ],
    ['a ratio closed', { over: 'averages', target: 0.3, actual: 0.3, open: false }, 0.3, 1, 1, 'reached'],
    // A balance from 200 on its way to 300 should be at 250 when half of the weight has passed.
    ['a balance on its way', { over: 'stands', target: 300, opening: 200, actual: 240 }, 250, 0.96, 0.96, 'near'],
    [
      'a balance that is there is to stay there',
      { over: 'stands', target: 300, opening: 320, actual: 310 },
      300,
      310 / 300,
      310 / 300,
      'ahead',
    ],
    ['a balance of unknown start', { over: 'stands', target: 300, actual: 240 }, 300, 0.8, 0.8, 'behind'],
  ] as const)('%s', (_, facts, expected, ratio, attained, state) => {
    const found = pace(facts);
    expect(found.state).toBe(state);
    for (const [value, wanted] of [
      [found.expected, expected],
      [found.pace, ratio],
      [found.attained, attained],
    ] as const)
      if (wanted === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(wanted, 12);
  });

  it('tells no share of zero or less, only whether it is on plan', () => {
    // No losses where 0 may come: on plan. A loss of 10 where 5 should have been earned: off it.
    expect(pace({ better: 'lower', target: 0, actual: 0 })).toMatchObject({ pace: null, attained: 1, state: 'ahead' });
    expect(pace({ target: 10, actual: -10 })).toMatchObject({ expected: 5, pace: -2, attained: 0, state: 'behind' });
  });

  it('counts both ends of a range as met', () => {
    expect([9.99, 10, 12, 12.01].map((value) => isMet(value, 10, 12, 'range'))).toEqual([false, true, true, false]);
    expect([isMet(4, 4, null, 'lower'), isMet(4.1, 4, null, 'lower')]).toEqual([true, false]);
  });
});

it('what stands comes to its target from where it stood, and is held against the target where it is there, in a range or not known', () => {
  const from = (opening: number | null, better: 'higher' | 'lower' | 'range') =>
    startOf({ over: 'stands', better, opening }, 100);
  expect([from(40, 'higher'), from(120, 'lower')]).toEqual([40, 120]);
  expect([from(120, 'higher'), from(40, 'lower'), from(40, 'range'), from(null, 'higher')]).toEqual(
    Array(4).fill(null),
  );
});

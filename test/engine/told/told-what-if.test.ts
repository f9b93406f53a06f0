import { expect, it } from 'vitest';
import { toldWhatIf } from '#engine/told/told-what-if.ts';
import type { ToldAnswer } from '#engine/told/told-answer.ts';
import type { ToldOf } from '#shared/told.ts';
import { NO_CHANGE, type WhatIfInput } from '#shared/what-if.ts';
import { contextOf } from '../../support/ask.ts';

/** 50 decided in September, of which the first ten were won for 200 each; and an order of 40 and one of 60 in two rows. */
const context = contextOf(
  {
    deal: Array.from({ length: 50 }, (_, i) => ({
      status: i < 10 ? 'won' : 'lost',
      value: 200,
      created: '2026-01-01',
      closed: '2026-09-30',
    })),
    sale: [
      { date: '2026-09-01', order: 'a', amount: 40 },
      { date: '2026-09-30', order: 'b', amount: 50 },
      { date: '2026-09-30', order: 'b', amount: 10 },
    ],
  },
  { today: '2026-10-02' },
);
const CHANGE = { ...NO_CHANGE, winRate: 0.1, price: 0.5 };

const told = (
  figure: ToldOf<'what-if'>['figure'],
  input?: WhatIfInput,
  change = CHANGE,
  source: 'deals' | 'sales' = 'deals',
): ToldAnswer => toldWhatIf({ of: 'what-if', source, filters: [], change, figure, input }, context);
const inputs = ({ inputs: all }: ToldAnswer): Record<string, unknown> =>
  Object.fromEntries(all.map(({ id, value, to }) => [id, to === undefined ? value : [value, to]]));

it('a changed scenario tells today’s number, what is changed from what to what, and the rows of today', () => {
  // 50 × 30 % × 200 × 1.5.
  const sum = told('sum');
  expect(sum.value).toBeCloseTo(4500, 9);
  expect(inputs(sum)).toEqual({
    'closed-deals': 50,
    winRate: [0.2, expect.closeTo(0.3, 12)],
    'mean-closed-deals': 200,
    price: [100, 150],
    today: 2000,
  });
  expect(sum.form).toBe('closed-deals');
  expect([...(sum.rows[0]?.positions ?? [])]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(sum.period).toEqual({ from: '2025-10-01', to: '2026-09-30' });
});

it('what each change adds, one after the other: 2 000 to 3 000 and 3 000 to 4 500', () => {
  const amounts = (input: WhatIfInput) => {
    const { without, with: changed } = inputs(told('effect', input));
    return [told('effect', input).value, without, changed].map((amount) => Math.round(Number(amount) * 1e6) / 1e6);
  };
  expect(amounts('winRate')).toEqual([1000, 2000, 3000]);
  expect(amounts('price')).toEqual([1500, 3000, 4500]);
});

it('an input as it is and as it is made', () => {
  const size = told('input', 'size', NO_CHANGE);
  expect([size.value, size.form, inputs(size)]).toEqual([200, 'size-closed-deals', { 'won-value': 2000, won: 10 }]);
  const rate = told('input', 'winRate');
  expect([rate.value, rate.form, rate.unit]).toEqual([expect.closeTo(0.3, 12), 'changed-rate', 'ratio']);
  expect(inputs(rate)).toMatchObject({ change: 0.1 });
  // Of all that were decided, won or lost.
  expect(rate.rows[0]?.positions).toHaveLength(50);
  const price = told('input', 'price');
  expect([price.value, price.form, price.rows]).toEqual([150, 'changed-price', []]);
});

it('of sales goes by orders: 100 over two, in three rows', () => {
  const size = told('input', 'size', NO_CHANGE, 'sales');
  expect([size.value, size.form, inputs(size)]).toEqual([50, 'size-orders', { revenue: 100, orders: 2 }]);
  expect(size.rows[0]?.positions).toHaveLength(3);
  const sum = told('sum', undefined, { ...NO_CHANGE, volume: 0.5 }, 'sales');
  expect([sum.value, inputs(sum)]).toEqual([150, { orders: [2, 3], 'mean-orders': 50, price: 100, today: 100 }]);
});

it('is not told where nothing was sold', () => {
  const none = contextOf({ deal: [{ status: 'open', value: 1, created: '2026-01-01' }] }, { today: '2026-10-02' });
  const number: ToldOf<'what-if'> = { of: 'what-if', source: 'deals', filters: [], change: CHANGE, figure: 'sum' };
  expect(() => toldWhatIf(number, none)).toThrow('Nothing was sold.');
});

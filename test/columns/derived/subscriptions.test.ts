import { describe, expect, it } from 'vitest';
import { derived, fieldsOver, valuesOf } from './values.ts';

it('makes every interval a year', () => {
  const of = (amount: number, interval?: string) => ({ customer: 'A', start: '2026-01-01', amount, interval });
  const subscription = [
    of(100, 'month'),
    of(100),
    of(300, 'quarter'),
    of(1200, 'year'),
    of(2400, '24 months'),
    of(1000, '7 months'), // × 12 ÷ 7 = 1714.285714…
    of(1, 'day'),
    of(7, 'week'),
    of(100, 'fortnight'),
  ];
  const yearly = derived({ subscription }, 'subscription', 'yearly_amount');
  expect(yearly).toEqual([1200, 1200, 1200, 1200, 1200, 1714.2857, 365.25, 365.25, null]);
  expect(derived({ subscription: [of(100)] }, 'subscription', 'yearly_amount')).toEqual([1200]);
});

describe('a subscription that goes on under a new row', () => {
  const row = (customer: string, start: string, end: string | null, more: Record<string, string> = {}) => ({
    customer,
    start,
    end,
    amount: 100,
    ...more,
  });
  const subscription = [
    row('Ask', '2026-01-01', '2026-03-31', { id: 'S1' }), // 0: goes on as 1, a day later
    row('Ask', '2026-04-01', '2026-06-30', { id: 'S1' }), // 1: nothing goes on from its end
    row('Ask', '2026-07-02', null, { id: 'S1' }), // 2: two days later
    row('Björk', '2026-01-01', '2026-02-01', { id: 'S2' }), // 3: another number that only meets it
    row('Björk', '2026-02-01', '2026-05-01', { id: 'S3' }), // 4: upgraded as 5
    row('Björk', '2026-05-01', null, { id: 'S4', type: 'upgrade' }), // 5
    row('Björk', '2026-05-01', null, { id: 'S5', type: 'new' }), // 6: new beside it
    row('Carl', '2026-05-01', null, { type: 'downgrade' }), // 7: of nothing that there is
  ];
  const fields = fieldsOver({ subscription });

  it('ends where the next begins', () => {
    expect(valuesOf(fields, 'subscription', 'ended')).toEqual([
      '2026-04-01',
      '2026-06-30',
      null,
      '2026-02-01',
      '2026-05-01',
      null,
      null,
      null,
    ]);
  });

  it('keeps its key', () => {
    const keys = Array.from(fields.codes('subscription', 'subscription_key')?.codes ?? []);
    const same = keys.map((key) => keys.indexOf(key));
    expect(same).toEqual([0, 0, 0, 3, 4, 4, 6, 7]);
  });
});

it('without numbers every row is a subscription of its own', () => {
  const subscription = [
    { customer: 'Ask', start: '2026-01-01', end: '2026-02-01', amount: 1 },
    { customer: 'Ask', start: '2026-02-01', amount: 1 },
  ];
  const fields = fieldsOver({ subscription });
  expect(new Set(fields.codes('subscription', 'subscription_key')?.codes).size).toBe(2);
  expect(valuesOf(fields, 'subscription', 'ended')).toEqual(['2026-02-01', null]);
});

describe('a list of how customers stand now', () => {
  const subscription = [
    { customer: 'Ask', start: '2026-10-02', amount: 1, tenure_months: 3 },
    { customer: 'Björk', start: '2026-10-02', end: '2026-10-02', amount: 1, tenure_months: 30 },
    { customer: 'Carl', start: '2026-01-01', amount: 1 },
  ];

  it('is rows with a tenure that all begin on one day, where no import says', () => {
    expect(derived({ subscription }, 'subscription', 'snapshot')).toEqual([true, true, false]);
    const dated = [...subscription, { customer: 'Dag', start: '2026-10-01', amount: 1, tenure_months: 3 }];
    expect(derived({ subscription: dated }, 'subscription', 'snapshot')).toEqual([false, false, false, false]);
  });

  it('begins no span: nobody became a customer on the day it was read', () => {
    expect(derived({ subscription }, 'customer_span', 'customer')).toEqual(['Carl']);
  });
});

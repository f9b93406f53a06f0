import { describe, expect, it } from 'vitest';
import { workingCalendar } from '#shared/working-days.ts';
import { derived } from './values.ts';

describe('time to the first answer', () => {
  const lead = [
    { created: '2026-09-18T16:30', answered: '2026-09-21T09:00' }, // Friday to Monday
    { created: '2026-09-16T10:00', answered: '2026-09-16T10:20' },
    { created: '2026-09-16T18:00', answered: '2026-09-16T23:00' }, // all of it after hours
    { created: '2026-09-16T07:00', answered: '2026-09-17T18:00' }, // two whole office days
    { created: '2026-12-23T16:00', answered: '2026-12-28T09:00' }, // over Christmas and a weekend
    { created: '2026-09-16T10:00' },
    { created: '2026-09-16T10:00', answered: '2026-09-16T09:59' },
  ];

  it('is in hours, to the minute', () => {
    const [first, second, ...others] = derived({ lead }, 'lead', 'answer_hours');
    expect([first, ...others]).toEqual([64.5, 5, 35, 113, null, null]);
    expect(second).toBeCloseTo(1 / 3, 12);
  });

  it('counts only office hours on working days, where the office says so', () => {
    const calendar = workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] });
    const [first, second, ...others] = derived({ lead }, 'lead', 'answer_office_hours', { calendar });
    expect([first, ...others]).toEqual([1.5, 0, 18, 2, null, null]);
    expect(second).toBeCloseTo(1 / 3, 12);
  });

  it('counts every day alike without a calendar', () => {
    expect(derived({ lead }, 'lead', 'answer_office_hours')[0]).toBe(0.5 + 9 + 9 + 1);
  });
});

it('counts an activity without a count as one', () => {
  const activity = [
    { date: '2026-01-01', type: 'call', count: 12 },
    { date: '2026-01-01', type: 'call' },
    { date: '2026-01-01', type: 'call', count: 0 },
  ];
  expect(derived({ activity }, 'activity', 'count_or_one')).toEqual([12, 1, 0]);
});

it('knows whether the deal of an activity is won', () => {
  const deal = [
    { id: 'D2', status: 'open' },
    { id: 'D1', status: 'won' },
    { id: 'D3', status: 'open' },
    { id: 'D3', status: 'won' },
  ];
  const activity = ['D1', 'D2', 'D3', 'D4', null].map((id) => ({ date: '2026-01-01', type: 'demo', deal: id }));
  expect(derived({ deal, activity }, 'activity', 'deal_won')).toEqual([true, false, true, null, null]);
  expect(derived({ activity }, 'activity', 'deal_won')).toEqual([]);
});

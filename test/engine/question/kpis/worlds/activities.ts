import { workingCalendar } from '#shared/working-days.ts';
import { contextOf } from '../../../../support/ask.ts';
import type { World } from './world.ts';

const MAY = '2026-05';

/** May 2026, 19 Swedish working days: 100 calls, 51 emails, 6 meetings and 10 demos, 6 of them done and of a deal that was won. */
export const ACTIVITIES: World = {
  name: 'a month of activities',
  context: contextOf(
    {
      activity: [
        { date: '2026-05-04', type: 'call', rep: 'Kim', count: 60 },
        { date: '2026-05-05', type: 'call', rep: 'Lo', count: 40 },
        { date: '2026-05-06', type: 'email', rep: 'Kim', count: 50 },
        { date: '2026-05-07', type: 'email', rep: 'Lo' },
        { date: '2026-05-11', type: 'meeting', rep: 'Lo', count: 5 },
        { date: '2026-05-12', type: 'meeting', rep: 'Lo' },
        { date: '2026-05-18', type: 'demo', rep: 'Kim', count: 6, done: true, deal: 'D1' },
        { date: '2026-05-19', type: 'demo', rep: 'Lo', count: 4, done: false, deal: 'D2' },
        { date: '2026-04-20', type: 'demo', rep: 'Lo', count: 2, deal: 'D9' },
      ],
      deal: [
        { id: 'D1', rep: 'Kim', status: 'won', created: '2026-04-02', closed: '2026-05-29' },
        { id: 'D2', rep: 'Mo', status: 'open', created: '2026-05-04' },
      ],
    },
    { rules: { calendar: workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] }) } },
  ),
  examples: [
    ['calls:standard', MAY, 100, '60 + 40'],
    ['emails:standard', MAY, 51, '50 + a row without a count'],
    ['meetings:standard', MAY, 6, '5 + a row without a count'],
    ['calls-per-rep:per-rep', MAY, 100 / 3, 'Kim and Lo called, Mo has a new deal'],
    ['calls-per-rep:per-working-day', MAY, 100 / 3 / 19, 'over 19 working days'],
    ['calls-per-rep:to-next', MAY, 0.1, '10 demos ÷ 100 calls'],
    ['emails-per-rep:per-rep', MAY, 17, '51 ÷ 3'],
    ['emails-per-rep:per-working-day', MAY, 17 / 19, 'over 19 working days'],
    ['emails-per-rep:to-next', MAY, 6 / 51, '6 meetings ÷ 51 emails'],
    ['meetings-per-rep:per-rep', MAY, 2, '6 ÷ 3'],
    ['meetings-per-rep:per-working-day', MAY, 2 / 19, 'over 19 working days'],
    ['meetings-per-rep:to-next', MAY, 10 / 6, '10 demos ÷ 6 meetings'],
    ['demos:all', MAY, 10, '6 + 4'],
    ['demos:done', MAY, 6, "Kim's"],
    ['demos:expected-wins', MAY, 5, '10 × 6 of the 12 demos so far'],
    ['call-to-demo:standard', MAY, 0.1, '10 ÷ 100'],
    ['demo-to-won:standard', MAY, 0.6, '6 of 10'],
  ],
};

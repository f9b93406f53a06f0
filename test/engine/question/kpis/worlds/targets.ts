import { workingCalendar } from '#shared/working-days.ts';
import { contextOf, type AskOptions } from '../../../../support/ask.ts';
import type { PlainRow, PlainTables } from '../../../../support/columns-of-rows.ts';
import type { World } from './world.ts';

const MARCH = '2026-03';
const month = (value: number, rep?: string): PlainRow => ({ value, start: '2026-03-01', grain: 'month', rep });

/**
 * March 2026: Kim sold 1200, Lo 300, Mo 500, nobody 100; February 2000. The company is to sell 2500, Kim 1000 and Lo 400 of it; the year's
 * target is no part of the month's. Won deals: Kim 500, Lo 450; 5000 is expected to close.
 */
const TABLES: PlainTables = {
  sale: [
    { date: '2026-02-10', amount: 2000, rep: 'Kim' },
    { date: '2026-03-03', amount: 1200, rep: 'Kim' },
    { date: '2026-03-10', amount: 300, rep: 'Lo' },
    { date: '2026-03-12', amount: 500, rep: 'Mo' },
    { date: '2026-03-13', amount: 100 },
  ],
  target: [
    month(2500),
    month(1000, 'Kim'),
    month(400, 'Lo'),
    { value: 9000, start: '2026-03-01', kpi: 'new-customers' },
  ],
  deal: [
    { rep: 'Kim', status: 'won', value: 500, created: '2026-02-01', closed: '2026-03-05' },
    { rep: 'Lo', status: 'won', value: 450, created: '2026-02-01', closed: '2026-03-06' },
    { rep: 'Lo', status: 'open', value: 5000, created: '2026-02-01', expected_close: '2026-03-28' },
  ],
};

export const targetsContext = (options: AskOptions = {}) =>
  contextOf(TABLES, {
    rules: { calendar: workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] }) },
    ...options,
  });

export const TARGETS: World = {
  name: 'targets at two levels',
  context: targetsContext(),
  examples: [
    ['target-attainment:of-target', MARCH, 0.84, '2100 ÷ 2500'],
    ['target-attainment:previous-period', MARCH, 1.05, '2100 ÷ 2000'],
    ['target-attainment:lower-is-better', MARCH, 2500 / 2100, '2500 ÷ 2100'],
    ['target-attainment:won-deals', MARCH, 0.38, '950 ÷ 2500'],
    ['pace:standard', MARCH, 0.84, 'the whole month has passed'],
    ['pace:won-deals', MARCH, 0.38, '950 ÷ 2500'],
    ['quota:standard', MARCH, 2500, 'the company’s'],
    ['reps-at-quota:revenue', MARCH, 0.5, 'Kim 1200 of 1000, Lo 300 of 400; Mo has none'],
    ['reps-at-quota:won-deals', MARCH, 0.5, 'Kim 500 of 1000, Lo 450 of 400'],
    ['pipeline-coverage:of-target', MARCH, 2, '5000 ÷ 2500'],
    ['pipeline-coverage:remaining', MARCH, 5000 / 1550, '5000 ÷ (2500 − 950)'],
  ],
};

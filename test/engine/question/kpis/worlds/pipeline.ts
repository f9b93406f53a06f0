import { workingCalendar } from '#shared/working-days.ts';
import { contextOf } from '../../../../support/ask.ts';
import type { PlainRow } from '../../../../support/columns-of-rows.ts';
import type { World } from './world.ts';

/**
 * Eleven deals. Closed in May 2026: D1 to D3 won after 30, 20 and 60 days for 1000 + 1400 + 3600 = 6000, D4, D5 and D11 lost after 12, 20
 * and 15. Open: D6 to D10; D9 has no date at all. Ada and Bo had leads before their deals.
 */
const deal: readonly PlainRow[] = [
  {
    id: 'D1',
    customer: 'Ada',
    rep: 'Kim',
    status: 'won',
    value: 1000,
    cost: 100,
    created: '2026-04-01',
    demo: '2026-04-10',
    quoted: '2026-04-15',
    closed: '2026-05-01',
  },
  {
    id: 'D2',
    customer: 'Bo',
    rep: 'Kim',
    status: 'won',
    value: 1400,
    cost: 300,
    created: '2026-04-21',
    demo: '2026-05-01',
    quoted: '2026-05-02',
    closed: '2026-05-11',
  },
  {
    id: 'D3',
    customer: 'Cleo',
    rep: 'Lo',
    status: 'won',
    value: 3600,
    created: '2026-03-12',
    quoted: '2026-05-05',
    closed: '2026-05-11',
  },
  {
    id: 'D4',
    customer: 'Dag',
    rep: 'Lo',
    status: 'lost',
    value: 500,
    created: '2026-05-01',
    quoted: '2026-05-06',
    closed: '2026-05-13',
  },
  { id: 'D5', customer: 'Eve', rep: 'Kim', status: 'lost', value: 0, created: '2026-05-02', closed: '2026-05-22' },
  {
    id: 'D6',
    customer: 'Fay',
    rep: 'Kim',
    status: 'open',
    stage: 'Proposal',
    value: 100_000,
    probability: 0.2,
    created: '2026-05-03',
    quoted: '2026-05-20',
    expected_close: '2026-06-15',
  },
  {
    id: 'D7',
    customer: 'Gus',
    rep: 'Lo',
    status: 'open',
    stage: 'Negotiation',
    value: 4000,
    created: '2026-05-10',
    expected_close: '2026-06-20',
  },
  {
    id: 'D8',
    customer: 'Hal',
    rep: 'Lo',
    status: 'open',
    stage: 'Idea',
    value: 700,
    created: '2026-05-11',
    expected_close: '2026-06-25',
  },
  { id: 'D9', customer: 'Ivy', rep: 'Kim', status: 'open', stage: 'Proposal', value: 900 },
  {
    id: 'D10',
    customer: 'Jon',
    rep: 'Mo',
    status: 'open',
    stage: 'Proposal',
    value: 1000,
    probability: 0.1,
    created: '2026-05-20',
    demo: '2026-05-25',
    expected_close: '2026-07-05',
  },
  { id: 'D11', customer: 'Kai', rep: 'Lo', status: 'lost', value: 500, created: '2026-05-15', closed: '2026-05-30' },
];

const [MAY, Q2] = ['2026-05', '2026-Q2'];

/** Asked on the first of June: what is expected then lies ahead. */
export const PIPELINE_CONTEXT = contextOf(
  {
    deal,
    lead: [
      { created: '2026-02-01T09:00', customer: 'Ada' },
      { created: '2026-03-22T09:00', customer: 'Ada' },
      { created: '2026-04-11T09:00', customer: 'Bo' },
    ],
  },
  {
    today: '2026-06-01',
    rules: {
      stageWeights: new Map([
        ['Proposal', 0.5],
        ['negotiation', 0.75],
      ]),
    },
  },
);

export const PIPELINE: World = {
  name: 'eleven deals',
  context: PIPELINE_CONTEXT,
  examples: [
    ['bookings:won', MAY, 6000, '1000 + 1400 + 3600'],
    ['bookings:net', MAY, 5400, '6000 − (100 + 300) ÷ 2 × 3 deals'],
    ['weighted-pipeline:probability', '2026-06', 23_000, '20 % of 100 000 + 75 % of 4000; Idea has no weight'],
    ['weighted-pipeline:probability', 'all', 23_550, '23 000 + 10 % of 1000 + 50 % of 900, which has no date'],
    ['weighted-pipeline:stage-weights', '2026-06', 53_000, '50 % of 100 000 + 75 % of 4000'],
    ['weighted-pipeline:win-rate', '2026-06', 52_350, '(100 000 + 4000 + 700) × 3 of 6 closed deals won'],
    ['weighted-pipeline:win-rate', 'all', 53_300, '(104 700 + 1000 + 900) × 3 ÷ 6'],
    ['win-rate:count', MAY, 0.5, '3 ÷ (3 + 3)'],
    ['win-rate:value', MAY, 6000 / 7000, '6000 ÷ (6000 + 500 + 0 + 500)'],
    ['win-rate:won-of-created', Q2, 2 / 9, 'D1 and D2 of all but D3 and D9'],
    ['win-rate:won-of-created', 'all', 3 / 11, 'with the deal that has no date'],
    ['deal-size:mean', MAY, 2000, '6000 ÷ 3'],
    ['deal-size:median', MAY, 1400, 'of 1000, 1400, 3600'],
    ['sales-cycle:median', MAY, 30, 'of 20, 30, 60'],
    ['sales-cycle:mean', MAY, 110 / 3, '(30 + 20 + 60) ÷ 3'],
    ['sales-cycle:from-lead', MAY, 35, 'Ada 22 March to 1 May: 40; Bo 11 April to 11 May: 30'],
    ['sales-cycle:lost', MAY, 15, 'of 12, 15, 20'],
    ['sales-cycle:lost-mean', MAY, 47 / 3, '(12 + 20 + 15) ÷ 3'],
    ['sales-velocity:standard', MAY, (4 * 0.5 * 2000) / 30, 'open on 31 May: D6, D7, D8, D10'],
    ['quote-to-close:by-quote-date', MAY, 0.5, 'quoted D2, D3, D4, D6: two won'],
    ['quote-to-close:by-close-date', MAY, 0.75, 'closed with a quote D1 to D4: three won'],
    ['sales-per-rep:won-deals', MAY, 2000, '6000 ÷ (Kim, Lo, Mo)'],
    ['demos:from-deals', Q2, 3, 'D1, D2, D10'],
    ['demo-to-won:from-deals', Q2, 2 / 3, 'D1 and D2 of them'],
  ],
};

const LEADS: readonly PlainRow[] = [
  // Friday 5 June 16:30 to Monday 09:00: 7.5 + 24 + 24 + 9 = 64.5 hours, half an hour and one in office hours.
  {
    created: '2026-06-05T16:30',
    answered: '2026-06-08T09:00',
    converted: true,
    converted_at: '2026-06-10T12:00',
    qualified: true,
  },
  {
    created: '2026-06-02T10:00',
    answered: '2026-06-02T11:00',
    converted: true,
    converted_at: '2026-06-20T12:00',
    qualified: true,
  },
  { created: '2026-06-03T10:00', answered: '2026-06-03T12:00', converted: true, converted_at: '2026-07-02T12:00' },
  { created: '2026-06-04T10:00', answered: '2026-06-04T13:00', qualified: true },
  { created: '2026-06-08T13:00', answered: '2026-06-08T17:00', qualified: true },
  ...Array.from({ length: 7 }, (_, i): PlainRow => ({ created: `2026-06-1${String(i)}T10:00`, converted: false })),
  { created: '2026-05-04T10:00', converted: true, converted_at: '2026-06-01T12:00' },
  { created: '2026-05-05T10:00', converted: true, converted_at: '2026-06-02T12:00' },
];

export const LEADS_WORLD: World = {
  name: 'twelve leads of June and two of May',
  context: contextOf(
    {
      lead: LEADS,
      sale: Array.from({ length: 15 }, (): PlainRow => ({ date: '2026-06-15', amount: 10 })),
      activity: [
        { date: '2026-06-01', type: 'call', count: 6 },
        { date: '2026-06-30', type: 'call', count: 4 },
      ],
      deal: [{ demo: '2026-06-09', status: 'won', value: 1, closed: '2026-06-20' }],
    },
    { rules: { calendar: workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] }) } },
  ),
  examples: [
    ['lead-conversion:by-creation-date', '2026-06', 0.25, '3 of 12'],
    ['lead-conversion:by-conversion-date', '2026-06', 1 / 3, 'four conversions in June ÷ 12'],
    ['lead-conversion:qualified', '2026-06', 0.5, '2 of 4'],
    ['lead-conversion:sales-per-lead', '2026-06', 1.25, '15 sales ÷ 12'],
    ['response-time:median', '2026-06', 3, 'of 1, 2, 3, 4, 64.5'],
    ['response-time:mean', '2026-06', 14.9, '74.5 ÷ 5'],
    ['response-time:p90', '2026-06', 40.3, 'at 0.9 × 4 = 3.6: 4 + 0.6 × 60.5'],
    ['response-time:office-hours', '2026-06', 2, 'of 1, 1.5, 2, 3, 4'],
    ['share-answered:standard', '2026-06', 5 / 12, 'five of twelve'],
    ['call-to-demo:from-deals', '2026-06', 0.1, 'one deal with a demo ÷ 10 calls'],
  ],
};

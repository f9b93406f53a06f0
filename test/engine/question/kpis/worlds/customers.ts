import { contextOf } from '../../../../support/ask.ts';
import type { PlainRow } from '../../../../support/columns-of-rows.ts';
import type { World } from './world.ts';

const LAPSE = 40;
const MONTHS = ['2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'].concat([
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
]);

let orders = 0;
/** Purchases at half their price in cost, each an order. */
const bought = (customer: string, amount: number, ...dates: readonly string[]): readonly PlainRow[] =>
  dates.map((date) => ({ date, amount, cost: amount / 2, customer, order: `O${String((orders += 1))}` }));
const on = (day: string, months: readonly string[]): readonly string[] => months.map((month) => `${month}-${day}`);
const spent = (date: string, amount: number, category: string): PlainRow => ({ date, amount, category });

/**
 * Lost after more than 40 days without a purchase; seen from the second quarter of 2026.
 * Ada, Bo and Cleo buy on the first of every month. Dag does on the 10th until March: he is lost on 20 April, 41 days later, and is
 * won back on 25 June. Eve is new and stays, Fay bought on 2 April alone and is lost on 13 May. Gus (June 2025) and Hal (January
 * 2026) bought once and were lost before.
 */
export const CUSTOMERS_CONTEXT = contextOf(
  {
    sale: [
      ...bought('Ada', 100, ...on('01', MONTHS), '2026-06-30'),
      ...bought('Bo', 200, ...on('01', MONTHS)),
      ...bought('Cleo', 300, ...on('01', MONTHS)),
      ...bought('Dag', 400, ...on('10', MONTHS.slice(0, 11)), '2026-06-25'),
      ...bought('Eve', 50, '2026-05-05', '2026-06-05'),
      ...bought('Fay', 60, '2026-04-02'),
      ...bought('Gus', 70, '2025-06-15'),
      ...bought('Hal', 70, '2026-01-05'),
    ],
    cost: [
      spent('2025-10-10', 5, 'Annonser'),
      spent('2025-12-10', 15, 'Annonser'),
      spent('2026-01-10', 10, 'Annonser'),
      spent('2026-02-10', 20, 'Annonser'),
      spent('2026-03-10', 30, 'Annonser'),
      spent('2026-04-10', 100, 'Annonser'),
      spent('2026-05-10', 200, 'Annonser'),
      spent('2026-06-10', 100, 'Löner'),
      spent('2026-06-10', 999, 'Hyra'),
    ],
  },
  { rules: { lapseDays: LAPSE, acquisitionCategories: ['Annonser', 'Löner'] } },
);

/** What a span is worth a month: its sales by its months, to 41 days after the last purchase. */
const monthly = (sales: number, days: number): number => Math.round((sales / (days / (365.25 / 12))) * 10_000) / 10_000;
/** From 2025-05-01 to 2026-06-01 or -30 there are 396 and 425 days, from 2025-05-10 to 2026-03-10 there are 304. */
const [ADA, BO, CLEO, DAG] = [
  monthly(1500, 425 + 41),
  monthly(2800, 396 + 41),
  monthly(4200, 396 + 41),
  monthly(4400, 304 + 41),
];

/** Revenue from July 2025: Ada 1300, Bo 2400, Cleo 3600, Dag 9 × 400 + 400, Eve 100, Fay 60, Hal 70; of seven customers. */
const YEARLY = (1300 + 2400 + 3600 + 4000 + 100 + 60 + 70) / 7;
/** Years of the spans that had ended: Gus, Hal and Fay 41 days each, Dag 304 + 41. */
const OBSERVED = (41 + 41 + 41 + 345) / 365.25 / 4;

const Q2 = '2026-Q2';

export const CUSTOMERS: World = {
  name: 'eight customers over fourteen months',
  context: CUSTOMERS_CONTEXT,
  examples: [
    ['churn:customers', Q2, 0.25, 'Dag of Ada, Bo, Cleo, Dag; Fay came and went within'],
    ['churn:revenue', Q2, DAG / (ADA + BO + CLEO + DAG), "Dag's monthly revenue of all four's"],
    ['churn:not-again', Q2, 0.2, 'Hal of the first quarter’s Ada, Bo, Cleo, Dag, Hal'],
    ['retention:opening-cohort', Q2, 0.75, '1 − 1 ÷ 4'],
    ['retention:bought-again', Q2, 0.8, 'Ada, Bo, Cleo and Dag of those and Hal'],
    ['expected-lifetime:standard', Q2, 4, '1 ÷ 0.25'],
    ['lost-customers:standard', Q2, 2, 'Dag and Fay'],
    ['won-back:standard', Q2, 1, 'Dag'],
    ['new-customers:by-span', Q2, 2, 'Eve and Fay'],
    ['customers-at-period-end:standard', '2026-Q1', 4, 'Ada, Bo, Cleo, Dag'],
    ['customers-at-period-end:standard', Q2, 5, '4 + Eve and Fay + Dag again − Dag and Fay'],
    ['clv:revenue', Q2, YEARLY / 0.4, 'of Ada, Bo, Cleo, Dag, Gus in July 2025, Gus and Dag were lost: 40 %'],
    ['clv:margin', Q2, (YEARLY / 0.4) * 0.5, 'half of it is left after cost'],
    ['clv:article', Q2, YEARLY * OBSERVED, 'four spans had ended'],
    ['cac:same-period', Q2, 200, '(100 + 200 + 100) ÷ Eve and Fay; the rent is not ticked'],
    ['cac:lag-1', Q2, 165, 'March to May: (30 + 100 + 200) ÷ 2'],
    ['cac:lag-2', Q2, 75, 'February to April: (20 + 30 + 100) ÷ 2'],
    ['cac:lag-3', Q2, 30, 'January to March: (10 + 20 + 30) ÷ 2'],
    ['cac:lag-6', Q2, 10, 'October to December: (5 + 15) ÷ 2'],
    ['cohort-retention:standard', 'all', 1, 'all eight bought for the first time, and bought'],
  ],
};

import { workingCalendar } from '#shared/working-days.ts';
import { contextOf } from '../../../../support/ask.ts';
import type { PlainRow } from '../../../../support/columns-of-rows.ts';
import type { World } from './world.ts';

const sold = (
  date: string,
  amount: number,
  order: string,
  customer: string,
  rep: string,
  country: string,
  quantity: number,
  cost: number,
  order_date?: string,
  discount?: number,
): PlainRow => ({ date, amount, order, customer, rep, country, quantity, cost, order_date, discount });

/**
 * Nine invoice lines. March 2026: 1000 + 500 + 300 − 100 + 800 = 2500. February: 400 + 600 + 1000 = 2000. March 2025: 1250.
 * O3 is Ada's credit note; the line of 800 has neither order, rep nor cost.
 */
const sale: readonly PlainRow[] = [
  sold('2025-03-14', 1250, 'O0', 'Ada', 'Kim', 'Sweden', 5, 700),
  sold('2026-02-03', 400, 'A1', 'Bo', 'Kim', 'Sweden', 2, 300, '2026-01-30'),
  sold('2026-02-17', 600, 'A2', 'Ada', 'Lo', 'Norway', 3, 300, '2026-02-16'),
  sold('2026-02-20', 1000, 'A3', 'Cleo', 'Lo', 'Norway', 1, 500, '2026-02-20'),
  sold('2026-03-02', 1000, 'O1', 'Ada', 'Kim', 'Sweden', 4, 600, '2026-02-27', 250),
  sold('2026-03-02', 500, 'O1', 'Ada', 'Kim', 'Sweden', 1, 250, '2026-02-27', 0),
  sold('2026-03-09', 300, 'O2', 'Bo', 'Lo', 'Norway', 3, 120, '2026-03-08', 100),
  sold('2026-03-16', -100, 'O3', 'Ada', 'Kim', 'Sweden', -1, -50, '2026-03-16'),
  { date: '2026-03-30', amount: 800, customer: 'Dag', quantity: 2, order_date: '2026-03-30' },
];
const cost: readonly PlainRow[] = [
  { date: '2026-03-25', amount: 300, category: 'Löner' },
  { date: '2026-02-25', amount: 90, category: 'Hyra' },
];
/** Mo has sold nothing and called once. */
const activity: readonly PlainRow[] = [{ date: '2026-03-04', type: 'call', rep: 'Mo' }];
const target: readonly PlainRow[] = [{ value: 2000, start: '2026-03-01', grain: 'month' }];

export const SALES_CONTEXT = contextOf(
  { sale, cost, activity, target },
  { rules: { calendar: workingCalendar({ country: 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] }) } },
);

export const SALES: World = {
  name: 'nine invoice lines',
  context: SALES_CONTEXT,
  examples: [
    ['revenue:net', '2026-03', 2500, '1000 + 500 + 300 − 100 + 800'],
    ['revenue:gross', '2026-03', 2850, '2500 + discounts 250 + 0 + 100'],
    ['revenue:by-order-date', '2026-03', 1000, 'ordered in March: 300 − 100 + 800'],
    ['sales-growth:previous', '2026-03', 0.25, '(2500 − 2000) ÷ 2000'],
    ['sales-growth:year-over-year', '2026-03', 1, '(2500 − 1250) ÷ 1250'],
    [
      'sales-growth:per-working-day',
      '2026-03',
      2500 / 22 / (2000 / 20) - 1,
      'Sweden works 22 days in March 2026 and 20 in February',
    ],
    ['monthly-progress:amount', '2026-03', 2500, 'the whole month has passed'],
    ['monthly-progress:amount', '2026-Q1', 2500, 'of a quarter its last month: March'],
    ['monthly-progress:against-target', '2026-03', 1.25, '2500 ÷ 2000'],
    ['monthly-progress:against-previous', '2026-03', 0.25, '(2500 − 2000) ÷ 2000'],
    ['monthly-progress:against-last-year', '2026-03', 1, '(2500 − 1250) ÷ 1250'],
    [
      'gross-margin:gross',
      '2026-03',
      780 / 1700,
      'rows with cost: 1000 + 500 + 300 − 100 = 1700; cost 600 + 250 + 120 − 50 = 920',
    ],
    ['gross-margin:net', '2026-03', 1280 / 2500, '(2500 − 920 − 300) ÷ 2500'],
    ['gross-profit:standard', '2026-03', 780, '1700 − 920'],
    ['cost-coverage:standard', '2026-03', 0.68, '1700 ÷ 2500'],
    ['average-order-value:standard', '2026-03', 2500 / 3, 'orders O1, O2, O3'],
    ['revenue-per-customer:standard', '2026-03', 2500 / 3, 'customers Ada, Bo, Dag'],
    ['orders-per-customer:standard', '2026-03', 1, '3 orders ÷ 3 customers'],
    ['orders:standard', '2026-03', 3, 'O1, O2, O3'],
    ['units:standard', '2026-03', 9, '4 + 1 + 3 − 1 + 2'],
    ['active-customers:standard', '2026-03', 3, 'Ada, Bo, Dag'],
    ['new-customers:standard', '2026-03', 1, 'Dag; Ada bought in 2025, Bo in February'],
    ['sales-per-rep:mean', '2026-03', 2500 / 3, 'Kim and Lo sold, Mo called'],
    ['sales-per-rep:with-sales', '2026-03', 1250, '2500 ÷ (Kim, Lo)'],
    ['sales-per-rep:median', '2026-03', 850, 'Kim 1000 + 500 − 100 = 1400, Lo 300'],
    ['sales-by-location:share-of-sales', '2026-03', 1, 'all places together'],
    ['sales-by-location:share-of-revenue', '2026-03', 1, 'all places together'],
    ['sales-by-location:amount', '2026-03', 2500, 'as revenue'],
    ['discount-rate:weighted', '2026-03', 350 / 2150, '(250 + 0 + 100) ÷ (1000 + 500 + 300 + 350)'],
    ['discount-rate:mean-of-rows', '2026-03', 0.15, '(250 ÷ 1250 + 0 ÷ 500 + 100 ÷ 400) ÷ 3'],
    ['top-10-share:standard', '2026-03', 1, 'three customers are all in the top ten'],
    ['bookings:orders', '2026-03', 1000, 'ordered in March: 300 − 100 + 800'],
    ['bookings:invoiced', '2026-03', 2500, 'as revenue'],
  ],
};

/**
 * Orders over three months. Ada: A 100 in January, A 150 in February; in March B 80 and A 120, less than the last A. Bo's first order
 * is in March. Cleo: A 40 in February, A 60 in March.
 */
export const MORE_SALES: World = {
  name: 'orders of three customers',
  context: contextOf({
    sale: [
      { date: '2026-01-05', amount: 100, order: 'O1', customer: 'Ada', category: 'A' },
      { date: '2026-02-03', amount: 150, order: 'O2', customer: 'Ada', category: 'A' },
      { date: '2026-02-10', amount: 40, order: 'O3', customer: 'Cleo', category: 'A' },
      { date: '2026-03-02', amount: 80, order: 'O4', customer: 'Ada', category: 'B' },
      { date: '2026-03-02', amount: 120, order: 'O4', customer: 'Ada', category: 'A' },
      { date: '2026-03-04', amount: 50, order: 'O5', customer: 'Bo', category: 'A' },
      { date: '2026-03-20', amount: 60, order: 'O6', customer: 'Cleo', category: 'A' },
    ],
  }),
  examples: [
    ['upsell-rate:share-of-revenue', '2026-03', 60 / 310, "Cleo's 60 of 80 + 120 + 50 + 60"],
    ['upsell-rate:share-of-customers', '2026-03', 1 / 3, 'Cleo of Ada, Bo, Cleo'],
    ['upsell-rate:share-of-revenue', '2026-02', 150 / 190, "Ada's 150 of 150 + 40"],
    ['cross-sell-rate:share-of-revenue', '2026-03', 80 / 310, "Ada's 80: B is new to her"],
    ['cross-sell-rate:share-of-customers', '2026-03', 1 / 3, 'Ada of Ada, Bo, Cleo'],
  ],
};

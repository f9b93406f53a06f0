import { contextOf } from '../../../../support/ask.ts';
import type { PlainRow } from '../../../../support/columns-of-rows.ts';
import type { World } from './world.ts';

const from = (
  id: string,
  customer: string,
  amount: number,
  interval: string,
  start: string,
  end?: string,
  type?: string,
): PlainRow => ({
  id,
  customer,
  amount,
  interval,
  start,
  end,
  type,
});

const JUNE = '2026-06';

/**
 * June 2026. At its start 780 a month: Ada 100; Bo 300 a quarter, Cleo 1200 a year and Dag 2400 for two years are 100 each; Eve 100, Fay 200,
 * Ivy 80, and Jon tries for nothing. Eve upgrades to 150, Ivy downgrades to 60, Fay ends, Gus comes and goes, Hal begins with 300 and Ada
 * takes another for 25: 935 at its end. Kai was lost in 2025.
 */
export const SUBSCRIPTIONS: World = {
  name: 'a month of subscriptions',
  context: contextOf({
    subscription: [
      from('S1', 'Ada', 100, 'month', '2026-01-01'),
      from('S2', 'Bo', 300, 'quarter', '2026-01-01'),
      from('S3', 'Cleo', 1200, 'year', '2026-02-01'),
      from('S4', 'Dag', 2400, '24 months', '2025-06-01'),
      from('S5', 'Eve', 100, 'month', '2026-01-01', '2026-06-15'),
      from('S6', 'Eve', 150, 'month', '2026-06-15', undefined, 'upgrade'),
      from('S7', 'Fay', 200, 'month', '2026-01-01', '2026-06-20'),
      from('S8', 'Gus', 500, 'month', '2026-06-03', '2026-06-25'),
      from('S9', 'Hal', 300, 'month', '2026-06-10'),
      from('S10', 'Ada', 25, 'month', '2026-06-12'),
      from('S11', 'Ivy', 80, 'month', '2026-03-01', '2026-06-05'),
      from('S12', 'Ivy', 60, 'month', '2026-06-05', undefined, 'downgrade'),
      from('S13', 'Jon', 0, 'month', '2026-05-01'),
      from('S14', 'Kai', 60, 'month', '2025-05-01', '2025-09-01'),
    ],
  }),
  examples: [
    ['mrr:total', JUNE, 935, '100 + 100 + 100 + 100 + 150 + 300 + 25 + 60'],
    ['mrr:total', '2026-05', 780, '4 × 100 + 100 + 200 + 80'],
    ['mrr:new', JUNE, 325, "Hal's 300 and Ada's 25; Gus is neither here nor there"],
    ['mrr:expansion', JUNE, 50, "Eve's 150 − 100"],
    ['mrr:contraction', JUNE, 20, "Ivy's 80 − 60"],
    ['mrr:churned', JUNE, 200, "Fay's; 780 + 325 + 50 − 20 − 200 = 935"],
    ['mrr:new-by-account', JUNE, 300, "Hal's; Ada was an account"],
    ['mrr:expansion-by-account', JUNE, 75, "Eve's 50 and Ada's 25"],
    ['mrr:contraction-by-account', JUNE, 20, "Ivy's"],
    ['mrr:churned-by-account', JUNE, 200, "Fay's; 780 + 300 + 75 − 20 − 200 = 935"],
    ['arr:total', JUNE, 11_220, '12 × 935'],
    ['arr:article', JUNE, 11_220, '1200 + 0 + 8160 + 12 × (150 + 500 + 300 + 25 + 60) − 12 × (100 + 200 + 500 + 80)'],
    ['arpa:paying', JUNE, 935 / 7, 'Ada, Bo, Cleo, Dag, Eve, Hal, Ivy'],
    ['arpa:all-accounts', JUNE, 935 / 8, 'and Jon'],
    ['churn:mrr', JUNE, 200 / 780, 'churned ÷ at the start'],
    ['churn:subscriptions', JUNE, 1 / 8, "Fay's of eight; Eve's and Ivy's go on"],
    ['churn:customers', JUNE, 1 / 8, 'Fay of eight'],
    ['new-customers:by-span', JUNE, 2, 'Gus and Hal'],
    [
      'clv:recurring',
      JUNE,
      11_220 / 7 / 0.5,
      'a year of 935 a month from 7 accounts; of Dag and Kai in June 2025 Kai was lost',
    ],
  ],
};

/** Ten customers as a list has them on the second of October: three have ended. */
export const SNAPSHOT: World = {
  name: 'a list of how customers stand now',
  context: contextOf(
    {
      subscription: Array.from({ length: 10 }, (_, i): PlainRow => ({
        customer: `K${String(i)}`,
        amount: 100,
        start: '2026-10-02',
        end: i < 3 ? '2026-10-02' : null,
        status: i < 3 ? 'ended' : 'active',
        tenure_months: 3 * i,
      })),
    },
    { today: '2026-10-02' },
  ),
  examples: [
    ['churn:snapshot', '2026-10', 0.3, '3 of 10'],
    ['clv:snapshot', '2026-10', 100 / 0.3, '7 × 100 a month ÷ 7 accounts ÷ 30 %'],
  ],
};

export const SALES_ALONE: World = {
  name: 'sales without subscriptions',
  context: contextOf({
    sale: [
      { date: '2026-06-01', amount: 500, customer: 'Ada' },
      { date: '2026-06-02', amount: 100, customer: 'Bo' },
    ],
  }),
  examples: [['arpa:per-active-customer', JUNE, 300, '600 ÷ 2']],
};

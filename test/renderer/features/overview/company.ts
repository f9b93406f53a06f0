import { contextOf } from '../../../support/ask.ts';

/**
 * A company small enough to add up by hand. 2025: North 100 000 + South 60 000 + West 40 000 = 200 000.
 * 2026: North 130 000 + South 45 000 + East 55 000 = 230 000; West is gone and East is new.
 */
export const COMPANY = contextOf({
  sale: [
    { date: '2025-01-10', order: '1', customer: 'Alm', region: 'North', amount: 100_000, cost: 60_000 },
    { date: '2025-03-10', order: '2', customer: 'Björk', region: 'South', amount: 60_000, cost: 30_000 },
    { date: '2025-03-20', order: '3', customer: 'Cedrus', region: 'West', amount: 40_000, cost: 30_000 },
    { date: '2026-02-10', order: '4', customer: 'Alm', region: 'North', amount: 130_000, cost: 78_000 },
    { date: '2026-03-10', order: '5', customer: 'Björk', region: 'South', amount: 45_000, cost: 27_000 },
    { date: '2026-03-12', order: '6', customer: 'Dal', region: 'East', amount: 55_000, cost: 33_000 },
  ],
});

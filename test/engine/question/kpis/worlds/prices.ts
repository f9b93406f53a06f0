import { contextOf } from '../../../../support/ask.ts';
import type { World } from './world.ts';

const JUNE = '2026-06';
const theirs = (product: string, competitor: string, price: number, date?: string) => ({
  product,
  competitor,
  price,
  date,
});

/**
 * June 2026: ten P1 at 110, twenty P2 at 90, thirty P3 at 100, and P4, which nobody else has. P1 costs 100 at X (120 before) and at Y, P2 90
 * at X and 110 at Y, P3 100 at both.
 */
export const PRICES_CONTEXT = contextOf({
  sale: [
    { date: '2026-06-03', amount: 600, quantity: 5, product: 'P1' },
    { date: '2026-06-04', amount: 500, quantity: 5, product: 'P1' },
    { date: '2026-06-05', amount: 1800, quantity: 20, product: 'P2' },
    { date: '2026-06-06', amount: 3000, quantity: 30, product: 'P3' },
    { date: '2026-06-07', amount: 500, quantity: 5, product: 'P4' },
    { date: '2026-06-08', amount: 70, product: 'P1' },
  ],
  competitor_price: [
    theirs('P1', 'X', 120, '2026-01-01'),
    theirs('P1', 'X', 100, '2026-06-01'),
    theirs('P1', 'X', 55, '2026-07-01'),
    theirs('P1', 'Y', 100),
    theirs('P2', 'X', 90, '2026-01-01'),
    theirs('P2', 'Y', 110, '2026-01-01'),
    theirs('P3', 'X', 100, '2026-01-01'),
    theirs('P3', 'Y', 100, '2026-01-01'),
  ],
});

export const PRICES: World = {
  name: 'three products and two competitors',
  context: PRICES_CONTEXT,
  examples: [
    [
      'price-index:weighted',
      JUNE,
      (100 * 59) / 60,
      '(10 × 110 ÷ 100 + 20 × 90 ÷ 100 + 30 × 100 ÷ 100) ÷ 60 units × 100',
    ],
    ['price-index:share-above', JUNE, 10 / 60, 'P1'],
    ['price-index:share-level', JUNE, 30 / 60, 'P3'],
    ['price-index:share-below', JUNE, 20 / 60, 'P2'],
  ],
};

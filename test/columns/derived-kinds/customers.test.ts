import { expect, it } from 'vitest';
import { fieldsOver, rowsOf } from '../derived/values.ts';

it('a customer is what his rows add up to, with the texts of his latest purchase', () => {
  const sale = [
    { date: '2026-03-01', order: '2', customer: 'Ask', region: 'South', amount: 50 },
    { date: '2026-01-01', order: '1', customer: 'Ask', region: 'North', amount: 100.5 },
    { date: '2026-01-01', order: '1', customer: 'Ask', region: 'North', amount: 20 },
    { date: '2026-04-01', order: '3', customer: 'Ask', region: 'West', amount: -50 },
    { date: '2026-02-01', order: '4', customer: 'Björk', region: 'East', amount: -5 },
    { date: '2026-02-01', order: '5', amount: 5 },
  ];
  const keys = ['customer', 'region', 'first_purchase', 'last_purchase', 'orders', 'revenue'];
  expect(rowsOf(fieldsOver({ sale }), 'customer', keys)).toEqual([
    {
      customer: 'Ask',
      region: 'South',
      first_purchase: '2026-01-01',
      last_purchase: '2026-03-01',
      orders: 3,
      revenue: 120.5,
    },
    { customer: 'Björk', region: 'East', first_purchase: null, last_purchase: null, orders: 1, revenue: -5 },
  ]);
});

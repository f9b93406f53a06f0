import { expect } from 'vitest';
import type { Asked } from './asked.ts';

/** Insights and customer value over the small sales. */
export async function findings({ ok, fails }: Asked): Promise<void> {
  const insights = await ok('insight.list', { period: 'all' });
  expect(insights.map(({ size }) => size)).toEqual(insights.map(({ size }) => size).toSorted((a, b) => b - a));
  await fails('insight.list', { period: 'someday' }, 'E_BAD_PERIOD');

  const summary = await ok('customerValue.summary', {});
  const page = await ok('customerValue.customers', { offset: 0, limit: 2, order: 'revenue' });
  expect(page.total).toBe(summary.customers);
  expect(page.customers).toHaveLength(2);
  // Too few have come back for a model.
  expect(summary).toMatchObject({ model: null, total: { customers: summary.customers, value: null } });
  const number = { of: 'customer' as const, figure: 'revenue' as const };
  const told = await ok('told.explain', { number });
  expect(told.value).toBe(summary.total.revenue);
  const rows = await ok('told.rows', { number, offset: 0, limit: 1 });
  expect([rows.total, rows.rows.length]).toEqual([told.parts[0]?.total, 1]);
  const nobody = { dimension: 'customer', member: 'nobody' };
  await fails('told.explain', { number: { ...number, customer: nobody } }, 'E_NOT_FOUND');
  await fails('told.rows', { number: { of: 'weather' }, offset: 0, limit: 1 }, 'E_BAD_REQUEST');
  await fails('customerValue.summary', { months: 0 }, 'E_BAD_REQUEST');
  await fails('customerValue.summary', { segment: 'color' }, 'E_UNKNOWN_DIMENSION');
}

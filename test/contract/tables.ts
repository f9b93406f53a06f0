import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import type { GridViewInput } from '../../shared/grid.ts';
import type { Asked } from './asked.ts';

const VIEW: GridViewInput = {
  question: {
    kpis: ['revenue', 'orders'],
    rows: [{ dimension: 'region' }, { dimension: 'customer', top: { n: 1 } }],
    columns: [{ dimension: 'date', grain: 'month' }],
    period: '2026-08..2026-09',
    filters: [{ op: 'not-in', dimension: 'product', values: ['Te'] }],
  },
  values: [{ kpi: 'revenue' }, { kpi: 'revenue', show: { as: 'share', of: 'total' } }],
};
const ALL = { rows: { from: 0, count: 100 }, columns: { from: 0, count: 100 } };

/** A table over the small sales: whole, a part of it, its cells explained, and as files. */
export async function tables({ ok, fails }: Asked): Promise<void> {
  const whole = await ok('question.grid', { view: VIEW, window: ALL });
  expect(whole).toMatchObject({ rowCount: 7, columnCount: 6 });
  expect(whole.rows.map(({ path }) => path)).toEqual([
    ['Nord'],
    ['Nord', 'Hotell Norr'],
    ['Nord', ''],
    ['Öst'],
    ['Öst', 'Nya Krogen'],
    ['Öst', ''],
    [],
  ]);
  expect(whole.cells.slice(-6).map((value) => Number(value?.toFixed(4)))).toEqual([
    2600,
    Number((2600 / 4499.5).toFixed(4)),
    1899.5,
    Number((1899.5 / 4499.5).toFixed(4)),
    4499.5,
    1,
  ]);
  const part = await ok('question.grid', {
    view: VIEW,
    window: { rows: { from: 3, count: 2 }, columns: { from: 2, count: 3 }, scales: true },
  });
  expect(part.cells).toEqual([...whole.cells.slice(3 * 6 + 2, 3 * 6 + 5), ...whole.cells.slice(4 * 6 + 2, 4 * 6 + 5)]);
  expect(part.scales).toHaveLength(2);

  const { question } = VIEW;
  const [kpi] = question.kpis;
  if (kpi === undefined) throw new Error('a question without KPIs');
  const rest = { kpi, row: ['Nord', ''], column: ['2026-09'] };
  expect((await ok('question.explain', { question, cell: rest })).value).toBe(-200);
  expect((await ok('question.rows', { question, cell: rest, offset: 0, limit: 5 })).total).toBe(1);

  for (const [format, style] of [
    ['csv', 'swedish'],
    ['xlsx', 'international'],
  ] as const) {
    const file = { view: VIEW, format, style, locale: 'sv-SE', title: 'Regioner / 2026' } as const;
    const made = await ok('question.export', { taskId: `table-${format}`, ...file });
    expect(made.name.endsWith(`.${format}`)).toBe(true);
    expect(made.size).toBeGreaterThan(100);
    expect(existsSync(made.name)).toBe(false);
  }
  await fails('question.grid', { view: { ...VIEW, values: [{ kpi: 'churn' }] }, window: ALL }, 'E_BAD_REQUEST');
  await fails('question.grid', { view: { ...VIEW, values: [] }, window: ALL }, 'E_BAD_REQUEST');
  const wide = { rows: { from: 0, count: 5000 }, columns: { from: 0, count: 1 } };
  await fails('question.grid', { view: VIEW, window: wide }, 'E_BAD_REQUEST');
}

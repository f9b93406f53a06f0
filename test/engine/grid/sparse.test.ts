import { expect, it } from 'vitest';
import { contextOf } from '../../support/ask.ts';
import { gridOf } from '../../support/grid.ts';

it('shows every cell of a table with far more cells than rows, whatever stands beside it', () => {
  // 400 customers, each with one purchase of 10 of one of 397 products: 401 lines by 398, of which 400 cells lie between members.
  const sale = Array.from({ length: 400 }, (_, i) => ({
    date: '2024-03-01',
    amount: 10,
    customer: `K${String(i)}`,
    product: `P${String((i * 8) % 397)}`,
  }));
  const question = { kpis: ['revenue'], rows: [{ dimension: 'customer' }], columns: [{ dimension: 'product' }] };
  const { rows, columns, cells } = gridOf(contextOf({ sale }), { question });
  expect([rows.length, columns.length]).toEqual([401, 398]);
  const between = rows.flatMap(({ path: row }, i) =>
    columns.flatMap(({ path: column }, j) =>
      row.length === 1 && column.length === 1 ? [[row[0], column[0], cells[i * columns.length + j]]] : [],
    ),
  );
  const shown = between.filter(([, , value]) => value !== null).map((cell) => cell.join());
  expect(shown.toSorted()).toEqual(sale.map(({ customer, product }) => `${customer},${product},10`).toSorted());
  const totals = rows.flatMap(({ path }, i) => (path.length === 0 ? cells.slice(i * columns.length) : []));
  expect(totals.at(-1)).toBe(4000);
});

import { expect, test } from 'vitest';
import { unmatchedNames } from '#columns/lists/unmatched-names.ts';
import { columnsOfRows } from '../../support/columns-of-rows.ts';

test('names that a list says nothing of, by number or by name, the most frequent first', () => {
  const columns = columnsOfRows({
    sale: [
      { date: '2026-01-01', amount: 1, customer: 'Acme' },
      { date: '2026-01-01', amount: 1, customer: 'Bolt' },
      { date: '2026-01-01', amount: 1, customer: 'Björk' },
      { date: '2026-01-01', amount: 1, customer: 'Björk' },
      { date: '2026-01-01', amount: 1, customer: 'Renamed', customer_id: '7' },
      { date: '2026-01-01', amount: 1 },
    ],
    lead: [
      { created: '2026-01-01T09:00', customer: 'Bolt' },
      { created: '2026-01-01T09:00', customer: 'Bolt' },
    ],
    customer_list: [
      { customer: 'Acme', customer_id: '1' },
      { customer: 'Björk AB', customer_id: '7' },
    ],
  });
  expect(unmatchedNames(columns)).toEqual([
    {
      list: 'customer_list',
      dimension: 'customer',
      names: [
        { name: 'Bolt', rows: 3 },
        { name: 'Björk', rows: 2 },
      ],
    },
  ]);
});

test('nothing where no list is there', () => {
  expect(unmatchedNames(columnsOfRows({ sale: [{ date: '2026-01-01', amount: 1, customer: 'Acme' }] }))).toEqual([]);
});

import { expect, it } from 'vitest';
import { withLists } from '#engine/catalogue/with-lists.ts';

const has = (...fields: readonly string[]) => withLists((kind, field) => fields.includes(`${kind}.${field}`));

it.each([
  ['its own', ['sale.region'], 'sale.region', true],
  ['one by name', ['sale.product', 'product_list.product', 'product_list.category'], 'sale.category', true],
  ['one by number', ['sale.customer_id', 'customer_list.customer_id', 'customer_list.customer'], 'sale.customer', true],
  [
    'none where the rows do not name them',
    ['sale.customer', 'product_list.product', 'product_list.category'],
    'sale.category',
    false,
  ],
  ['none the list lacks', ['sale.product', 'product_list.product'], 'sale.category', false],
  ['none the list keeps', ['sale.product', 'product_list.product', 'product_list.unit'], 'sale.unit', false],
  [
    'a cost of so many',
    ['sale.product', 'sale.quantity', 'product_list.product', 'product_list.cost'],
    'sale.cost',
    true,
  ],
  [
    'no cost of nobody knows how many',
    ['sale.product', 'product_list.product', 'product_list.cost'],
    'sale.cost',
    false,
  ],
  [
    'the value of an open deal',
    ['deal.product', 'deal.status', 'product_list.product', 'product_list.list_price'],
    'deal.value',
    true,
  ],
  ['none for a list', ['rep_list.rep', 'rep_list.region', 'customer_list.rep'], 'customer_list.region', false],
])('a kind has %s', (_, fields, wanted, expected) => {
  const [kind, field] = wanted.split('.') as ['sale', string];
  expect(has(...fields)(kind, field)).toBe(expected);
});

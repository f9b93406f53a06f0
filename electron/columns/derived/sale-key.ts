import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** What counts as one sale: the order, and every row without an order number on its own. */
export function saleKey(fields: Fields): DerivedColumn {
  const orders = fields.codes('sale', 'order');
  const rows = fields.rows('sale');
  const { first } = fields.stored.table('sale')?.block ?? { first: 0 };
  const known = fields.members('sale', 'order');
  const keys = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const order = orders?.codes[row] ?? 0;
    keys[row] = order !== 0 ? order : known + first + row;
  }
  return { type: 'codes', codes: keys, members: saleKeyCount(fields) };
}

export function saleKeyCount(fields: Fields): number {
  const of = fields.stored.table('sale')?.block?.of ?? fields.rows('sale');
  return fields.members('sale', 'order') + of;
}

import type { ListKind } from './record-kinds.ts';

/** How the rows of a list meet the rows of other kinds, and what they give them. */
export interface ListJoin {
  readonly list: ListKind;
  /** The field with the name, in the list and in every kind that has the dimension. */
  readonly name: string;
  /** The field with the number, which goes before the name; null where there is none. */
  readonly id: string | null;
  /** Fields of the list that become fields of the other kinds, beside the list's own columns. */
  readonly gives: readonly string[];
}

/**
 * The lists in the order they are asked: of two lists that could give a field (the region of a customer and of a rep) the
 * first with values in a kind gives it to all its rows, so that two meanings are never mixed in one column.
 */
export const LIST_JOINS: readonly ListJoin[] = [
  {
    list: 'customer_list',
    name: 'customer',
    id: 'customer_id',
    gives: ['customer', 'segment', 'region', 'country', 'city', 'since'],
  },
  {
    list: 'product_list',
    name: 'product',
    id: 'product_id',
    gives: ['product', 'category', 'subcategory', 'list_price'],
  },
  { list: 'rep_list', name: 'rep', id: null, gives: ['team', 'manager', 'region'] },
];

/** A value that a list and a row give together where the row has none of its own. */
export interface ListDerivation {
  readonly kind: 'sale' | 'deal';
  readonly field: string;
  /** Field of the product list. */
  readonly from: 'list_price' | 'cost';
}

/** An open deal's value is the list price; a sale's cost is the list's cost × quantity, rounded to ten-thousandths. */
export const LIST_DERIVATIONS: readonly ListDerivation[] = [
  { kind: 'deal', field: 'value', from: 'list_price' },
  { kind: 'sale', field: 'cost', from: 'cost' },
];

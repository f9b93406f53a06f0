import type { Preset } from './preset.ts';

/** QuickBooks, Sales by Customer Detail: the customer stands on a row of its own above its rows, and its total below. */
export const QUICKBOOKS_SALES_BY_CUSTOMER: Preset = {
  name: 'quickbooks-sales-by-customer',
  kind: 'sale',
  signs: {
    together: 'transaction type|product service|product service full name|memo description|num|sales price|balance|qty',
    least: 4,
  },
  columns: {
    date: 'date|transaction date',
    amount: 'amount|total amount',
    order: 'num|no|transaction number',
    customer: 'customer|kund|customer full name|name',
    rep: 'sales rep',
    product: 'product service|product service full name|item',
    quantity: 'qty|quantity',
    unit_price: 'sales price|rate',
    type: 'transaction type',
  },
  keep: 'balance|memo description|memo',
  leaveOut: [
    {
      rule: 'no-sale',
      column: 'transaction type',
      words:
        'estimate|payment|receive payment|purchase order|sales order|statement charge|deposit|time charge|time activity|bill|check|expense',
    },
  ],
  grouped: true,
};

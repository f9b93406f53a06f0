import type { Preset } from './preset.ts';

/** Square, item sales detail: one row per item sold, discounts as negative amounts. */
export const SQUARE_ITEMS: Preset = {
  name: 'square-items',
  kind: 'sale',
  signs: {
    together:
      'time zone|gross sales|net sales|transaction id|price point name|modifiers applied|payment id|device name|event type|qty|item',
    least: 4,
  },
  columns: {
    date: 'date',
    amount: 'net sales',
    order: 'transaction id|payment id',
    customer: 'customer name',
    customer_id: 'customer id',
    rep: 'employee|team member|staff name',
    product: 'item',
    product_id: 'sku|token',
    category: 'category',
    channel: 'location|channel|order source',
    quantity: 'qty|quantity',
    discount: 'discounts|discount',
  },
  keep: 'gross sales|tax|time|time zone|details|event type|notes|modifiers applied|price point name|unit',
  positive: ['discount'],
};

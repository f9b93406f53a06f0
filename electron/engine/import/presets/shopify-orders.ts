import type { Preset } from './preset.ts';

/**
 * Shopify, export of orders: one row per line item, the order's own columns on its first row only. Lines are counted
 * (quantity × price less discounts, the order's own among them), never the order's totals; what was paid back is a row of its
 * own; cancelled and voided orders are no sales.
 */
export const SHOPIFY_ORDERS: Preset = {
  name: 'shopify-orders',
  kind: 'sale',
  signs: { alone: 'lineitem name|lineitem price|lineitem quantity|lineitem sku' },
  columns: {
    date: 'created at|paid at|processed at',
    order: 'name|order name|order number|id',
    customer: 'billing name|shipping name|customer name|billing company',
    customer_id: 'email|customer id',
    rep: 'employee',
    product: 'lineitem name',
    product_id: 'lineitem sku',
    country: 'billing country|shipping country',
    city: 'billing city|shipping city',
    channel: 'source|source name|sales channel',
    quantity: 'lineitem quantity',
    unit_price: 'lineitem price',
    discount: 'lineitem discount|discount amount',
    currency: 'currency',
  },
  keep: 'subtotal|shipping|taxes|total|discount amount|discount code|refunded amount|outstanding balance|tax * value|lineitem compare at price|financial status|fulfillment status|paid at|fulfilled at|cancelled at|vendor|duties|tip amount',
  leaveOut: [
    { rule: 'cancelled', column: 'cancelled at' },
    { rule: 'failed', column: 'financial status', words: 'voided|expired|annullerad|makulerad' },
  ],
  fill: {
    by: 'name|order name|order number|id',
    except:
      'subtotal|shipping|taxes|total|discount amount|refunded amount|outstanding balance|duties|tip amount|tax * value|lineitem *',
  },
  roles: { refunded: 'refunded amount' },
  orders: {
    quantity: 'lineitem quantity',
    price: 'lineitem price',
    lineDiscount: 'lineitem discount',
    discount: 'discount amount',
    refunded: 'refunded amount',
    subtotal: 'subtotal',
    shipping: 'shipping',
    taxes: 'taxes',
    total: 'total',
  },
};

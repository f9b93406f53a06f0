import type { Preset } from './preset.ts';

/** Stripe, export of payments. Times are UTC and read as they stand; a payment counts less what was refunded of it. */
export const STRIPE_PAYMENTS: Preset = {
  name: 'stripe-payments',
  kind: 'sale',
  signs: {
    alone: 'created utc|created date utc',
    together:
      'amount refunded|converted amount|converted amount refunded|fee|seller message|statement descriptor|card id|payment source type|transfer',
    least: 3,
  },
  columns: {
    date: 'created utc|created date utc|created',
    amount: 'amount',
    order: 'id|payment intent id',
    customer: 'customer description|customer email|customer name|card name',
    customer_id: 'customer id',
    currency: 'currency',
  },
  keep: 'status|description|fee|taxes on fee|converted amount|converted amount refunded|converted currency|refunded date utc|mode|captured|application fee|destination|transfer|invoice id|tax',
  roles: { refunded: 'amount refunded' },
  leaveOut: [
    {
      rule: 'failed',
      column: 'status',
      words: 'failed|canceled|cancelled|blocked|incomplete|uncaptured|requires *|pending|misslyckad|avbruten',
    },
  ],
};

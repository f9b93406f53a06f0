import type { Preset } from './preset.ts';

/** Zoho CRM, export of deals. One closing date, expected until the deal is closed. */
export const ZOHO_DEALS: Preset = {
  name: 'zoho-deals',
  kind: 'deal',
  signs: {
    together:
      'deal name|deal owner|deal owner id|closing date|created time|modified time|reason for loss s|reason for loss|account name id|lead source',
    least: 3,
  },
  columns: {
    id: 'record id|deal id',
    title: 'deal name',
    customer: 'account name',
    rep: 'deal owner|deal owner name',
    pipeline: 'pipeline',
    stage: 'stage',
    value: 'amount',
    currency: 'currency',
    probability: 'probability %|probability',
    created: 'created time',
    closed: 'closing date',
    lost_reason: 'reason for loss s|reason for loss',
    source: 'lead source',
  },
  keep: 'expected revenue|exchange rate|type|modified time|last activity time|deal owner id|account name id|contact name',
};

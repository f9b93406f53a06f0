import type { Preset } from './preset.ts';

/** Salesforce, opportunity report. Its footer (grand totals, confidentiality, copyright) is known in every file. */
export const SALESFORCE_OPPORTUNITIES: Preset = {
  name: 'salesforce-opportunities',
  kind: 'deal',
  signs: {
    together:
      'opportunity id|opportunity name|opportunity owner|opportunity record type|is won|won|fiscal period|owner role|stage duration|probability %',
    least: 2,
  },
  columns: {
    id: 'opportunity id|case safe opportunity id|id',
    title: 'opportunity name',
    customer: 'account name|account',
    rep: 'opportunity owner|owner|owner full name',
    stage: 'stage|stage name',
    status: 'is won|won',
    value: 'amount',
    currency: 'amount currency|currency|currency iso code|opportunity currency',
    probability: 'probability %|probability',
    created: 'created date|create date',
    closed: 'close date',
    lost_reason: 'loss reason|closed lost reason|lost reason',
    source: 'lead source',
    product: 'product name',
  },
  keep: 'expected revenue|amount converted|amount converted *|type|age|fiscal period|closed|is closed|next step|last modified date|last activity',
};

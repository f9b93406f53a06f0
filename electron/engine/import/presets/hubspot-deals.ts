import type { Preset } from './preset.ts';

/** HubSpot, export of deals. One close date, expected until the deal is closed; stages by label or internal name. */
export const HUBSPOT_DEALS: Preset = {
  name: 'hubspot-deals',
  kind: 'deal',
  signs: {
    alone: 'date entered *',
    together:
      'record id|deal name|deal stage|deal owner|create date|associated company|associated company *|last activity date|hubspot team|associated contact|deal probability',
    least: 3,
  },
  columns: {
    id: 'record id|deal id',
    title: 'deal name',
    customer: 'associated company|associated company primary|associated company names|associated company *',
    rep: 'deal owner|hubspot owner',
    pipeline: 'pipeline|deal pipeline',
    stage: 'deal stage|stage',
    status: 'is closed won|is won',
    value: 'amount|deal amount',
    currency: 'currency|deal currency code',
    probability: 'deal probability|probability|forecast probability',
    created: 'create date|created date',
    demo: 'date entered *demo*',
    quoted: 'date entered *quote*|date entered *proposal*|date entered *offer*|date entered *contract sent*',
    closed: 'close date',
    lost_reason: 'closed lost reason|lost reason',
    source: 'original source|original source type|original traffic source|deal source|latest source',
  },
  keep: 'amount in company currency|weighted amount|last activity date|forecast amount|deal type|is closed lost|is deal closed|date entered *',
  more: {
    demo: 'date entered *demo*',
    quoted: 'date entered *quote*|date entered *proposal*|date entered *offer*|date entered *contract sent*',
  },
};

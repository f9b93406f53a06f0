/** Known exports by name: the words of `--preset`. */
export const PRESET_NAMES = [
  'pipedrive-deals',
  'pipedrive-activities',
  'hubspot-deals',
  'salesforce-opportunities',
  'zoho-deals',
  'shopify-orders',
  'woocommerce-orders',
  'stripe-payments',
  'quickbooks-sales-by-customer',
  'square-items',
  'swedish-invoicing',
  'own-export',
] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

import { HUBSPOT_DEALS } from './hubspot-deals.ts';
import { OWN_EXPORTS } from './own-export.ts';
import { PIPEDRIVE_ACTIVITIES } from './pipedrive-activities.ts';
import { PIPEDRIVE_DEALS } from './pipedrive-deals.ts';
import type { Preset } from './preset.ts';
import { QUICKBOOKS_SALES_BY_CUSTOMER } from './quickbooks-sales-by-customer.ts';
import { SALESFORCE_OPPORTUNITIES } from './salesforce-opportunities.ts';
import { SHOPIFY_ORDERS } from './shopify-orders.ts';
import { SQUARE_ITEMS } from './square-items.ts';
import { STRIPE_PAYMENTS } from './stripe-payments.ts';
import { SWEDISH_INVOICING } from './swedish-invoicing.ts';
import { WOOCOMMERCE_ORDERS } from './woocommerce-orders.ts';
import { ZOHO_DEALS } from './zoho-deals.ts';

/** Every known export. */
export const PRESETS: readonly Preset[] = [
  PIPEDRIVE_DEALS,
  PIPEDRIVE_ACTIVITIES,
  HUBSPOT_DEALS,
  SALESFORCE_OPPORTUNITIES,
  ZOHO_DEALS,
  SHOPIFY_ORDERS,
  WOOCOMMERCE_ORDERS,
  STRIPE_PAYMENTS,
  QUICKBOOKS_SALES_BY_CUSTOMER,
  SQUARE_ITEMS,
  SWEDISH_INVOICING,
  ...OWN_EXPORTS,
];

import { ACTIVITY_KPIS } from './activities.ts';
import { CUSTOMER_KPIS } from './customers.ts';
import type { Kpis } from './kpi.ts';
import { PIPELINE_KPIS } from './pipeline.ts';
import { PRICE_KPIS } from './prices.ts';
import { SALES_KPIS } from './sales.ts';
import { SUBSCRIPTION_KPIS } from './subscriptions.ts';
import { TARGET_KPIS } from './targets.ts';

/** Every KPI's variants by `id:variant`. */
export const REFERENCE: Kpis = {
  ...SALES_KPIS,
  ...CUSTOMER_KPIS,
  ...PIPELINE_KPIS,
  ...ACTIVITY_KPIS,
  ...SUBSCRIPTION_KPIS,
  ...TARGET_KPIS,
  ...PRICE_KPIS,
};

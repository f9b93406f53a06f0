import type { KpiDefinition } from '../kpi-definition.ts';
import { ACTIVITY_KPIS } from './activities.ts';
import { CUSTOMER_KPIS } from './customers.ts';
import { PIPELINE_KPIS } from './pipeline.ts';
import { PRICE_KPIS } from './prices.ts';
import { SALES_KPIS } from './sales.ts';
import { SUBSCRIPTION_KPIS } from './subscriptions.ts';
import { TARGET_KPIS } from './targets.ts';

/**
 * Every built-in KPI: the definitions of the messages `kpis-<area>.json` as formulas over measures and other KPIs. The first variant is the default.
 * `revenue` in a formula follows the variant of revenue in force; `net-sales` never does.
 */
export const KPI_CATALOGUE: readonly KpiDefinition[] = [
  ...SALES_KPIS,
  ...CUSTOMER_KPIS,
  ...PIPELINE_KPIS,
  ...ACTIVITY_KPIS,
  ...SUBSCRIPTION_KPIS,
  ...TARGET_KPIS,
  ...PRICE_KPIS,
];

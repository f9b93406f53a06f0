import { ACTIVITIES } from './activities.ts';
import { CUSTOMERS } from './customers.ts';
import { LEADS_WORLD, PIPELINE } from './pipeline.ts';
import { PRICES } from './prices.ts';
import { MORE_SALES, SALES } from './sales.ts';
import { SALES_ALONE, SNAPSHOT, SUBSCRIPTIONS } from './subscriptions.ts';
import { TARGETS } from './targets.ts';
import type { World } from './world.ts';

export const WORLDS: readonly World[] = [
  SALES,
  MORE_SALES,
  CUSTOMERS,
  PIPELINE,
  LEADS_WORLD,
  ACTIVITIES,
  SUBSCRIPTIONS,
  SNAPSHOT,
  SALES_ALONE,
  TARGETS,
  PRICES,
];

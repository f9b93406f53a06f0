import type { MeasureDefinition } from '../kpi-definition.ts';
import { ACTIVITY_MEASURES } from './activities.ts';
import { CUSTOMER_MEASURES } from './customers.ts';
import { PIPELINE_MEASURES } from './pipeline.ts';
import { PRICE_MEASURES } from './prices.ts';
import { SALES_MEASURES } from './sales.ts';
import { SUBSCRIPTION_MEASURES } from './subscriptions.ts';
import { TARGET_MEASURES } from './targets.ts';

/** Every built-in measure. A ratio's two sides name measures over the same rows and the same date. */
export const MEASURES: readonly MeasureDefinition[] = [
  ...SALES_MEASURES,
  ...CUSTOMER_MEASURES,
  ...PIPELINE_MEASURES,
  ...ACTIVITY_MEASURES,
  ...SUBSCRIPTION_MEASURES,
  ...TARGET_MEASURES,
  ...PRICE_MEASURES,
];

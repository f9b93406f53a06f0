import type { Answer } from './question.ts';
import type { SalesInputs } from './what-if.ts';
import { totalOf } from './tiles/answer-cells.ts';

/** What sales come from: deals won, or what has been invoiced. */
export type WhatIfSource = 'deals' | 'sales';

/** Chances and what came of them: deals decided, those won and their value; orders, or sales where orders have no number, and revenue. */
export const WHAT_IF_KPIS = {
  deals: ['closed-deals', 'won-deals', 'won-value'],
  sales: ['orders', 'number-of-sales', 'revenue'],
} as const satisfies Readonly<Record<WhatIfSource, readonly string[]>>;

/** Of what time they are. */
export const WHAT_IF_PERIOD = 'last-12-months';

export interface WhatIfBase {
  readonly inputs: SalesInputs;
  /** What the volume is a number of. */
  readonly counted: 'closed-deals' | 'orders' | 'number-of-sales';
  /** The KPI that the product is. */
  readonly sum: 'won-value' | 'revenue';
}

/**
 * What the sales of a period came from. The size is what a won deal or an order was worth over all of them, so that the product is what was
 * sold; every order is a sale. Null where nothing was decided, won or sold.
 * Examples: 50 decided, 10 won for 2 000: 50 × 20 % × 200; 40 orders for 2 000: 40 × 50.
 */
export function inputsOf(answer: Answer, source: WhatIfSource): WhatIfBase | null {
  const valueOf = (kpi: string): number => totalOf(answer, kpi)?.value ?? 0;
  const [decided, won] = [valueOf('closed-deals'), valueOf('won-deals')];
  if (source === 'deals')
    return decided > 0 && won > 0
      ? {
          inputs: { volume: decided, winRate: won / decided, size: valueOf('won-value') / won },
          counted: 'closed-deals',
          sum: 'won-value',
        }
      : null;
  const counted = valueOf('orders') > 0 ? 'orders' : 'number-of-sales';
  const [volume, revenue] = [valueOf(counted), valueOf('revenue')];
  return volume > 0 && revenue > 0
    ? { inputs: { volume, winRate: 1, size: revenue / volume }, counted, sum: 'revenue' }
    : null;
}

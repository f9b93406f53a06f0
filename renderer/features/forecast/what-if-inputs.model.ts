import type { Answer } from '#shared/question.ts';
import type { SalesInputs } from '#shared/what-if.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';

/** Deals decided, those of them won, and what these were worth. */
export const WHAT_IF_KPIS = ['closed-deals', 'won-deals', 'won-value'] as const;

/**
 * What the sales of a period came from. The size is what a won deal was worth over all of them, so that the product is what was sold.
 * Null where nothing was decided or won. Example: 50 decided, 10 won for 2 000: 50 × 20 % × 200.
 */
export function inputsOf(answer: Answer): SalesInputs | null {
  const [decided, won, value] = WHAT_IF_KPIS.map((kpi) => totalOf(answer, kpi)?.value ?? null);
  if (decided == null || won == null || value == null || !(decided > 0) || !(won > 0)) return null;
  return { volume: decided, winRate: won / decided, size: value / won };
}

import type { QuestionContext } from '#engine/question/context.ts';

/** A KPI in one of its variants over a period, what it comes to, and how that is worked out by hand. */
export type Example = readonly [reference: string, period: string, expected: number, arithmetic: string];

/** A few rows and what every KPI about them comes to. */
export interface World {
  readonly name: string;
  readonly context: QuestionContext;
  readonly examples: readonly Example[];
}

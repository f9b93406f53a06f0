/** What sales of a period come from: so many chances, a share of them won, each worth so much. */
export interface SalesInputs {
  /** Deals decided, or orders where there are no deals. */
  readonly volume: number;
  /** Ratio, 0 to 1; 1 where every chance is a sale. */
  readonly winRate: number;
  /** Amount of one won, base units. */
  readonly size: number;
}

export const WHAT_IF_INPUTS = ['volume', 'winRate', 'size', 'price'] as const;
export type WhatIfInput = (typeof WHAT_IF_INPUTS)[number];

/** Ratios: 0.1 for a tenth more; of the win rate percentage points, 0.05 from 20 to 25 %. */
export type WhatIfChange = Readonly<Record<WhatIfInput, number>>;
export const NO_CHANGE: WhatIfChange = { volume: 0, winRate: 0, size: 0, price: 0 };

export interface WhatIf {
  readonly before: number;
  readonly after: number;
  /** Before and after of each input, and what its change adds, one after the other: the effects add up to after − before. */
  readonly steps: readonly {
    readonly input: WhatIfInput;
    readonly before: number;
    readonly after: number;
    readonly effect: number;
  }[];
}

/**
 * Sales = volume × win rate × size × price, with some inputs changed. A price of 1 is that of today. Effects are those of changing one input after
 * the other in this order. It counts on what is asked alone: nothing says that a higher price leaves the win rate as it is.
 * Example: 100 deals, 20 % won, 50 000 each make 1 000 000; at 25 % 1 250 000: +250 000; with a tenth more deals 1 375 000, of which
 * the deals add 100 000 and the win rate 275 000.
 */
export function whatIf({ volume, winRate, size }: SalesInputs, change: WhatIfChange): WhatIf {
  const inputs: readonly { readonly input: WhatIfInput; readonly before: number; readonly after: number }[] = [
    { input: 'volume', before: volume, after: volume * (1 + change.volume) },
    { input: 'winRate', before: winRate, after: Math.min(1, Math.max(0, winRate + change.winRate)) },
    { input: 'size', before: size, after: size * (1 + change.size) },
    { input: 'price', before: 1, after: 1 + change.price },
  ];
  const product = (changed: number): number =>
    inputs.reduce((all, { before, after }, i) => all * (i < changed ? after : before), 1);
  return {
    before: product(0),
    after: product(inputs.length),
    steps: inputs.map((step, i) => ({ ...step, effect: product(i + 1) - product(i) })),
  };
}

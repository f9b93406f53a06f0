import type { BackTest } from '#shared/forecast.ts';
import type { Accuracy } from './accuracy.ts';

/** How far one method was off at one origin, and over how many periods. */
export type Miss = Pick<Accuracy, 'mase' | 'smape' | 'mae'> & { readonly steps: number };

/** Over all periods that were held against, each alike. Null for the scaled error where it is not known at some origin. */
export function meanMiss(misses: readonly Miss[]): NonNullable<BackTest['ours']> {
  const steps = misses.reduce((sum, miss) => sum + miss.steps, 0);
  const mean = (of: (miss: Miss) => number): number =>
    misses.reduce((sum, miss) => sum + of(miss) * miss.steps, 0) / steps;
  const isScaled = misses.every(({ mase }) => mase !== null);
  return {
    mase: isScaled ? mean(({ mase }) => mase ?? 0) : null,
    smape: mean(({ smape }) => smape),
    mae: mean(({ mae }) => mae),
  };
}

import {
  formatCompact,
  formatPercent,
  formatScaled,
  formatScaledSigned,
  formatSigned,
  formatSignedPercent,
  joined,
  moneyUnit,
  type Formatted,
} from '../format.ts';
import type { Unit } from '../units.ts';
import type { ChartModel } from './model.ts';

/** What a number needs to be worded: the page's scale, the reader's language. */
export type ValueWords = Pick<ChartModel, 'format' | 'scale'>;

/**
 * A value at a mark or an axis: without its unit, which the title says, except for percent. `decimals` overrides the scale's where room
 * is short. Example: 2 105 400 in thousands is '2 105,4', a ratio of 0.386 '38,6 %'.
 */
export function shortValue(value: number, unit: Unit, { format, scale }: ValueWords, decimals?: number): string {
  if (unit === 'money') {
    return formatScaled(value, decimals === undefined ? scale : { ...scale, decimals }, format.locale);
  }
  if (unit === 'ratio') return formatPercent(value, format.locale, decimals ?? 1);
  return formatCompact(value, unit, format).number;
}

/** A value in a sentence or a tooltip, on the chart's scale and with its unit. Example: 2 105 400 is '2 105,4 tkr'. */
export function unitValue(value: number, unit: Unit, words: ValueWords): string {
  const { format, scale } = words;
  const parts: Formatted =
    unit === 'money'
      ? { number: shortValue(value, unit, words), unit: moneyUnit(scale.step, format) }
      : formatCompact(value, unit, format);
  return joined(parts, format.locale);
}

/** A step or a difference, with its sign. Example: 820 000 in thousands is '+820,0', a ratio of −0.012 '−1,2 %'. */
export function signedValue(value: number, unit: Unit, { format, scale }: ValueWords): string {
  if (unit === 'money') return formatScaledSigned(value, scale, format.locale);
  if (unit === 'ratio') return formatSignedPercent(value, format.locale, 1);
  return formatSigned(value, format.locale, Number.isInteger(value) ? 0 : 1);
}

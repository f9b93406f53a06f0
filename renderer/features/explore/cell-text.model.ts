import {
  formatNumber,
  formatPercent,
  formatPoints,
  formatScaled,
  formatScaledSigned,
  formatSigned,
  formatSignedPercent,
  moneyScale,
  moneyUnit,
  NO_VALUE,
  toneOf,
  type Direction,
  type FormatContext,
  type MoneyScale,
  type Tone,
} from '#shared/format.ts';
import type { Show } from '#shared/grid.ts';
import type { Unit } from '#shared/units.ts';

/** What a value column's numbers are: enough to word any of them. */
export interface ValueFormat {
  readonly show: Show;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly scale: MoneyScale;
  /** Of units that are no money, ratio or count. */
  readonly decimals: number;
  readonly format: FormatContext;
}

/**
 * How the numbers of a value are written, one way for the whole column: the scale goes by the grand total, null where there is none.
 * Example: revenue of 11.8 million in all is written in thousands without decimals, an average order of 1 108 in kronor.
 */
export function valueFormat(
  show: Show,
  { unit, direction }: { readonly unit: Unit; readonly direction: Direction },
  total: number | null,
  format: FormatContext,
): ValueFormat {
  const decimals = unit === 'count' || (unit === 'quantity' && Math.abs(total ?? 0) >= 1000) ? 0 : 1;
  return { show, unit, direction, scale: moneyScale(total ?? 0), decimals, format };
}

/** A number of a cell as it is shown. Example: a ratio of 0.386 is '38,6 %', a difference of ratios of −0.012 '−1,2 pe', a rank '3'. */
export function cellText(value: number, { show, unit, scale, decimals, format }: ValueFormat): string {
  const { locale } = format;
  switch (show.as) {
    case 'value':
    case 'running-total':
      if (unit === 'money') return formatScaled(value, scale, locale);
      return unit === 'ratio' ? formatPercent(value, locale) : formatNumber(value, locale, decimals);
    case 'share':
      return formatPercent(value, locale);
    case 'difference':
      if (unit === 'money') return formatScaledSigned(value, scale, locale);
      if (unit === 'ratio') return (value > 0 ? '+' : '') + formatPoints(value, locale);
      return formatSigned(value, locale, decimals);
    case 'difference-ratio':
      return formatSignedPercent(value, locale, 1);
    case 'rank':
      return formatNumber(value, locale);
    case 'index':
      return formatNumber(value, locale, 2);
  }
}

/** For no value: a dash where there is a reason, nothing where no row lies. */
export const emptyText = (hasReason: boolean): string => (hasReason ? NO_VALUE : '');

/** Whether the numbers are changes: coloured by what they mean for the business, with a sign. */
export const isChange = ({ as }: Show): boolean => as === 'difference' || as === 'difference-ratio';

/** Good or bad for a change, neutral for all else. */
export function cellTone(value: number, { show, direction }: ValueFormat): Tone {
  return isChange(show) ? toneOf(value, direction) : 'neutral';
}

/** The unit that stands at the value's name; empty where the numbers carry it or there is none. */
export function unitOf({ show, unit, scale, format }: ValueFormat): string {
  const isPlain = show.as === 'value' || show.as === 'running-total' || show.as === 'difference';
  if (!isPlain) return '';
  const swedish = format.locale === 'sv-SE';
  switch (unit) {
    case 'money':
      return moneyUnit(scale.step, format);
    case 'days':
      return swedish ? 'dagar' : 'days';
    case 'hours':
      return 'h';
    case 'years':
      return swedish ? 'år' : 'years';
    case 'periods':
      return swedish ? 'perioder' : 'periods';
    case 'ratio':
    case 'count':
    case 'quantity':
    case 'index':
      return '';
  }
}

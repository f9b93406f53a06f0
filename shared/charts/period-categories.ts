import { formatPeriodText } from '../format-period.ts';
import type { Locale } from '../format.ts';
import type { ChartTable } from './build-chart.ts';

/** Closed periods shown before what is to come. */
const SHOWN_BEFORE = 18;

/** The last of a history that stand before a forecast of so many periods. */
export function lastOf<T>(history: readonly T[], ahead: number): readonly T[] {
  return history.slice(-Math.max(SHOWN_BEFORE, Math.min(history.length, ahead)));
}

/** Periods along an axis: the year is said at its first one. Example: 'dec', 'jan 27', 'feb'. */
export function periodCategories(
  keys: readonly string[],
  running: string | null,
  locale: Locale,
): ChartTable['categories'] {
  return keys.map((key, index) => {
    const short = formatPeriodText(key, locale, true);
    const isFirst = index === 0 || key.slice(0, 4) !== keys[index - 1]?.slice(0, 4);
    const label = isFirst && /^\d{4}-\d{2}$/.test(key) ? `${short} ${key.slice(2, 4)}` : short;
    return { key, label, name: formatPeriodText(key, locale), open: key === running };
  });
}

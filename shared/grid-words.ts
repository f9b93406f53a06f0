import { formatPeriodText } from './format-period.ts';
import type { Locale } from './format.ts';
import type { GridView, Show } from './grid.ts';
import { DATE_DIMENSION, OTHER, type DimensionRef } from './question.ts';
import type { Unit } from './units.ts';

/** What tables are told with; `say` finds a sentence by `namespace:key`. */
export interface GridWords {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly locale: Locale;
  readonly kpi: (reference: string) => string;
  /** A name as it is shown. */
  readonly member: (name: string, dimension: string) => string;
}

/** A member of a dimension as a line is headed: its name, a date's period, the words for Other and for the unknown one. */
export function memberLabel(
  name: string | null,
  { dimension }: Pick<DimensionRef, 'dimension'>,
  { say, locale, member }: GridWords,
): string {
  if (name === null) return say('filters:unknown');
  if (name === OTHER) return say('filters:other');
  return dimension === DATE_DIMENSION ? formatPeriodText(name, locale) : member(name, dimension);
}

/** What a value is called: 'Intäkter', 'Intäkter, % av raden', 'Intäkter, skillnad mot Syd'. */
export function valueName(
  { kpi, show }: GridView['values'][number],
  axes: Pick<GridView['question'], 'rows' | 'columns'>,
  words: GridWords,
): string {
  const shown = showWords(show, axes, words);
  return shown === null ? words.kpi(kpi) : `${words.kpi(kpi)}, ${shown}`;
}

/** How a value is shown, in words; null for the value itself. */
export function showWords(
  show: Show,
  axes: Pick<GridView['question'], 'rows' | 'columns'>,
  words: GridWords,
): string | null {
  const { say } = words;
  switch (show.as) {
    case 'value':
      return null;
    case 'share':
      return say(`grid:share.${show.of}`);
    case 'difference':
    case 'difference-ratio': {
      const { from } = show;
      const key = `grid:${show.as}.${from.what}`;
      if (from.what !== 'member') return say(key);
      // Whichever dimension has a member of that name: dates are told by their form.
      const isDate = axes[from.along].every(({ dimension }) => dimension === DATE_DIMENSION);
      const dimension = isDate ? DATE_DIMENSION : (axes[from.along][0]?.dimension ?? '');
      return say(key, { name: memberLabel(from.name, { dimension }, words) });
    }
    case 'running-total':
    case 'rank':
    case 'index':
      return say(`grid:${show.as}`);
  }
}

/**
 * The unit of a KPI's value as it is shown: shares and relative differences are ratios, ranks are counts. A ratio KPI's differences
 * stay ratios: they are in points.
 */
export function shownUnit(show: Show, unit: Unit): Unit {
  switch (show.as) {
    case 'value':
    case 'difference':
    case 'running-total':
      return unit;
    case 'share':
    case 'difference-ratio':
      return 'ratio';
    case 'rank':
      return 'count';
    case 'index':
      return 'index';
  }
}

import type { TFunction } from 'i18next';
import { filterCondition, type FilterWords } from '#shared/filter-words.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import type { Locale } from '#shared/format.ts';
import type { Show } from '#shared/grid.ts';
import { DATE_DIMENSION, OTHER } from '#shared/members.ts';
import type { DimensionRef, Filter, Grain } from '#shared/question.ts';
import type { ExploreValue, ExploreView } from '../../state/explore-slice.ts';
import { isByFirstPurchase, type Field } from './view.model.ts';
import { isWritten } from './grid-view.model.ts';

/** What Explore speaks with. */
export interface ExploreWords {
  readonly t: TFunction;
  readonly locale: Locale;
  readonly dimension: (key: string) => string;
  /** A number or date of the rows. */
  readonly rowField: (key: string) => string;
  readonly kpi: (ref: string) => string;
  readonly member: (name: string | null, dimension: string) => string;
  readonly filters: FilterWords;
}

export const grainName = (t: TFunction, grain: Grain): string => t(`fields:grains.${grain}`);

/** A dimension as a well shows it. Example: 'Datum: kvartal'. */
export function refName({ dimension, grain }: Pick<DimensionRef, 'dimension' | 'grain'>, words: ExploreWords): string {
  if (isByFirstPurchase(dimension)) {
    return `${words.dimension(dimension)}: ${grainName(words.t, grain ?? 'month')}`;
  }
  if (dimension !== DATE_DIMENSION) return words.dimension(dimension);
  return words.t('explore:dateBy', { grain: grainName(words.t, grain ?? 'month') });
}

/** A member of a line's path: a period in words, the remainder, the unknown one. */
export function pathName(name: string | null, ref: DimensionRef | undefined, words: ExploreWords): string {
  if (name === OTHER) return words.t('charts:others');
  if (ref?.dimension === DATE_DIMENSION && name !== null) return formatPeriodText(name, words.locale);
  return words.member(name, ref?.dimension ?? '');
}

/** How a value is shown, to stand behind its name; empty for the value itself. */
export function showName(show: Show, words: Pick<ExploreWords, 't' | 'member'>): string {
  const { t } = words;
  switch (show.as) {
    case 'value':
      return '';
    case 'share':
      return t(`explore:show.share.${show.of}`);
    case 'difference':
    case 'difference-ratio': {
      const { from } = show;
      if (from.what === 'before') return t(`explore:show.${show.as}.before.${from.along}`);
      if (from.what === 'member') return t(`explore:show.${show.as}.member`, { name: words.member(from.name, '') });
      return t(`explore:show.${show.as}.${from.what}`);
    }
    case 'running-total':
      return t(`explore:show.running-total.${show.along}`);
    case 'rank':
      return t(`explore:show.rank.${show.along}`);
    case 'index':
      return t('explore:show.index');
  }
}

/** A value's name: the KPI, and how it is shown. Example: 'Intäkter · % av totalen'. */
export function valueName({ kpi, show }: Pick<ExploreValue, 'kpi' | 'show'>, words: ExploreWords): string {
  const shown = showName(show, words);
  return shown === '' ? words.kpi(kpi) : `${words.kpi(kpi)} · ${shown}`;
}

/** Values as the heads of columns: the way of showing alone where the KPI itself stands just before. */
export function headNames(values: readonly ExploreValue[], words: ExploreWords): readonly string[] {
  return values.map((value, index) => {
    const shown = showName(value.show, words);
    return shown !== '' && values[index - 1]?.kpi === value.kpi
      ? shown.slice(0, 1).toLocaleUpperCase(words.locale) + shown.slice(1)
      : valueName(value, words);
  });
}

/** A filter in a sentence's length. Example: 'Kanal: Grossist, Butik'. */
export function filterName(filter: Filter, words: ExploreWords): string {
  const isRowField = filter.op === 'between' || filter.op === 'period';
  const name = isRowField ? words.rowField(filter.dimension) : words.dimension(filter.dimension);
  const condition = isWritten(filter) ? filterCondition(filter, words.filters) : words.t('explore:filter.all');
  return `${name}: ${condition}`;
}

export function fieldName(field: Field, words: ExploreWords): string {
  switch (field.is) {
    case 'date':
      return refName({ dimension: DATE_DIMENSION, grain: field.grain }, words);
    case 'dimension':
      return words.dimension(field.key);
    case 'kpi':
      return words.kpi(field.ref);
    case 'number':
    case 'day':
      return words.rowField(field.key);
  }
}

/** 'Region, produktgrupp och kvartal': dimensions inside a sentence. */
function byNames(refs: readonly DimensionRef[], { t, locale, dimension }: ExploreWords): readonly string[] {
  const names = refs.map((ref) =>
    ref.dimension === DATE_DIMENSION
      ? grainName(t, ref.grain ?? 'month')
      : dimension(ref.dimension).toLocaleLowerCase(locale),
  );
  return [...new Set(names)];
}

const MOST_NAMES = 2;

/** What the view shows, as a title. Example: 'Intäkter och täckningsgrad per region, produktgrupp och kvartal'. */
export function viewTitle(
  { values, rows, columns }: Pick<ExploreView, 'values' | 'rows' | 'columns'>,
  words: ExploreWords,
): string {
  const { t, locale } = words;
  const names = [...new Set(values.map(({ kpi }) => words.kpi(kpi)))];
  if (names.length === 0) return t('explore:title');
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const lowered = names.map((name, index) => (index === 0 ? name : lowerFirst(name, locale)));
  const what =
    names.length > MOST_NAMES + 1
      ? t('explore:titleMore', { names: lowered.slice(0, MOST_NAMES).join(', '), count: names.length - MOST_NAMES })
      : list.format(lowered);
  const by = byNames([...rows, ...columns], words);
  return by.length === 0 ? what : t('explore:titleBy', { what, by: list.format(by) });
}

/** Abbreviations keep their capitals: 'MRR', 'CLV'. */
function lowerFirst(name: string, locale: Locale): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.slice(0, 1).toLocaleLowerCase(locale) + name.slice(1);
}

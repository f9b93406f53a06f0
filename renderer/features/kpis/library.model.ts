import type { KpiEntry } from '#shared/contract.ts';
import { KPI_CATEGORIES, type KpiCategory } from '#shared/kpi-definition.ts';
import type { KpiWords } from '../../i18n/kpi-words.ts';
import type { KpisView } from '../../state/kpis-slice.ts';

/** KPIs of a category as they are listed: those the data can answer, then the others. */
export interface LibraryPart {
  readonly category: KpiCategory;
  readonly possible: readonly KpiEntry[];
  readonly missing: readonly KpiEntry[];
  /** Of the whole category, whatever is searched for. */
  readonly counted: { readonly possible: number; readonly total: number };
}

/** The library under a search and a choice of what to show; categories without any of it are left out. */
export function library(
  entries: readonly KpiEntry[],
  { search, shelf }: Pick<KpisView, 'search' | 'shelf'>,
  words: KpiWords,
): readonly LibraryPart[] {
  const wanted = search.trim().toLocaleLowerCase();
  const isShown = (entry: KpiEntry): boolean =>
    isOnShelf(entry, shelf) && (wanted === '' || textOf(entry, words).includes(wanted));
  return KPI_CATEGORIES.flatMap((category): readonly LibraryPart[] => {
    const all = entries.filter((entry) => entry.category === category);
    const shown = all.filter(isShown);
    if (shown.length === 0) return [];
    return [
      {
        category,
        possible: shown.filter(({ possible }) => possible),
        missing: shown.filter(({ possible }) => !possible),
        counted: { possible: all.filter(({ possible }) => possible).length, total: all.length },
      },
    ];
  });
}

function isOnShelf({ possible, own, variants }: KpiEntry, shelf: KpisView['shelf']): boolean {
  switch (shelf) {
    case 'all':
      return true;
    case 'possible':
      return possible;
    case 'missing':
      return !possible;
    case 'variants':
      return variants.length > 1;
    case 'own':
      return own !== null;
  }
}

function textOf({ kpi, variants }: KpiEntry, words: KpiWords): string {
  const variantNames = variants.map((variant) => words.variant(kpi, variant));
  return [words.name(kpi), kpi, words.definition(kpi), ...variantNames].join('\n').toLocaleLowerCase();
}

/** The first one listed where what was selected is not there any longer. */
export function selectedOf(parts: readonly LibraryPart[], selected: string | null): KpiEntry | null {
  const listed = parts.flatMap(({ possible, missing }) => [...possible, ...missing]);
  return listed.find(({ kpi }) => kpi === selected) ?? listed[0] ?? null;
}

/** The overview's KPIs with one more, or without one. */
export function withCard(cards: readonly string[], kpi: string, shown: boolean): string[] {
  return shown ? [...cards.filter((card) => card !== kpi), kpi] : cards.filter((card) => card !== kpi);
}

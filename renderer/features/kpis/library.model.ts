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

/**
 * The library under a search and a choice of what to show; categories without any of it are left out, those of which nothing can
 * be counted stand last. A search finds names, other words for them, definitions and variants: names first.
 */
export function library(
  entries: readonly KpiEntry[],
  { search, shelf }: Pick<KpisView, 'search' | 'shelf'>,
  words: KpiWords,
): readonly LibraryPart[] {
  const wanted = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = entries.flatMap((entry) => {
    const rank = isOnShelf(entry, shelf) ? rankOf(entry, wanted, words) : null;
    return rank === null ? [] : [{ entry, rank }];
  });
  const parts = KPI_CATEGORIES.flatMap((category) => {
    const all = entries.filter((entry) => entry.category === category);
    const shown = found.filter(({ entry }) => entry.category === category).toSorted((a, b) => a.rank - b.rank);
    if (shown.length === 0) return [];
    const listed = shown.map(({ entry }) => entry);
    const possible = listed.filter((entry) => entry.possible);
    const part: LibraryPart = {
      category,
      possible,
      missing: listed.filter((entry) => !entry.possible),
      counted: { possible: all.filter((entry) => entry.possible).length, total: all.length },
    };
    return [{ part, rank: shown[0]?.rank ?? 0, nothing: possible.length === 0 ? 1 : 0 }];
  });
  return parts.toSorted((a, b) => a.rank - b.rank || a.nothing - b.nothing).map(({ part }) => part);
}

/** Lower case without accents, so that 'forsaljning' finds 'försäljning'. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** How well a KPI answers the words searched for, 0 the best; null where it does not. */
function rankOf(entry: KpiEntry, wanted: readonly string[], words: KpiWords): number | null {
  const { kpi, variants } = entry;
  const names = [words.name(kpi), `${words.also(kpi)} ${kpi}`];
  const rest = [words.definition(kpi), ...variants.map((variant) => words.variant(kpi, variant))];
  const texts = [...names, rest.join(' ')].map(folded);
  const rank = texts.findIndex((_, last) => {
    const text = texts.slice(0, last + 1).join(' ');
    return wanted.every((word) => text.includes(word));
  });
  return rank < 0 ? null : rank;
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

/** Where what was selected is not listed, the first that can be counted, else the first. */
export function selectedOf(parts: readonly LibraryPart[], selected: string | null): KpiEntry | null {
  const listed = parts.flatMap(({ possible, missing }) => [...possible, ...missing]);
  return listed.find(({ kpi }) => kpi === selected) ?? parts[0]?.possible[0] ?? listed[0] ?? null;
}

/** The overview's KPIs with one more, or without one. */
export function withCard(cards: readonly string[], kpi: string, shown: boolean): string[] {
  return shown ? [...cards.filter((card) => card !== kpi), kpi] : cards.filter((card) => card !== kpi);
}

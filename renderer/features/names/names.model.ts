import type { TFunction } from 'i18next';
import { formatNumber, type Locale } from '#shared/format.ts';
import type { ListedName, MergeSuggestion, NameDimension, ShownName } from '#shared/names.ts';

/** The dimension to show: the one chosen, else the first with suggestions, else the first. */
export function dimensionToShow(
  dimensions: readonly NameDimension[],
  chosen: string | undefined,
): NameDimension | null {
  return (
    dimensions.find(({ key }) => key === chosen) ??
    dimensions.find(({ suggestions }) => (suggestions ?? 0) > 0) ??
    dimensions[0] ??
    null
  );
}

/** "1 480 rader", or that only a list has it. */
export function rowsWords(t: TFunction, { rows, listed }: Omit<ShownName, 'name'>, locale: Locale): string {
  if (rows === 0 && listed) return t('names:onlyListed');
  return t('names:rows', { count: rows, n: formatNumber(rows, locale) });
}

/** A suggestion with the other name kept. */
export function turned({ from, into, because }: MergeSuggestion): MergeSuggestion {
  return { from: into, into: from, because };
}

/** The name to keep of those ticked: the one with the most rows, the longer of equals. */
export function nameToKeep(ticked: readonly ListedName[]): string {
  const [best] = ticked.toSorted((a, b) => b.rows - a.rows || b.name.length - a.name.length);
  return best?.name ?? '';
}

/** What a merge by hand would change: the ticked names that are not the one kept. None when there is nothing to do. */
export function namesToMerge(ticked: readonly ListedName[], into: string): readonly string[] {
  const target = into.trim();
  return target === '' ? [] : ticked.map(({ name }) => name).filter((name) => name !== target);
}

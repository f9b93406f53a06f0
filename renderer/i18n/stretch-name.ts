import type { TFunction } from 'i18next';

const MOST_NAMES = 3;

/**
 * What a chosen stretch of marks is called. Example: three months are 'jan 2026–mar 2026', regions 'Norr, Syd, Väst', of more than three
 * 'Norr, Syd och 3 till'.
 */
export function stretchName(names: readonly string[], isTime: boolean, t: TFunction): string {
  if (isTime) return [...new Set([names[0] ?? '', names.at(-1) ?? ''])].join('–');
  if (names.length <= MOST_NAMES) return names.join(', ');
  const told = names.slice(0, MOST_NAMES - 1);
  return t('charts:namesMore', { names: told.join(', '), count: names.length - told.length });
}

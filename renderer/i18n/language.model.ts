import type { Locale } from '#shared/format.ts';

export type Language = 'sv' | 'en';

/** The system's language where Swedish or English comes first among its wishes, else English. Example: ['nb-NO', 'sv-SE'] is 'sv'. */
export function systemLanguage(wishes: readonly string[]): Language {
  const known = wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find((code) => code === 'sv' || code === 'en');
  return known === 'sv' ? 'sv' : 'en';
}

/** The locale of numbers and dates that goes with a language. */
export function localeOf(language: Language): Locale {
  return language === 'sv' ? 'sv-SE' : 'en-GB';
}

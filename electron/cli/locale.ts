import type { Locale } from '#shared/format.ts';

/** Swedish where the system speaks Swedish, else English. The environment's order is POSIX's. */
export function systemLocale(env: Readonly<Record<string, string | undefined>>): Locale {
  const set = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const language = set ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return /^sv\b|^sv_/i.test(language) ? 'sv-SE' : 'en-GB';
}

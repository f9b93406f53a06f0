import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormatContext, Locale } from '#shared/format.ts';
import { useWorkspaceQuery } from '../transport/use-workspace.ts';
import { localeOf } from './language.model.ts';

/** The locale of the language in force. */
export function useLocale(): Locale {
  return localeOf(useTranslation().i18n.language === 'sv' ? 'sv' : 'en');
}

/** Locale and currency for `#shared/format.ts`. */
export function useFormatContext(): FormatContext {
  const locale = useLocale();
  const currency = useWorkspaceQuery().data?.settings.currency ?? 'SEK';
  return useMemo(() => ({ locale, currency }), [locale, currency]);
}

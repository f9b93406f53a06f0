import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language.model.ts';
import { resources } from './messages.ts';

/** Starts the catalogues. React escapes what it shows, so interpolation leaves values alone. */
export async function setUpI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    ns: Object.keys(resources['en'] ?? {}),
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

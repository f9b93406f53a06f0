import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language.model.ts';
import type { Namespaces } from './namespaces.ts';

const load = {
  sv: async () => (await import('./messages-sv.ts')).namespaces,
  en: async () => (await import('./messages-en.ts')).namespaces,
} as const satisfies Readonly<Record<Language, () => Promise<Namespaces>>>;

const learnt = new Map<Language, Promise<void>>();

/** Brings a language's catalogues, once; the same promise for each who asks. */
export function learn(language: Language): Promise<void> {
  const known = learnt.get(language);
  if (known !== undefined) return known;
  const learning = load[language]().then((namespaces) => {
    for (const [name, texts] of Object.entries(namespaces)) i18next.addResourceBundle(language, name, texts);
  });
  learnt.set(language, learning);
  return learning;
}

/** Starts with the catalogues of the language that is spoken; those of the other one follow. React escapes what it shows, so interpolation leaves values alone. */
export async function setUpI18n(language: Language): Promise<void> {
  const namespaces = await load[language]();
  learnt.set(language, Promise.resolve());
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { [language]: namespaces },
    ns: Object.keys(namespaces),
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  void learn(language === 'sv' ? 'en' : 'sv');
}

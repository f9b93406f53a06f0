import i18next from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { systemLanguage } from '../i18n/language.model.ts';
import { learn } from '../i18n/setup.ts';
import { useAppStore } from '../state/app-store.ts';

/** Puts the chosen theme on the page. Paper is always light. */
export function useThemeEffect(onPaper: boolean): void {
  const choice = useAppStore((state) => state.theme);
  const theme = onPaper ? 'light' : choice;
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

/** Speaks the chosen language, or the system's, and says which to screen readers. A print job brings its own. */
export function useLanguageEffect(fixed: boolean): void {
  const choice = useAppStore((state) => state.language);
  const { i18n } = useTranslation();
  useEffect(() => {
    if (fixed) return;
    const language = choice === 'system' ? systemLanguage(navigator.languages) : choice;
    void learn(language).then(() => i18next.changeLanguage(language));
  }, [choice, fixed]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
}

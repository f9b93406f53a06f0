import type { StateCreator } from 'zustand';

export type LanguageChoice = 'system' | 'sv' | 'en';
export type ThemeChoice = 'system' | 'light' | 'dark';

export interface PreferencesSlice {
  readonly language: LanguageChoice;
  readonly theme: ThemeChoice;
  setLanguage(language: LanguageChoice): void;
  setTheme(theme: ThemeChoice): void;
}

export const preferencesSlice: StateCreator<PreferencesSlice, [], [], PreferencesSlice> = (set) => ({
  language: 'system',
  theme: 'system',
  setLanguage: (language) => set({ language }),
  setTheme: (theme) => set({ theme }),
});

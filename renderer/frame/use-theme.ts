import { useSyncExternalStore } from 'react';
import { useAppStore } from '../state/app-store.ts';

export type Theme = 'light' | 'dark';

const darkWanted = window.matchMedia('(prefers-color-scheme: dark)');

const listen = (changed: () => void): (() => void) => {
  darkWanted.addEventListener('change', changed);
  return () => darkWanted.removeEventListener('change', changed);
};

/** Light or dark: the user's choice, else the system's. */
export function useThemeInForce(): Theme {
  const choice = useAppStore((state) => state.theme);
  const systemDark = useSyncExternalStore(listen, () => darkWanted.matches);
  return choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
}

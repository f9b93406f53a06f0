import { useSyncExternalStore } from 'react';
import { useAppStore } from '../../state/app-store.ts';

/** As in `inspector.css`. */
const wide = window.matchMedia('(width >= 1280px)');

const listen = (changed: () => void): (() => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

/** Whether the chosen number is explained beside the table: as the user has it, else where there is room. */
export function useInspectorShown(): boolean {
  const choice = useAppStore((state) => state.inspector);
  const isWide = useSyncExternalStore(listen, () => wide.matches);
  return choice ?? isWide;
}
